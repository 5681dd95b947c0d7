import type { Change } from '../model/change.ts';
import type { Language } from '../model/language.ts';
import { languageTable } from '../text/language-table.ts';
import { matchKey } from '../text/match-key.ts';
import type { RulePack } from '../rules/rule-pack.ts';
import { readSide, type Side } from '../rules/side.ts';
import { hunksOf } from './hunks.ts';
import { wordsOf } from './phrases.ts';

/** Levels on a ladder that the changed words gave up and took on; -1 where they name none. */
export interface Step {
  readonly lost: number;
  readonly gained: number;
  /** The strongest level that stands in the revised wording, changed or not; -1 for none. */
  readonly now: number;
}

/** What a change does, in terms that every language has. */
export interface VersionChange {
  /** Weight of the words that went and came, function words left out. */
  readonly weight: number;
  readonly modal: Step;
  readonly task: Step;
  /** How many more negations, and limits and safeguards, the revised wording has. */
  readonly negations: number;
  readonly limits: number;
  /** True where the changed words name a kind of text ("report", "Recommendation"): its verbs say little of the task. */
  readonly isOfTexts: boolean;
  /** Where in the clause the edits stand, 0 to 1. */
  readonly places: readonly number[];
}

/** A letter alone is a label or an elision, a Chinese character is a word. */
const isWord = (key: string): boolean => key.length > 1 || /\p{Script=Han}/u.test(key);

const LIMIT = /^(?:lim|safe)\./u;

const levelOf = (
  side: Side,
  levels: Readonly<Record<string, number>>,
  wants: (isChanged: boolean) => boolean,
): number =>
  Math.max(
    -1,
    ...side.sightings
      .filter(({ isMasked, isChanged }) => !isMasked && wants(isChanged))
      .map(({ concept }) => levels[concept] ?? -1),
  );

const countOf = (side: Side, isWanted: (concept: string) => boolean): number =>
  new Set(
    side.sightings
      .filter(({ concept, isMasked }) => !isMasked && isWanted(concept))
      .map(({ concept, from }) => `${concept} ${from}`),
  ).size;

const stepOf = (base: Side, revised: Side, levels: Readonly<Record<string, number>>): Step => {
  const before = new Map<string, number>();
  for (const side of [base, revised])
    for (const { concept, isMasked } of side.sightings)
      if (concept in levels && !isMasked)
        before.set(concept, (before.get(concept) ?? 0) + (side === base ? -1 : 1));
  // A cue that merely moved within the clause was neither lost nor gained.
  const net = (sign: number) =>
    Math.max(
      -1,
      ...[...before]
        .filter(([, count]) => Math.sign(count) === sign)
        .map(([concept]) => levels[concept] ?? -1),
    );
  return { lost: net(-1), gained: net(1), now: levelOf(revised, levels, () => true) };
};

const NOTHING: Step = { lost: -1, gained: -1, now: -1 };

/** Reads what a change does; without cues for the language only its words count. */
export function readVersionChange(change: Change, language: Language, pack: RulePack): VersionChange {
  const { functionWords } = languageTable(language);
  const edited = change.spans.filter(({ op }) => op !== 'equal').map(({ text }) => text);
  const weight = edited
    .flatMap((text) => wordsOf(text))
    .filter(({ key }) => !functionWords.has(matchKey(key)) && isWord(key)).length;
  const length = Math.max(
    1,
    change.base.reduce((sum, { text }) => sum + text.length, 0),
  );
  const places = hunksOf(change.spans).map(({ start, end }) => (start + end) / 2 / length);
  const lexicon = pack.lexicon(language);
  if (lexicon === null || change.base.length === 0 || change.revised.length === 0)
    return { weight, modal: NOTHING, task: NOTHING, negations: 0, limits: 0, isOfTexts: false, places };
  const [base, revised] = [readSide(change, 'base', lexicon), readSide(change, 'revised', lexicon)];
  const more = (isWanted: (concept: string) => boolean) =>
    countOf(revised, isWanted) - countOf(base, isWanted);
  return {
    weight,
    modal: stepOf(base, revised, pack.ladders.modal?.levels ?? {}),
    task: stepOf(base, revised, pack.ladders.work?.levels ?? {}),
    negations: more((concept) => concept === 'neg'),
    limits: more((concept) => LIMIT.test(concept)),
    isOfTexts: [base, revised].some((side) =>
      side.sightings.some(({ concept, isChanged }) => isChanged && /^norm\b/u.test(concept)),
    ),
    places,
  };
}

/** True where two steps cannot be the same one said in two languages. */
export function isOtherStep(one: Step, other: Step): boolean {
  const isReplaced = ({ lost, gained }: Step) => lost >= 0 && gained >= 0 && lost !== gained;
  const direction = ({ lost, gained }: Step) => Math.sign(gained - lost);
  if (isReplaced(one) && isReplaced(other))
    return direction(one) !== direction(other) || Math.abs(one.gained - other.gained) > 1;
  // "shall" against "peut", both put in.
  if (one.gained >= 0 && other.gained >= 0 && one.lost === -1 && other.lost === -1)
    return Math.abs(one.gained - other.gained) > 1;
  const stands = (still: Step, moved: Step) =>
    isReplaced(moved) && still.lost === -1 && still.gained === -1 && still.now === moved.lost;
  // "shall" became "may" here and stayed "doit" there.
  return stands(one, other) || stands(other, one);
}

/** True where the task grew in one language and shrank in the other. */
export function isOppositeTask(one: VersionChange, other: VersionChange): boolean {
  if (one.isOfTexts || other.isOfTexts) return false;
  const [a, b] = [one, other].map(({ task: { lost, gained } }) =>
    lost >= 0 && gained >= 0 ? Math.sign(gained - lost) : 0,
  );
  return a !== undefined && b !== undefined && a * b < 0;
}

/** Changes of few words, in which a negation is no turn of phrase ("sans", "ne … que"). */
const FEW_WORDS = 4;

/** True where one language denies what the other says. */
export function isOtherNegation(one: VersionChange, other: VersionChange): boolean {
  if (one.negations * other.negations < 0) return true;
  const isShort = one.weight <= FEW_WORDS && other.weight <= FEW_WORDS;
  return isShort && (one.negations === 0) !== (other.negations === 0);
}

/** Words that a limit or safeguard takes at least, and how much longer a change with it is than one without. */
const LIMIT_WORDS = 3;
const LIMIT_SHARE = 1.4;

/**
 * True where a limit or safeguard came or went in one language only. Cues are not the same in all languages: the
 * change without it must be shorter by the words of one.
 */
export function isOtherLimit(one: VersionChange, other: VersionChange): boolean {
  if (one.limits * other.limits < 0) return true;
  if ((one.limits === 0) === (other.limits === 0)) return false;
  const [more, less] = one.limits === 0 ? [other, one] : [one, other];
  return more.weight >= less.weight + LIMIT_WORDS && more.weight >= LIMIT_SHARE * less.weight;
}
