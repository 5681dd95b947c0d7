import type { Clause, Resolution } from '../../core/model/resolution.ts';

/** Where a clause stands by its order alone: versions in two languages agree in nothing else. */
export interface Ordinal {
  readonly part: string;
  readonly section: number;
  readonly clause: number;
}

const flat = (clauses: readonly Clause[]): readonly Clause[] =>
  clauses.flatMap((clause) => [clause, ...flat(clause.children)]);

/** The place of a clause of this path in its text's order; null where there is none. */
export function ordinalOf({ children }: Resolution, path: string): Ordinal | null {
  for (const part of children) {
    if (part.name === 'frame') continue;
    for (const [section, { children: clauses }] of part.children.entries()) {
      const clause = flat(clauses).findIndex((one) => one.path === path);
      if (clause >= 0) return { part: part.name, section, clause };
    }
  }
  return null;
}

/** The path of the clause at that place of another text, or of the nearest one before it. */
export function pathAt({ children }: Resolution, { part: name, section, clause }: Ordinal): string | null {
  const part = children.find((one) => one.name === name);
  if (!part || part.name === 'frame') return null;
  const clauses = flat(part.children[Math.min(section, part.children.length - 1)]?.children ?? []);
  return clauses[Math.min(clause, clauses.length - 1)]?.path ?? null;
}
