import type { CommandName } from '../keys/commands.ts';
import type { KeyContext, KeyEntry } from '../keys/key-table.ts';
import { showKeys } from '../keys/key-table.ts';
import { commandsIn, continuations } from '../keys/resolve-key.ts';
import { cellWidth, cutToWidth, splitAtWidth } from '../layout/cell-width.ts';
import type { Placed, Row, Segment } from '../layout/row.ts';
import { textRow } from '../layout/row.ts';
import { fitRow } from '../layout/row-shape.ts';
import type { Size, Status } from '../state/app-state.ts';
import type { Voice } from '../state/desk.ts';
import type { TextBuffer } from '../state/text-buffer.ts';
import { graphemeAtCaret } from '../state/text-buffer.ts';

type Hint = readonly [key: string, word: string];

const hintOf = (voice: Voice, { keys, hint, help }: KeyEntry, key = showKeys(keys[0] ?? [])): Hint => [
  key,
  (hint ?? help)[voice.session.uiLanguage],
];

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

/** The key that begins the names of all further screens, where they can be reached. */
const moreScreens = (voice: Voice, context: KeyContext): Hint[] => {
  const known = commandsIn(voice.keys, context).filter((entry) => entry.context === 'screens');
  const [prefix] = known.flatMap(({ keys }) =>
    keys.filter((one) => one.length === 2).map(([key]) => key ?? ''),
  );
  return prefix === undefined ? [] : [[prefix, voice.say('hint.more')]];
};

export interface HintOptions {
  /** True where the way out leads to another screen. */
  readonly isNested?: boolean;
  /** Commands that do nothing on this very screen. */
  readonly without?: readonly CommandName[];
}

/** What works in a context, from the key table. */
export function workingRow(
  voice: Voice,
  context: KeyContext,
  columns: number,
  { isNested = false, without = [] }: HintOptions = {},
): Row {
  const isTyping = context === 'note' || context === 'prompt';
  const hints = commandsIn(voice.keys, context)
    .filter(({ hint, keys, command }) => hint !== null && keys.length > 0 && !without.includes(command))
    .filter((entry) => !isTyping || entry.context === context)
    // Screens that take two keys: the first one lists them all.
    .filter(({ context: own, keys: [first] }) => own !== 'screens' || first?.length === 1)
    .map((entry): Hint => {
      const [key, word] = hintOf(voice, entry);
      return [key, isNested && entry.command === 'app.back' ? voice.say('hint.back') : word];
    });
  const more = moreScreens(voice, context);
  return hintRow([...hints.slice(0, -2), ...more, ...hints.slice(-2)], columns, isTyping ? 0 : 2);
}

/** The keys pressed so far, and all they may still become: as many rows as that takes. */
export function pendingRows(
  voice: Voice,
  context: KeyContext,
  pending: readonly string[],
  columns: number,
): Row[] {
  const lead: Segment = { text: ` ${showKeys(pending)} `, style: 'cursor' };
  const indent: Segment = { text: ' '.repeat(cellWidth(lead.text)), style: 'plain' };
  const rows: Segment[][] = [[lead]];
  let left = columns - cellWidth(lead.text);
  for (const { rest, entry } of continuations(voice.keys, context, pending)) {
    const [key, word] = hintOf(voice, entry, rest);
    const own: Segment[] = [
      { text: ` ${key}`, style: 'strong' },
      { text: ` ${word} `, style: 'dim' },
    ];
    const width = cellWidth(key) + cellWidth(word) + 3;
    if (width > left && rows.at(-1)?.length !== 1) {
      rows.push([indent]);
      left = columns - cellWidth(indent.text);
    }
    rows.at(-1)?.push(...own);
    left -= width;
  }
  return rows;
}

/** The first of these rows, where there is room for no more. */
export function pendingRow(
  voice: Voice,
  context: KeyContext,
  pending: readonly string[],
  columns: number,
): Row {
  return pendingRows(voice, context, pending, columns)[0] ?? [];
}

/** A frame with rows over its lowest ones: they hide what was there as long as a sequence is unfinished. */
export function overlaid(frame: readonly Placed[], rows: readonly Row[], size: Size): readonly Placed[] {
  const from = size.rows - rows.length;
  const own = rows.map((row, nth) => ({
    x: 0,
    y: from + nth,
    columns: size.columns,
    row: fitRow(row, size.columns),
  }));
  return [...frame.filter(({ y }) => y < from), ...own];
}

/** An answer to the last key. */
export function answerRow({ theme }: Pick<Voice, 'theme'>, { text, tone }: Status, columns: number): Row {
  const cut = ` ${cutToWidth(text, columns - 2, theme.glyphs.ellipsis)}`;
  return textRow(cut, tone === 'warning' ? 'warning' : 'strong');
}

/** A line being typed, with the caret as a cell in reverse. */
export function promptRow(name: string, buffer: TextBuffer, columns: number): Row {
  const lead = ` ${name}: `;
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
}
