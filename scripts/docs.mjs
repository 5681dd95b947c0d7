// Documents made from data. `--check` tells whether they are up to date instead of writing them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const isCheck = process.argv.includes('--check');

/** Runs a generator that prints a document, and writes or checks the file. */
const generated = [
  ...(existsSync('scripts/keys-reference.mjs') ? [['docs/keys.md', 'scripts/keys-reference.mjs']] : []),
];

let stale = 0;
for (const [file, script] of generated) {
  const { stdout, status, stderr } = spawnSync(process.execPath, [script, '--print'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${script}: ${stderr}`);
  const present = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (present === stdout) continue;
  if (isCheck) {
    console.error(`${file} is not up to date: run "npm run docs"`);
    stale++;
  } else {
    writeFileSync(file, stdout);
    console.log(`wrote ${file}`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;
