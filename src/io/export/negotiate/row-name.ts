import type { Row } from '../../../core/negotiate/matrix-types.ts';
import type { Say } from '../../../core/text/speak.ts';

/** What a row is called: the path of its base clause, or that of the new clause and where it is put in. */
export function rowName({ base, after, cells }: Row, say: Say): string {
  if (base !== null) return base.path;
  const [cell] = cells.values();
  const place = after === null ? say('matrix.newFirst') : say('matrix.new', { path: after });
  return `${cell?.revised[0] ?? ''} (${place})`;
}

/** The rows of a matrix that say something, in reading order: what is put in stands where it is put. */
export function toldRows({
  frame,
  headings,
  rows,
  footnotes,
}: {
  readonly frame: readonly Row[];
  readonly headings: readonly Row[];
  readonly rows: readonly Row[];
  readonly footnotes: readonly Row[];
}): readonly Row[] {
  const isTold = ({ cells }: Row): boolean => [...cells.values()].some(({ kind }) => kind !== 'renumbered');
  return [...frame, ...headings, ...rows, ...footnotes].filter(isTold).sort((a, b) => a.order - b.order);
}
