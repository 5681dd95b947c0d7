// Runs a TypeScript file of this project: node scripts/run.mjs bench/alignment.ts [arguments]
import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { yamlPlugin } from './yaml-module.mjs';

const [, , entry, ...rest] = process.argv;
const folder = join('node_modules', '.cache', 'clausewatch');
mkdirSync(folder, { recursive: true });
const outfile = join(folder, `${basename(entry).replace(/\.tsx?$/, '')}-${process.pid}.mjs`);
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  plugins: [yamlPlugin],
  logLevel: 'warning',
});
process.argv.splice(1, process.argv.length - 1, entry, ...rest);
try {
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(outfile, { force: true });
}
