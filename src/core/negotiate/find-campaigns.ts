import type { Comparison } from '../model/change.ts';
import type { ComparedText } from '../model/report.ts';
import { pathAt, revisedWords, wordsOf, type Word } from './phrases.ts';

/** A text with what it changed, and what is needed to put it in order. */
export interface CampaignText {
  /** Library id. */
  readonly id: string;
  readonly resolution: string;
  readonly sponsor: string | null;
  readonly year: number;
  readonly text: ComparedText;
  readonly comparison: Comparison;
}

/** One use of a wording. */
export interface Use {
  readonly id: string;
  readonly resolution: string;
  readonly sponsor: string | null;
  readonly year: number;
  readonly path: string;
  readonly text: string;
  /** Share of its three-word runs that the first use has too, 0 to 1. */
  readonly likeness: number;
}

/** The same inserted wording in several texts; uses by year and name, the first one first. */
export interface Campaign {
  readonly text: string;
  readonly uses: readonly Use[];
  /** Paragraphs of the Tunis Agenda that it cites, and those sharing out roles that it leaves out; empty for no citation. */
  readonly quotes: readonly string[];
  readonly leavesOut: readonly string[];
}

/** Words of a sentence at least: shorter ones are formulas that everybody uses. */
const LEAST_WORDS = 8;
const SHINGLE = 3;
/** Overlap of three-word runs from which on two sentences are one wording (measured on the smaller of the two). */
const ALIKE = 0.6;

/** Paragraphs of the Tunis Agenda that describe who does what in Internet governance (data/instruments.yaml). */
export const ROLE_PARAGRAPHS = ['29', '31', '34', '35', '37', '55', '63', '69', '77'] as const;

interface Sentence extends Omit<Use, 'likeness'> {
  readonly shingles: ReadonlySet<string>;
}

const shinglesOf = (words: readonly Word[]): Set<string> => {
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE <= words.length; at++)
    shingles.add(
      words
        .slice(at, at + SHINGLE)
        .map(({ key }) => key)
        .join(' '),
    );
  return shingles;
};

/** What a text puts in, sentence by sentence; a semicolon ends one as a full stop does. */
const sentencesOf = ({ id, resolution, sponsor, year, comparison }: CampaignText): Sentence[] =>
  comparison.changes.flatMap((change) => {
    if (change.unit !== 'clause' || change.revised.length === 0) return [];
    const { text, words } = revisedWords(change);
    const sentences: Sentence[] = [];
    let run: Word[] = [];
    const flush = () => {
      const [first, last] = [run[0], run[run.length - 1]];
      if (first !== undefined && last !== undefined && run.length >= LEAST_WORDS) {
        sentences.push({
          id,
          resolution,
          sponsor,
          year,
          path: pathAt(change, first.start),
          text: text.slice(first.start, last.end),
          shingles: shinglesOf(run),
        });
      }
      run = [];
    };
    for (const word of words) {
      const last = run[run.length - 1];
      if (!word.isNew || (last !== undefined && /[;:.\n]\s/.test(text.slice(last.end, word.start)))) flush();
      if (word.isNew) run.push(word);
    }
    flush();
    return sentences;
  });

const overlap = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let common = 0;
  for (const shingle of small) if (large.has(shingle)) common++;
  // A short phrase inside a long clause is a quotation of it, not the same wording.
  return small.size === 0 || small.size * 3 < large.size ? 0 : common / small.size;
};

/** Paragraph numbers cited in a wording after "paragraph(s)"; `35` with named sub-items is still 35. */
const citedParagraphs = (texts: readonly string[]): string[] => {
  const cited = new Set<string>();
  for (const text of texts) {
    for (const found of text.matchAll(
      /(?:paragraph(?:e)?s?|párrafos?|пункт\p{L}*|§)\s+((?:[^;:]){1,60})/giu,
    )) {
      for (const number of (found[1] ?? '').matchAll(/(?<![\p{L}\p{N}])\d{2}(?![\p{L}\p{N}])/gu))
        if (ROLE_PARAGRAPHS.some((one) => one === number[0])) cited.add(number[0]);
    }
  }
  return [...cited].sort();
};

/**
 * The same inserted sentence, near-duplicates too, in more than one text: across sponsors, resolutions and years.
 * A text adopted from its own proposals is a use like any other. Those with most uses first.
 */
export function findCampaigns(texts: readonly CampaignText[]): Campaign[] {
  const ordered = texts.toSorted((a, b) => a.year - b.year || (a.id < b.id ? -1 : 1));
  const sentences = ordered.flatMap(sentencesOf);
  const index = new Map<string, number[]>();
  const groups: number[][] = [];
  const groupOf: number[] = [];
  sentences.forEach((sentence, at) => {
    const candidates = new Map<number, number>();
    for (const shingle of sentence.shingles)
      for (const other of index.get(shingle) ?? []) candidates.set(other, (candidates.get(other) ?? 0) + 1);
    let [best, score] = [-1, 0];
    for (const other of candidates.keys()) {
      const likeness = overlap(sentence.shingles, sentences[other]?.shingles ?? new Set());
      if (likeness >= ALIKE && likeness > score) [best, score] = [other, likeness];
    }
    const group = best === -1 ? groups.length : (groupOf[best] ?? groups.length);
    groupOf[at] = group;
    groups[group] = [...(groups[group] ?? []), at];
    for (const shingle of sentence.shingles) index.set(shingle, [...(index.get(shingle) ?? []), at]);
  });
  return groups
    .map((members) => members.flatMap((at) => sentences[at] ?? []))
    .filter((members) => new Set(members.map(({ id }) => id)).size > 1)
    .map((members) => {
      const [first] = members;
      const quotes = citedParagraphs(members.map(({ text }) => text));
      return {
        text: first?.text ?? '',
        uses: members.map(({ shingles, ...use }) => ({
          ...use,
          likeness: Math.round(overlap(shingles, first?.shingles ?? shingles) * 100) / 100,
        })),
        quotes,
        leavesOut: quotes.length === 0 ? [] : ROLE_PARAGRAPHS.filter((one) => !quotes.includes(one)),
      };
    })
    .sort((a, b) => b.uses.length - a.uses.length || wordsOf(b.text).length - wordsOf(a.text).length);
}
