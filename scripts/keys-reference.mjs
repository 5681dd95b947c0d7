// Prints docs/keys.md, made from data/keys.yaml; `npm run docs` writes it.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const PLACES = {
  library: 'the library',
  page: 'the further screens',
  review: 'the comparison',
  list: 'lists',
  reader: 'help and details',
  note: 'while writing a note',
  prompt: 'while typing a line',
  screens: 'library, comparison, further screens',
  everywhere: 'everywhere',
};

const shown = (keys) => {
  const parts = keys.split(' ').filter((key) => key !== '');
  const text = parts.every((key) => key.length === 1) ? parts.join('') : parts.join(' ');
  return `\`${text.replaceAll('|', '\\|')}\``;
};

const { groups, commands } = parse(readFileSync('data/keys.yaml', 'utf8'));
const lines = [
  '# Keys',
  '',
  'Made from `data/keys.yaml` by `scripts/keys-reference.mjs`; `?` shows the same in the program.',
  'Every key is a named command, and nothing wraps around at the ends.',
];
for (const [group, title] of Object.entries(groups)) {
  const entries = commands.filter((entry) => entry.group === group);
  if (entries.length === 0) continue;
  lines.push('', `## ${title.en}`, '', '| Keys | What they do | Where | Command |', '|---|---|---|---|');
  for (const { command, keys, help, in: place } of entries) {
    lines.push(`| ${keys.map(shown).join(' ')} | ${help.en} | ${PLACES[place]} | \`${command}\` |`);
  }
}
process.stdout.write(`${lines.join('\n')}\n`);
