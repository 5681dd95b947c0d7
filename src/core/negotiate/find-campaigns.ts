import { clausesOf } from '../diff/units.ts';
import type { Language } from '../model/language.ts';
import type { Comparison } from '../model/change.ts';
import type { ComparedText } from '../model/report.ts';
import { citedDocuments, type CitedDocument } from './cited-documents.ts';
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
  /** Place among the clauses of its text: the same in all language versions. */
  readonly place: number;
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
  /** All agreed texts it cites, the Tunis Agenda among them. */
  readonly cites: readonly CitedDocument[];
  readonly language: Language;
  /** The same wording in other languages, from the first text that uses it. */
  readonly versions: readonly { readonly language: Language; readonly text: string }[];
}

/** Words of a sentence at least: shorter ones are formulas that everybody uses. */
const LEAST_WORDS = 8;
const SHINGLE = 3;
/** Overlap of three-word runs from which on two sentences are one wording (measured on the smaller of the two). */
const ALIKE = 0.6;

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
const sentencesOf = ({ id, resolution, sponsor, year, text: own, comparison }: CampaignText): Sentence[] => {
  const places = new Map(clausesOf(own.resolution).map(({ path }, at) => [path, at]));
  return comparison.changes.flatMap((change) => {
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
          place: places.get(pathAt(change, first.start)) ?? -1,
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
};

const overlap = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let common = 0;
  for (const shingle of small) if (large.has(shingle)) common++;
  // A short phrase inside a long clause is a quotation of it, not the same wording.
  return small.size === 0 || small.size * 3 < large.size ? 0 : common / small.size;
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
      const cites = citedDocuments(members.map(({ text }) => text));
      const tunis = cites.find(({ id }) => id === 'tunis');
      return {
        text: first?.text ?? '',
        uses: members.map(({ shingles, ...use }) => ({
          ...use,
          likeness: Math.round(overlap(shingles, first?.shingles ?? shingles) * 100) / 100,
        })),
        quotes: tunis?.parts ?? [],
        leavesOut: tunis?.leavesOut ?? [],
        cites,
        language: texts[0]?.text.resolution.language ?? 'en',
        versions: [],
      };
    })
    .sort((a, b) => b.uses.length - a.uses.length || wordsOf(b.text).length - wordsOf(a.text).length);
}

/** Uses that both have, as a share of all uses of either. */
const commonUses = (one: Campaign, other: Campaign): number => {
  const [a, b] = [one, other].map(({ uses }) => new Set(uses.map(({ id, place }) => `${id} ${place}`)));
  if (a === undefined || b === undefined) return 0;
  const common = [...a].filter((use) => b.has(use)).length;
  return common / (a.size + b.size - common);
};

/** From here on two campaigns in two languages are one: translations rarely end a sentence at another place. */
const SAME_CAMPAIGN = 0.5;

/**
 * Campaigns of several languages as one list: what the same clauses of the same texts say in another language is a
 * version of the first, and what is found in one language alone stands by itself.
 */
export function joinCampaigns(byLanguage: readonly (readonly Campaign[])[]): Campaign[] {
  const joined: Campaign[] = [];
  for (const campaigns of byLanguage) {
    const taken = new Set<number>();
    for (const campaign of campaigns) {
      let [best, share] = [-1, SAME_CAMPAIGN];
      joined.forEach((other, at) => {
        const own = taken.has(at) || other.language === campaign.language ? 0 : commonUses(other, campaign);
        if (own >= share && (best === -1 || own > share)) [best, share] = [at, own];
      });
      const known = joined[best];
      if (known === undefined) joined.push(campaign);
      else {
        taken.add(best);
        const version = { language: campaign.language, text: campaign.text };
        joined[best] = { ...known, versions: [...known.versions, version] };
      }
    }
  }
  return joined.sort((a, b) => b.uses.length - a.uses.length);
}
