import { RE2JS } from 're2js';
import type { PatternMatcher } from '../../core/rules/lexicon.ts';

const MAX_LENGTH = 200;
const MAX_REPEAT = 50;
/** Longer clauses are matched in their first part only: a pattern must not decide how long a check takes. */
const MAX_TEXT = 20_000;

/** Why a user's pattern may not be used; null when it may. */
export function patternFault(pattern: string): string | null {
  if (pattern.length > MAX_LENGTH) return `A pattern may have ${MAX_LENGTH} characters at most.`;
  if (/\(\?(?:[=!]|<[=!])/u.test(pattern)) return 'A pattern may not look ahead or behind.';
  if (/\\[1-9]|\\k</u.test(pattern)) return 'A pattern may not refer back.';
  for (const repeat of pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/gu))
    if (Number(repeat[1]) > MAX_REPEAT || Number(repeat[2] ?? '') > MAX_REPEAT)
      return `A pattern may repeat a thing ${MAX_REPEAT} times at most.`;
  try {
    RE2JS.compile(pattern);
  } catch (error) {
    return `This is no pattern: ${error instanceof Error ? error.message : String(error)}`;
  }
  return null;
}

/** A matcher for a user's pattern, in linear time whatever the pattern (RE2), without flags. */
export function compilePattern(concept: string, pattern: string): PatternMatcher {
  const compiled = RE2JS.compile(pattern);
  return {
    concept,
    name: `re:${pattern}`,
    find: (text) => {
      const matcher = compiled.matcher(text.slice(0, MAX_TEXT));
      const found: (readonly [number, number])[] = [];
      while (matcher.find())
        if (matcher.end() > matcher.start()) found.push([matcher.start(), matcher.end()]);
      return found;
    },
  };
}
