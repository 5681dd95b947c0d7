import type {
  ParagraphProperties,
  Revision,
  TrackedBlock,
  TrackedCell,
  TrackedParagraph,
  TrackedRun,
} from './tracked-document.ts';

/** Which of the two texts of a tracked document is wanted. */
export type Side = 'accept' | 'reject';

export interface SettledParagraph {
  readonly kind: 'paragraph';
  readonly line: number;
  readonly runs: readonly TrackedRun[];
  readonly properties: ParagraphProperties;
  /** It held text, and none of it is left: producers that do not track paragraph marks leave these behind. */
  readonly isEmptied: boolean;
}

export interface SettledTable {
  readonly kind: 'table';
  readonly line: number;
  /** Rows of cells of blocks. */
  readonly rows: readonly (readonly (readonly SettledBlock[])[])[];
}

export type SettledBlock = SettledParagraph | SettledTable;

const GONE: Readonly<Record<Side, readonly Revision['kind'][]>> = {
  accept: ['del', 'moveFrom'],
  reject: ['ins', 'moveTo'],
};

const isKept = (revisions: readonly Revision[], side: Side): boolean =>
  !revisions.some(({ kind }) => GONE[side].includes(kind));

const hasWords = (runs: readonly TrackedRun[]): boolean =>
  runs.some(({ kind, text }) => kind === 'note' || kind === 'picture' || text.trim() !== '');

const propertiesOf = (paragraph: TrackedParagraph, side: Side): ParagraphProperties =>
  side === 'reject' ? (paragraph.formerProperties ?? paragraph.properties) : paragraph.properties;

/**
 * One paragraph of those that lost the mark between them. Style and numbering live in the mark that stays;
 * but where the paragraph it belongs to lost all its words, the words that are left keep their own.
 */
const joinParagraphs = (parts: readonly TrackedParagraph[], side: Side): SettledParagraph | null => {
  const last = parts.at(-1);
  if (last === undefined) return null;
  const kept = parts.map(({ runs }) => runs.filter(({ revisions }) => isKept(revisions, side)));
  const owner = hasWords(kept.at(-1) ?? [])
    ? last
    : (parts.find((_, index) => hasWords(kept[index] ?? [])) ?? last);
  const runs = kept.flat();
  const isEmptied = !hasWords(runs) && parts.some((part) => hasWords(part.runs));
  return { kind: 'paragraph', line: owner.line, runs, properties: propertiesOf(owner, side), isEmptied };
};

const settleCell = (cell: TrackedCell, side: Side): readonly SettledBlock[] => settle(cell.blocks, side);

/**
 * The blocks as they are when all changes are accepted, or all rejected. A paragraph whose mark goes joins
 * the next one; rows and cells go as a whole.
 */
export function settle(blocks: readonly TrackedBlock[], side: Side): readonly SettledBlock[] {
  const settled: SettledBlock[] = [];
  let waiting: TrackedParagraph[] = [];
  /** What lost its mark and has nothing to join to (a table follows, or the end) stands alone if it has words. */
  const flush = (): void => {
    const alone = joinParagraphs(waiting, side);
    waiting = [];
    if (alone !== null && hasWords(alone.runs)) settled.push(alone);
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      flush();
      const rows = block.rows
        .filter(({ revisions }) => isKept(revisions, side))
        .map(({ cells }) =>
          cells.filter(({ revisions }) => isKept(revisions, side)).map((cell) => settleCell(cell, side)),
        )
        .filter((cells) => cells.length > 0);
      if (rows.length > 0) settled.push({ kind: 'table', line: block.line, rows });
      continue;
    }
    waiting.push(block);
    if (!isKept(block.markRevisions, side)) continue;
    const joined = joinParagraphs(waiting, side);
    waiting = [];
    if (joined !== null) settled.push(joined);
  }
  flush();
  return settled;
}
