import type { Block } from '../model/resolution.ts';
import type { SourceLine } from '../model/source.ts';
import { positionOf } from './positions.ts';

/** The words of a line with its links spelled out: a block has no marks, and no address may be lost. */
const spelledOut = ({ text, marks }: SourceLine): string => {
  let spelled = '';
  let done = 0;
  for (const { kind, start, end, url } of marks) {
    if (kind !== 'link' || start < done) continue;
    spelled += `${text.slice(done, start)}[${text.slice(start, end)}](${url ?? ''})`;
    done = end;
  }
  return spelled + text.slice(done);
};

/** A line that is no clause, kept as it stood. */
export function toBlock(line: SourceLine, after: string | null): Block {
  const words = spelledOut(line);
  const text = line.label === null ? words : `${line.label} ${words}`.trimEnd();
  return {
    type: 'block',
    kind: line.kind === 'paragraph' ? 'text' : line.kind,
    text,
    after,
    ...positionOf(line),
  };
}
