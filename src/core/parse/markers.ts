import type { FrameName, PartName } from '../model/resolution.ts';
import type { Placement } from '../model/source.ts';

const MARKER =
  /^<!-- (?:frame (number|title|history|opening)|(heading|division) (preamble|operative|annex)|clause (\d{1,3})(?: "([^"\n]{1,40})")?|(paragraph)) -->/u;

/**
 * Reads the marker at the start of a paragraph's source (`<!-- clause 2 "a)" -->`): what the line is and how
 * many characters the marker takes; null for none. A marker is written only where the words would be read as
 * something else, so ordinary texts have none.
 */
export function readMarker(source: string): { readonly placed: Placement; readonly length: number } | null {
  const found = MARKER.exec(source);
  if (found === null) return null;
  const [taken, name, heading, part, depth, label, paragraph] = found;
  const length = taken.length;
  // The alternatives of the pattern are the values of the types.
  if (name !== undefined) return { placed: { role: 'frame', name: name as FrameName }, length };
  if (heading !== undefined) {
    const isDivision = heading === 'division';
    return { placed: { role: 'heading', part: part as Exclude<PartName, 'frame'>, isDivision }, length };
  }
  if (paragraph !== undefined) return { placed: { role: 'paragraph' }, length };
  return {
    placed: { role: 'clause', depth: Math.max(1, Number.parseInt(depth ?? '1', 10)), label: label ?? null },
    length,
  };
}

/** The marker that says what a line is. Law: {@link readMarker} reads the same back. Blocks have none: they stand fenced. */
export function writeMarker(placed: Exclude<Placement, { role: 'block' }>): string {
  switch (placed.role) {
    case 'frame':
      return `<!-- frame ${placed.name} -->`;
    case 'heading':
      return `<!-- ${placed.isDivision ? 'division' : 'heading'} ${placed.part} -->`;
    case 'clause':
      return `<!-- clause ${placed.depth}${placed.label === null ? '' : ` "${placed.label}"`} -->`;
    case 'paragraph':
      return '<!-- paragraph -->';
  }
}
