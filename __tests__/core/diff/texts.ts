import type { Change } from '../../../src/core/model/change.ts';
import type { Resolution } from '../../../src/core/model/resolution.ts';
import { writeText } from '../../support/generate-tree.ts';

/** A small text: headings with their clauses; a heading that begins with a capital is operative. */
export function textOf(sections: Readonly<Record<string, readonly string[]>>): Resolution {
  const groups = Object.entries(sections).map(([name, texts]) => ({
    heading: name.toLowerCase(),
    part: /^\p{Lu}/u.test(name) ? ('operative' as const) : ('preamble' as const),
    items: texts.map((text) => ({ text, children: [] })),
  }));
  return writeText(groups, 'en', 2022).tree;
}

/** The change that holds a clause, by its path on one side. */
export function changeOf(changes: readonly Change[], side: 'base' | 'revised', path: string): Change {
  const found = changes.find((one) => one.unit === 'clause' && one[side].some((unit) => unit.path === path));
  if (found === undefined) throw new Error(`no change holds ${path}`);
  return found;
}
