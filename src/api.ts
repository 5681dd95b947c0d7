import { compareResolutions } from './core/diff/compare-resolutions.ts';
import type { Comparison } from './core/model/change.ts';
import type { Flag, NotChecked } from './core/model/flag.ts';
import type { Resolution } from './core/model/resolution.ts';
import type { ParseOptions } from './core/parse/build-resolution.ts';
import { parseMarkdown } from './core/parse/parse-markdown.ts';
import { checkComparison } from './core/rules/check-comparison.ts';
import { CORE_PACK } from './core/rules/core-pack.ts';

/** The Resolution tree of a Markdown text (front matter is skipped). Never throws. */
export function parse(markdown: string, options: ParseOptions = {}): Resolution {
  return parseMarkdown(markdown, options);
}

/** What changed between two texts, clause by clause. */
export function compare(base: Resolution, revised: Resolution): Comparison {
  return compareResolutions(base, revised);
}

/** What changed and what to worry about: the comparison, its flags, and what could not be checked. */
export function check(
  base: Resolution,
  revised: Resolution,
): Comparison & { readonly flags: readonly Flag[]; readonly notChecked: readonly NotChecked[] } {
  const comparison = compareResolutions(base, revised);
  return {
    ...comparison,
    ...checkComparison(comparison, { base, revised, language: revised.language }, CORE_PACK),
  };
}
