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
lines.push(
  '',
  '## Keys and looks of your own',
  '',
  'Settings are in `clausewatch/config.yaml` in `$XDG_CONFIG_HOME`, else in `~/.config`. Options of the command line win.',
  '',
  '```yaml',
  'ui-lang: fr              # en, fr; the locale decides when it is left out (--ui-lang)',
  'theme: light             # dark, light, colour-blind, mono (--theme; ctrl-t changes it while you work)',
  'layout: inline           # auto, split, inline (--layout; v changes it)',
  'ascii: true              # only ASCII for signs and lines (--ascii)',
  'screen-reader: true      # one clause at a time in words, the cursor on it (--screen-reader)',
  'mouse: true              # wheel and clicks; text is then selected with Shift held (--mouse)',
  'keys:                    # a command, with the keys it is to have instead of its own',
  '  review.next: J',
  '  review.nextFlag: ["] j", F]',
  '  app.redraw: []         # no key at all',
  '```',
  '',
  'A key is a character, or `enter` `tab` `shift-tab` `space` `backspace` `delete` `esc` `up` `down` `left` `right` `home` `end`',
  '`pgup` `pgdn` `f1` `ctrl-a` … `ctrl-z` `alt-` with a key, `wheel-up` `wheel-down`. A sequence is written with spaces: `] j`.',
  'A command or key that does not exist, a key that two commands of one screen would share, and any setting that is not',
  'understood end the program with 2 and one line with file and line. `?` and the palette (`:`) show the keys as they are set.',
  'Under `NO_COLOR` and `--no-color` the theme is `mono`: signs instead of colours.',
);
process.stdout.write(`${lines.join('\n')}\n`);
