import type { Revision, TrackedBlock, TrackedDocument } from './tracked-document.ts';

/** Who changed how much in a document, and when. */
export interface ChangeAuthor {
  readonly author: string;
  readonly insertions: number;
  readonly deletions: number;
  /** First and last date of the changes as written in the file; null where it gives none. */
  readonly first: string | null;
  readonly last: string | null;
}

/** The authors of the tracked changes, most changes first. A move counts as a deletion and an insertion. */
export function changeAuthors(document: TrackedDocument): ChangeAuthor[] {
  const authors = new Map<string, ChangeAuthor>();
  const add = ({ author, kind, date }: Revision): void => {
    const known = authors.get(author) ?? { author, insertions: 0, deletions: 0, first: null, last: null };
    const isInsertion = kind === 'ins' || kind === 'moveTo';
    authors.set(author, {
      author,
      insertions: known.insertions + (isInsertion ? 1 : 0),
      deletions: known.deletions + (isInsertion ? 0 : 1),
      first: date !== null && (known.first === null || date < known.first) ? date : known.first,
      last: date !== null && (known.last === null || date > known.last) ? date : known.last,
    });
  };
  const visit = (blocks: readonly TrackedBlock[]): void => {
    for (const block of blocks) {
      if (block.kind === 'table') {
        for (const row of block.rows) {
          row.revisions.forEach(add);
          for (const cell of row.cells) {
            cell.revisions.forEach(add);
            visit(cell.blocks);
          }
        }
      } else {
        block.markRevisions.forEach(add);
        for (const run of block.runs) run.revisions.forEach(add);
      }
    }
  };
  visit(document.blocks);
  for (const { blocks } of document.notes.values()) visit(blocks);
  return [...authors.values()].sort(
    (a, b) => b.insertions + b.deletions - (a.insertions + a.deletions) || (a.author < b.author ? -1 : 1),
  );
}
