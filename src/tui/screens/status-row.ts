import { continuations, commandsIn } from '../keys/resolve-key.ts';
import type { KeyEntry } from '../keys/key-table.ts';
import { showKeys } from '../keys/key-table.ts';
import { cellWidth, cutToWidth, splitAtWidth } from '../layout/cell-width.ts';
import type { Row, Segment } from '../layout/row.ts';
import { textRow } from '../layout/row.ts';
import type { AppState, Prompt } from '../state/app-state.ts';
import { graphemeAtCaret } from '../state/text-buffer.ts';
import type { Desk } from '../state/desk.ts';
import { contextOf } from '../state/update.ts';

type Hint = readonly [key: string, word: string];

const hintOf = (desk: Desk, { keys, hint, help }: KeyEntry): Hint => [
  showKeys(keys[0] ?? []),
  (hint ?? help)[desk.session.uiLanguage],
];

const hintsIn = (desk: Desk, state: AppState): Hint[] => {
  const context = contextOf(state);
  const entries = commandsIn(desk.keys, context).filter(({ hint, keys }) => hint !== null && keys.length > 0);
  const isTyping = context === 'note' || context === 'prompt';
  return entries
    .filter((entry) => !isTyping || entry.context === context)
    .map((entry) => hintOf(desk, entry));
};

/** As many hints as fit; the last ones, help and the way out, always do. */
const hintRow = (hints: readonly Hint[], columns: number, always = 0): Row => {
  const width = ([key, word]: Hint): number => cellWidth(key) + cellWidth(word) + 3;
  const last = always > 0 ? hints.slice(-always) : [];
  let left = columns - 1 - last.reduce((sum, hint) => sum + width(hint), 0);
  const shown: Hint[] = [];
  for (const hint of hints.slice(0, hints.length - always)) {
    left -= width(hint);
    if (left < 0) break;
    shown.push(hint);
  }
  return [...shown, ...last].flatMap(([key, word]): Segment[] => [
    { text: ` ${key}`, style: 'strong' },
    { text: ` ${word} `, style: 'dim' },
  ]);
};

const promptRow = (desk: Desk, { kind, buffer }: Prompt, columns: number): Row => {
  const lead = ` ${desk.say(`prompt.${kind}`)}: `;
  const room = Math.max(4, columns - cellWidth(lead) - 2);
  // A line longer than the window shows its end: that is where one types.
  let before = buffer.text.slice(0, buffer.caret);
  while (cellWidth(before) > room) before = splitAtWidth(before, 1)[1] || before.slice(1);
  const at = graphemeAtCaret(buffer);
  const after = splitAtWidth(buffer.text.slice(buffer.caret + at.length), room - cellWidth(before))[0];
  return [
    { text: lead, style: 'strong' },
    { text: before, style: 'plain' },
    { text: at === '' ? ' ' : at, style: 'caret' },
    { text: after, style: 'plain' },
  ];
};

/** The bottom line: what is being typed, a pending sequence, an answer, or what works here. */
export function statusRow(desk: Desk, state: AppState): Row {
  const { columns } = state.size;
  const { prompt, pending, status } = state;
  if (pending.length > 0) {
    const ways = continuations(desk.keys, contextOf(state), pending);
    const hints = ways.map(({ rest, entry }): Hint => [
      rest,
      (entry.hint ?? entry.help)[desk.session.uiLanguage],
    ]);
    return [{ text: ` ${showKeys(pending)} `, style: 'cursor' }, ...hintRow([...hints], columns - 4)];
  }
  if (status) {
    const text = ` ${cutToWidth(status.text, columns - 2, desk.theme.glyphs.ellipsis)}`;
    return textRow(text, status.tone === 'warning' ? 'warning' : 'strong');
  }
  if (prompt) return promptRow(desk, prompt, columns);
  const context = contextOf(state);
  return hintRow(hintsIn(desk, state), columns, context === 'note' || context === 'prompt' ? 0 : 2);
}
