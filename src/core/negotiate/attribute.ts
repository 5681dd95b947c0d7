import type { Change, Comparison } from '../model/change.ts';
import type { Language } from '../model/language.ts';
import { languageTable } from '../text/language-table.ts';
import type { Proposal } from './negotiation.ts';
import { longestCommonRun, pathAt, revisedWords, wordsOf, type Word } from './phrases.ts';

/** Who gets the words that no proposal holds. */
export const DRAFTING_GROUP = 'drafting group';

/** A phrase of the adopted text that the base does not have, and who brought it. */
export interface AttributedPhrase {
  /** Path in the adopted text. */
  readonly at: string;
  /** Paths of the base clauses it was put into; none for a new clause. */
  readonly base: readonly string[];
  readonly text: string;
  readonly words: number;
  /** Proposals whose insertion holds it, or the drafting group. */
  readonly sources: readonly string[];
}

/** Words of a match at least: in the same clause, and anywhere else, where chance has more room. */
const LEAST_HERE = 3;
const LEAST_ELSEWHERE = 5;
/** Phrases shorter than this are not worth an entry. */
const LEAST_PHRASE = 3;
/** A match must be the proposal's own to this share: the rest may be kept words around it. */
const OWN_SHARE = 0.5;

interface Offer {
  readonly proposal: string;
  readonly words: readonly Word[];
  readonly change: Change;
}

/** Every clause and heading that a proposal changed, with its words. */
const offersOf = (proposals: readonly Proposal[]): Offer[] =>
  proposals.flatMap(({ name, comparison }) =>
    comparison.changes
      .filter(({ unit, spans }) => unit !== 'frame' && spans.some(({ op }) => op === 'insert'))
      .map((change) => ({ proposal: name, change, words: revisedWords(change).words })),
  );

/** The same place: the same base clause, or both new. */
const isSamePlace = (one: Change, other: Change): boolean =>
  one.base.length === 0
    ? other.base.length === 0
    : one.base.some(({ path, unit }) => other.base.some((base) => base.path === path && base.unit === unit));

interface Match {
  readonly from: number;
  readonly to: number;
  readonly isHere: boolean;
  readonly proposal: string;
  /** The proposal's own words beside the match, where it put them in. */
  readonly before: Word | undefined;
  readonly after: Word | undefined;
}

const newWord = (word: Word | undefined): Word | undefined => (word?.isNew === true ? word : undefined);

const bestMatches = (run: readonly Word[], change: Change, offers: readonly Offer[]): Match[] => {
  const found: Match[] = [];
  for (const { proposal, words, change: offered } of offers) {
    const common = longestCommonRun(run, words);
    if (common === null) continue;
    const size = common.to - common.from;
    const isHere = isSamePlace(change, offered);
    // A phrase short as a whole is matched as a whole or not at all.
    const own = words.slice(common.at, common.at + size).filter(({ isNew }) => isNew).length;
    if (size < (isHere ? LEAST_HERE : LEAST_ELSEWHERE) || own < size * OWN_SHARE) continue;
    // "at least [one of them] in a developing country": a few words in the middle of a phrase are nobody's.
    const isInside = common.from > 0 && common.to < run.length;
    if (isInside && size < LEAST_ELSEWHERE) continue;
    found.push({
      from: common.from,
      to: common.to,
      isHere,
      proposal,
      before: newWord(words[common.at - 1]),
      after: newWord(words[common.at + size]),
    });
  }
  return found;
};

/** Attributes one run of inserted words: the longest match takes its words, then what is left on both sides. */
function attributeRun(
  run: readonly Word[],
  change: Change,
  offers: readonly Offer[],
  isContent: (word: Word) => boolean,
  take: (piece: readonly Word[], sources: readonly string[]) => void,
): void {
  if (run.length === 0) return;
  const matches = bestMatches(run, change, offers);
  const size = ({ from, to }: Match) => to - from;
  const [best] = matches.toSorted(
    (a, b) => size(b) - size(a) || Number(b.isHere) - Number(a.isHere) || a.from - b.from,
  );
  if (best === undefined) {
    take(run, [DRAFTING_GROUP]);
    return;
  }
  // Who lacks only an article or conjunction at an end of the phrase holds it too, but not who says "twice" for "once".
  const content = (from: number, to: number) => run.slice(from, to).filter(isContent).length;
  const wanted = content(best.from, best.to);
  const saysOther = ({ from, to, before, after }: Match) =>
    (from > best.from && before !== undefined && isContent(before)) ||
    (to < best.to && after !== undefined && isContent(after));
  const holders = matches.filter((one) =>
    size(one) === size(best)
      ? one.from === best.from
      : one.from >= best.from &&
        one.to <= best.to &&
        wanted > 0 &&
        content(one.from, one.to) === wanted &&
        !saysOther(one),
  );
  const near = holders.filter(({ isHere }) => isHere);
  const names = new Set((near.length > 0 ? near : holders).map(({ proposal }) => proposal));
  attributeRun(run.slice(0, best.from), change, offers, isContent, take);
  take(run.slice(best.from, best.to), [...names]);
  attributeRun(run.slice(best.to), change, offers, isContent, take);
}

/** Runs of words the base does not have; a kept word or a line feed ends one. */
const newRuns = (words: readonly Word[], text: string): Word[][] => {
  const runs: Word[][] = [];
  let last: Word | null = null;
  for (const word of words) {
    const isNext = last !== null && !text.slice(last.end, word.start).includes('\n');
    const run = runs[runs.length - 1];
    if (word.isNew && isNext && run !== undefined) run.push(word);
    else if (word.isNew) runs.push([word]);
    last = word.isNew ? word : null;
  }
  return runs;
};

/**
 * Where the adopted words come from: each run of words that the base lacks goes to the proposals whose insertion
 * holds the longest match (>= 3 words), the rest to the drafting group; in the order of the adopted text.
 * Phrases of fewer than 3 words are left out. Sponsors come in the order of the negotiation.
 */
export function attributePhrases(
  adopted: Comparison,
  proposals: readonly Proposal[],
  language: Language,
): AttributedPhrase[] {
  const { functionWords } = languageTable(language);
  const isContent = ({ key }: Word) => !functionWords.has(key);
  const offers = offersOf(proposals);
  const order = new Map(proposals.map(({ name }, at) => [name, at]));
  const phrases: AttributedPhrase[] = [];
  for (const change of adopted.changes) {
    if (change.unit === 'frame' || change.revised.length === 0) continue;
    const { text, words } = revisedWords(change);
    for (const run of newRuns(words, text)) {
      attributeRun(run, change, offers, isContent, (piece, sources) => {
        const [first, last] = [piece[0], piece[piece.length - 1]];
        if (first === undefined || last === undefined || piece.length < LEAST_PHRASE) return;
        phrases.push({
          at: pathAt(change, first.start),
          base: change.base.map(({ path }) => path),
          text: text.slice(first.start, last.end),
          words: piece.length,
          sources: sources.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
        });
      });
    }
  }
  return phrases;
}

/** How many words of `text` there are. */
export function countWords(text: string): number {
  return wordsOf(text).length;
}
