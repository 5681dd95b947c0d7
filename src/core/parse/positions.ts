import type { Position } from 'unist';

/** The unist position of a line: the source's own where it has one, else its line number. */
export function positionOf(line: { readonly line: number; readonly position?: Position }): {
  position?: Position;
} {
  if (line.position !== undefined) {
    // A paragraph cut into lines keeps its own position; its first line tells where the piece stands.
    const { start, end } = line.position;
    return {
      position: start.line === line.line ? line.position : { start: { line: line.line, column: 1 }, end },
    };
  }
  if (line.line <= 0) return {};
  const point = { line: line.line, column: 1 };
  return { position: { start: point, end: point } };
}
