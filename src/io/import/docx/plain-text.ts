import { countLabels } from './list-labels.ts';
import { settle, type SettledBlock, type SettledParagraph, type Side } from './settle.ts';
import type { Revision, TrackedBlock, TrackedDocument, TrackedRun } from './tracked-document.ts';

export interface PlainTextOptions {
  /** Write the labels that Word's numbering draws, each with a tab. */
  readonly labels?: boolean;
  /** Write the characters of formulas too. */
  readonly math?: boolean;
}

const textOf = (runs: readonly TrackedRun[], options: PlainTextOptions): string =>
  runs
    .filter(({ kind }) => kind === 'text' || kind === 'note' || (kind === 'math' && options.math === true))
    .map((run) => (run.kind === 'note' ? noteMark(run) : run.text))
    .join('');

/** `footnote:3` is cited as 3, `endnote:3` as e3. */
const noteId = (key: string): string => key.replace('footnote:', '').replace('endnote:', 'e');

const noteMark = (run: TrackedRun): string => `[^${noteId(run.note ?? '')}]`;

type Label = (paragraph: SettledParagraph) => string;

const settledLines = (
  blocks: readonly SettledBlock[],
  options: PlainTextOptions,
  label: Label,
): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flatMap((row) => row.flatMap((cell) => settledLines(cell, options, label)))
      : [label(block) + textOf(block.runs, options)],
  );

const isIn = ({ kind }: Revision): boolean => kind === 'ins' || kind === 'moveTo';

/** `{+in+}`, `{-out-}`; neighbours of the same kind are one, whoever made them. */
const wrap = (text: string, revisions: readonly Revision[]): string => {
  let wrapped = text;
  for (const sign of new Set(revisions.map((revision) => (isIn(revision) ? '+' : '-'))))
    wrapped = `{${sign}${wrapped}${sign}}`;
  return wrapped;
};

const markedLines = (
  blocks: readonly TrackedBlock[],
  outer: readonly Revision[],
  options: PlainTextOptions,
): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'table') {
      return block.rows.flatMap(({ revisions: row, cells }) =>
        cells.flatMap((cell) => markedLines(cell.blocks, [...outer, ...row, ...cell.revisions], options)),
      );
    }
    let line = '';
    for (const run of block.runs) line += wrap(textOf([run], options), run.revisions.concat(outer));
    line = line
      .replace(/\+\}\{\+/g, '')
      .replace(/-\}\{-/g, '')
      .replace(/\{\+\+\}|\{--\}/g, '');
    return [line + (block.markRevisions.length > 0 ? wrap('¶', block.markRevisions.concat(outer)) : '')];
  });

/**
 * The text of a Word file, a paragraph a line, cells of tables one after the other, footnotes at the end as
 * `[^id]: text`. `all` gives both texts in one: `{+put in+}`, `{-taken out-}`, and `{+¶+}`, `{-¶-}` for a
 * paragraph mark; dropping the one kind with its text gives the other side.
 */
export function plainText(doc: TrackedDocument, mode: Side | 'all', options: PlainTextOptions = {}): string {
  const count = countLabels(doc.styles, doc.numbering);
  const label: Label = (paragraph) => {
    const found = count(paragraph);
    return found === null || options.labels !== true ? '' : `${found.label}\t`;
  };
  const linesOf = (blocks: readonly TrackedBlock[]): readonly string[] =>
    mode === 'all' ? markedLines(blocks, [], options) : settledLines(settle(blocks, mode), options, label);
  const lines = [...linesOf(doc.blocks)];
  const body = lines.join('\n');
  for (const [key, { blocks }] of doc.notes) {
    const id = noteId(key);
    if (body.includes(`[^${id}]`)) lines.push(`[^${id}]: ${linesOf(blocks).join('\n').trim()}`);
  }
  return `${lines.join('\n')}\n`;
}
