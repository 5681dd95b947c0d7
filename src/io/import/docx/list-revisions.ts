import type { Revision, TrackedBlock, TrackedDocument } from './tracked-document.ts';

/** One tracked change as a person sees it: who, when, what, where. */
export interface RevisionEntry extends Revision {
  readonly on: 'text' | 'paragraph-mark' | 'row' | 'cell';
  /** The words put in or taken out; empty for marks, rows and cells. */
  readonly text: string;
  readonly line: number;
}

const same = (a: RevisionEntry | undefined, b: RevisionEntry): boolean =>
  a?.on === 'text' &&
  b.on === 'text' &&
  a.line === b.line &&
  a.kind === b.kind &&
  a.author === b.author &&
  a.date === b.date;

const collect = (blocks: readonly TrackedBlock[], found: RevisionEntry[]): void => {
  const add = (entry: RevisionEntry): void => {
    const last = found.at(-1);
    if (last !== undefined && same(last, entry))
      found[found.length - 1] = { ...last, text: last.text + entry.text };
    else found.push(entry);
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      const { line } = block;
      for (const { revisions, text } of block.runs) {
        for (const revision of revisions) add({ ...revision, on: 'text', text, line });
      }
      for (const revision of block.markRevisions) add({ ...revision, on: 'paragraph-mark', text: '', line });
      continue;
    }
    for (const row of block.rows) {
      for (const revision of row.revisions) add({ ...revision, on: 'row', text: '', line: block.line });
      for (const cell of row.cells) {
        for (const revision of cell.revisions) add({ ...revision, on: 'cell', text: '', line: block.line });
        collect(cell.blocks, found);
      }
    }
  }
};

/**
 * All tracked changes of the text and its notes, in reading order; an empty list means the file holds one text
 * only. Changes of layout are none.
 */
export function listRevisions(doc: TrackedDocument): readonly RevisionEntry[] {
  const found: RevisionEntry[] = [];
  collect(doc.blocks, found);
  for (const { blocks } of doc.notes.values()) collect(blocks, found);
  return found;
}
