import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The licences of the packages whose files are in a bundle, as one text. `inputs` are the bundle's source files. */
export function thirdParty(inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const found = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
    if (found !== null) folders.add(found[0]);
  }
  const entries = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    const text =
      file !== undefined && existsSync(join(folder, file))
        ? readFileSync(join(folder, file), 'utf8').trim()
        : '';
    return `${name} ${version} (${license ?? 'licence in its package'})\n${'-'.repeat(60)}\n${text}\n`;
  });
  return `Clausewatch is built with the packages below.\n\n${entries.join('\n')}`;
}
