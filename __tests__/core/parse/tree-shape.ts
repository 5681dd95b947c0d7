import type { Clause, Resolution } from '../../../src/core/model/resolution.ts';

/** A tree without what depends on where and how it was read: positions, messages, confidence. */
export function bareTree(resolution: Resolution): unknown {
  const left = new Set(['position', 'messages', 'confidence']);
  return JSON.parse(JSON.stringify(resolution, (key, value: unknown) => (left.has(key) ? undefined : value)));
}

/** All clauses of a text in reading order. */
export function clausesOf(resolution: Resolution): Clause[] {
  const found: Clause[] = [];
  const walk = (clauses: readonly Clause[]): void => {
    for (const clause of clauses) {
      found.push(clause);
      walk(clause.children);
    }
  };
  for (const part of resolution.children)
    if (part.name !== 'frame') for (const section of part.children) walk(section.children);
  return found;
}

/** Every piece of text that a tree holds: nothing of a source may be missing here. */
export function allText(resolution: Resolution): string {
  const pieces: string[] = [];
  const addMarks = (marks: readonly { readonly url?: string }[]) => {
    for (const { url } of marks) if (url !== undefined) pieces.push(url);
  };
  for (const part of resolution.children) {
    if (part.name === 'frame') {
      for (const line of [...part.blocks, ...part.children]) {
        pieces.push(line.text);
        if ('marks' in line) addMarks(line.marks);
      }
    } else {
      for (const section of part.children)
        pieces.push(section.text, ...section.blocks.map((block) => block.text));
    }
  }
  for (const clause of clausesOf(resolution)) {
    pieces.push(`${clause.label ?? ''} ${clause.text}`);
    addMarks(clause.marks);
  }
  for (const note of resolution.footnotes) {
    pieces.push(note.label, note.text);
    addMarks(note.marks);
  }
  return pieces.join('\n');
}
