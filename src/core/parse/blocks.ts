import type { Block } from '../model/resolution.ts';
import type { SourceLine } from '../model/source.ts';
import { positionOf } from './positions.ts';

/** A line that is no clause, kept as it stood. */
export function toBlock(line: SourceLine, after: string | null): Block {
  const text = line.label === null ? line.text : `${line.label} ${line.text}`;
  return {
    type: 'block',
    kind: line.kind === 'paragraph' ? 'text' : line.kind,
    text,
    after,
    ...positionOf(line),
  };
}
