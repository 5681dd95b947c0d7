import type { Change, Comparison, Unit } from '../model/change.ts';
import { longestCommonRun, wordsOf, type CommonRun, type Word } from './phrases.ts';

/** A run of words of one origin; `at` counts the revisions from 0. */
export interface BlamedRun {
  readonly text: string;
  readonly origin: number;
}

/** Words that were deleted once and came back. */
export interface Returned {
  readonly path: string;
  readonly text: string;
  readonly first: number;
  /** The revision that no longer had them, and the one that has them again. */
  readonly lost: number;
  readonly back: number;
}

/** For each unit of a text, the revision each of its characters comes from. */
export type Origins = ReadonlyMap<string, readonly number[]>;

interface Buried {
  readonly words: readonly Word[];
  readonly origins: readonly number[];
  readonly lost: number;
}

/** A deleted run that returns keeps its first origin from this many words on. */
const LEAST_WORDS = 5;

const keyOf = ({ unit, path }: Unit): string => `${unit} ${path}`;

/** All of a first revision comes from it. */
export function firstOrigins(units: readonly Unit[]): Origins {
  return new Map(units.map((unit) => [keyOf(unit), Array.from({ length: unit.text.length }, () => 0)]));
}

const joinOrigins = (units: readonly Unit[], origins: Origins, at: number): number[] =>
  units.flatMap((unit, index) => {
    const own = origins.get(keyOf(unit)) ?? Array.from({ length: unit.text.length }, () => at);
    return index === 0 ? own : [at, ...own];
  });

/** Follows a text through its revisions; keeps what was deleted so that it is known again. */
export function blameThrough(): {
  readonly step: (
    comparison: Comparison,
    before: Origins,
    at: number,
  ) => { origins: Origins; returned: Returned[] };
} {
  const graves: Buried[] = [];
  const bury = (change: Change, origins: readonly number[], at: number) => {
    let offset = 0;
    for (const { op, text } of change.spans) {
      if (op === 'insert') continue;
      if (op === 'delete') {
        const words = wordsOf(text);
        if (words.length >= LEAST_WORDS)
          graves.push({ words, origins: origins.slice(offset, offset + text.length), lost: at });
      }
      offset += text.length;
    }
  };
  /** Looks up the longest known run, then what stands on both sides of it. */
  const dig = (
    words: readonly Word[],
    at: number,
    own: number[],
    found: (first: Word, last: Word, origin: number, lost: number) => void,
  ): void => {
    let best: { readonly run: CommonRun; readonly grave: Buried } | null = null;
    let size = LEAST_WORDS - 1;
    for (const grave of graves) {
      const run = longestCommonRun(words, grave.words);
      if (run === null || run.to - run.from <= size) continue;
      best = { run, grave };
      size = run.to - run.from;
    }
    if (best === null) return;
    const { run, grave } = best;
    const originAt = (index: number) => grave.origins[grave.words[index]?.start ?? 0] ?? at;
    for (let index = run.from; index < run.to; index++) {
      const [word, next] = [words[index], words[index + 1]];
      if (word === undefined) continue;
      own.fill(
        originAt(run.at + index - run.from),
        word.start,
        index + 1 < run.to ? (next?.start ?? word.end) : word.end,
      );
    }
    const [first, last] = [words[run.from], words[run.to - 1]];
    if (first !== undefined && last !== undefined) found(first, last, originAt(run.at), grave.lost);
    dig(words.slice(0, run.from), at, own, found);
    dig(words.slice(run.to), at, own, found);
  };
  const step = (comparison: Comparison, before: Origins, at: number) => {
    const returned: Returned[] = [];
    for (const change of comparison.changes) bury(change, joinOrigins(change.base, before, at), at);
    const origins = new Map<string, readonly number[]>();
    for (const change of comparison.changes) {
      if (change.revised.length === 0) continue;
      const old = joinOrigins(change.base, before, at);
      const own: number[] = [];
      let offset = 0;
      const inserts: { text: string; start: number }[] = [];
      for (const { op, text } of change.spans) {
        if (op === 'equal') own.push(...old.slice(offset, offset + text.length));
        if (op === 'insert') {
          inserts.push({ text, start: own.length });
          own.push(...Array.from({ length: text.length }, () => at));
        }
        if (op !== 'insert') offset += text.length;
      }
      const path = change.revised[0]?.path ?? '';
      for (const { text, start } of inserts) {
        const words = wordsOf(text).map((word) => ({
          ...word,
          start: word.start + start,
          end: word.end + start,
        }));
        dig(words, at, own, (first, last, origin, lost) => {
          // Words carried to another clause in the same revision were never gone.
          if (lost < at)
            returned.push({
              path,
              text: text.slice(first.start - start, last.end - start),
              first: origin,
              lost,
              back: at,
            });
        });
      }
      let from = 0;
      for (const unit of change.revised) {
        origins.set(keyOf(unit), own.slice(from, from + unit.text.length));
        from += unit.text.length + 1;
      }
    }
    return { origins, returned };
  };
  return { step };
}

/** The runs of one origin in a unit. Law: joined they are its text. */
export function runsOf(unit: Unit, origins: Origins): BlamedRun[] {
  const own = origins.get(keyOf(unit)) ?? [];
  const runs: { text: string; origin: number }[] = [];
  for (let at = 0; at < unit.text.length; at++) {
    const origin = own[at] ?? 0;
    const last = runs[runs.length - 1];
    if (last?.origin === origin) last.text += unit.text.charAt(at);
    else runs.push({ text: unit.text.charAt(at), origin });
  }
  return runs;
}
