import type { Language } from '../../src/core/model/language.ts';
import data from './phrases.yaml';

/** The phrases of one language from which clauses are made. */
export interface Pool {
  readonly preamble: readonly string[];
  readonly operative: readonly string[];
  /** Headings that no generated base has: what a reworded heading becomes. */
  readonly others: readonly string[];
  readonly that: string;
  readonly and: string;
  readonly join: string;
  readonly subjects: readonly string[];
  readonly verbs: readonly string[];
  readonly heads: readonly string[];
  readonly things: readonly string[];
  readonly qualifiers: readonly string[];
  readonly cite: readonly string[];
  readonly places: readonly string[];
}

const LISTS = [
  'preamble',
  'operative',
  'others',
  'subjects',
  'verbs',
  'heads',
  'things',
  'qualifiers',
  'cite',
  'places',
] as const;

const RAW = data as Readonly<Record<Language, Readonly<Record<keyof Pool, string>>>>;

/** The pool of a language. */
export function poolOf(language: Language): Pool {
  const raw = RAW[language];
  const lists = Object.fromEntries(
    LISTS.map((name) => [
      name,
      raw[name]
        .split('|')
        .map((phrase) => phrase.trim())
        .filter(Boolean),
    ]),
  ) as Record<(typeof LISTS)[number], string[]>;
  return { ...lists, that: raw.that, and: raw.and, join: raw.join };
}

export interface Dice {
  /** A number from 0 up to 1. */
  readonly random: () => number;
  /** A whole number from 0 up to `limit`. */
  readonly below: (limit: number) => number;
  readonly pick: <Item>(list: readonly Item[]) => Item;
}

/** Mulberry32: a small seeded generator, so that a failing pair can be made again. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <Item>(list: readonly Item[]): Item => {
    const item = list[below(list.length)];
    if (item === undefined) throw new Error('an empty pool');
    return item;
  };
  return { random, below, pick };
}
