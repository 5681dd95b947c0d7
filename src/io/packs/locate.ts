import { LineCounter, parseDocument, type Document } from 'yaml';

/** A fault in a pack: where, and what to do. */
export interface PackProblem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** A YAML file read, with the way from a place in its data back to its line. */
export interface LocatedYaml {
  readonly file: string;
  readonly data: unknown;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  readonly problems: readonly PackProblem[];
}

/** Parses YAML and keeps the lines. A key given twice is a fault, as is anything YAML itself rejects. */
export function parseLocated(file: string, source: string): LocatedYaml {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, uniqueKeys: true });
  const problems = document.errors.map((error) => ({
    file,
    line: counter.linePos(error.pos[0]).line,
    code: 'yaml',
    message: error.message.split('\n')[0] ?? 'This is not YAML.',
  }));
  const data: unknown = problems.length > 0 ? null : document.toJS();
  return { file, data, lineOf: (path) => lineOf(document, counter, path), problems };
}

/** The line of a place, or of the nearest thing around it that has one. */
function lineOf(document: Document, counter: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      const start: unknown = node.range[0];
      if (typeof start === 'number') return counter.linePos(start).line;
    }
  }
  return 1;
}
