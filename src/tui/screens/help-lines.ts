import type { KeyContext, KeyEntry } from '../keys/key-table.ts';
import { showKeys } from '../keys/key-table.ts';
import type { Row } from '../layout/row.ts';
import { textRow } from '../layout/row.ts';
import { cellWidth } from '../layout/cell-width.ts';
import { wrapPieces } from '../layout/wrap.ts';
import type { Voice } from '../state/desk.ts';

const KEYS_COLUMNS = 16;

const entryLines = ({ keys, help }: KeyEntry, language: 'en' | 'fr', columns: number): Row[] => {
  const names = keys.map(showKeys).join('  ');
  const pad = ' '.repeat(Math.max(2, KEYS_COLUMNS - cellWidth(names)));
  return wrapPieces([{ text: help[language], style: 'plain' }], columns - KEYS_COLUMNS - 2, null).map(
    (row, nth) => [
      nth === 0
        ? { text: `  ${names}${pad}`, style: 'strong' }
        : { text: ' '.repeat(KEYS_COLUMNS + 2), style: 'plain' },
      ...row,
    ],
  );
};

/** The help screen, made from the key table: what is shown is what works. */
export function helpLines(desk: Voice, contexts: readonly KeyContext[], columns: number): Row[] {
  const { keys, session, say } = desk;
  const language = session.uiLanguage;
  const lines: Row[] = [];
  for (const [group, title] of Object.entries(keys.groups)) {
    const entries = keys.entries.filter((entry) => entry.group === group && contexts.includes(entry.context));
    if (entries.length === 0) continue;
    lines.push(textRow(` ${title[language]}`, 'heading'));
    for (const entry of entries) lines.push(...entryLines(entry, language, columns));
    lines.push([]);
  }
  lines.push(textRow(` ${say('help.legend')}`, 'heading'));
  for (const line of say('help.signs').split('\n')) lines.push(textRow(`  ${line}`));
  return lines;
}
