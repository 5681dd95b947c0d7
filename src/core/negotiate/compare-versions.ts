import { compareResolutions } from '../diff/compare-resolutions.ts';
import { clausesOf } from '../diff/units.ts';
import type { Change } from '../model/change.ts';
import type { Language } from '../model/language.ts';
import type { ComparedText } from '../model/report.ts';
import type { RulePack } from '../rules/rule-pack.ts';
import {
  isOppositeTask,
  isOtherLimit,
  isOtherNegation,
  isOtherStep,
  readVersionChange,
  type Step,
  type VersionChange,
} from './version-change.ts';
import { matchVersions } from './version-places.ts';

/** One language version of a text with its base in the same language. */
export interface Version {
  readonly language: Language;
  readonly base: ComparedText;
  readonly text: ComparedText;
}

/** Where two language versions of one proposal do not do the same. */
export interface VersionFinding {
  /**
   * `one`, `added`, `deleted`: a change made in `one` and not in `other`; `force`, `task`, `negation`, `limits`: another
   * change of these; `shape`: the base has not the same clauses there.
   */
  readonly kind: 'one' | 'added' | 'deleted' | 'force' | 'task' | 'negation' | 'limits' | 'shape';
  /** In the language all are held to: a base path, or for `added` a path of the text that has the clause. */
  readonly path: string;
  readonly otherPath: string | null;
  readonly one: Language;
  readonly other: Language;
  /** Levels before and after for `force` and `task` (-1: none named); 0 and what came for `negation` and `limits`; numbers of clauses for `shape`. */
  readonly levels?: readonly [before: number, after: number];
  readonly otherLevels?: readonly [before: number, after: number];
}

interface Read {
  readonly version: Version;
  readonly paths: readonly string[];
  readonly baseChanges: readonly (Change | undefined)[];
  /** What is put in, by the base clause it follows (its place; -1 at the start). */
  readonly added: readonly { readonly path: string; readonly place: number }[];
  /** For base clauses by place: the base clause they follow in the text. */
  readonly follows: ReadonlyMap<number, number>;
}

const read = (version: Version): Read => {
  const { changes } = compareResolutions(version.base.resolution, version.text.resolution);
  const clauses = changes.filter(({ unit }) => unit === 'clause');
  const baseClauses = clausesOf(version.base.resolution);
  const places = new Map(baseClauses.map(({ path }, at) => [path, at]));
  const byRevised = new Map(
    clauses.flatMap((change) => change.revised.map(({ path }) => [path, change] as const)),
  );
  const added: { path: string; place: number }[] = [];
  const follows = new Map<number, number>();
  let place = -1;
  for (const { path } of clausesOf(version.text.resolution)) {
    const change = byRevised.get(path);
    const [first] = change?.base ?? [];
    if (first === undefined || change === undefined) {
      added.push({ path, place });
      continue;
    }
    for (const unit of change.base) follows.set(places.get(unit.path) ?? -1, place);
    if (!change.moved) place = places.get(first.path) ?? place;
  }
  const byBase = new Map(clauses.flatMap((change) => change.base.map(({ path }) => [path, change] as const)));
  const paths = baseClauses.map(({ path }) => path);
  return { version, paths, baseChanges: baseClauses.map(({ path }) => byBase.get(path)), added, follows };
};

/** What every language shows in the same way, whatever its spelling. */
const SHARED_REASONS = new Set(['citation', 'date']);

/** How much a language version did to a clause: nothing, form alone, or something of substance. */
const weigh = (
  change: Change,
  { weight, modal, negations, limits }: VersionChange,
): 'none' | 'form' | 'substance' => {
  if (change.kind === 'split' || change.kind === 'merged') return 'substance';
  if (!change.spans.some(({ op }) => op !== 'equal')) return 'none';
  if (change.kind === 'unchanged' || change.kind === 'renumbered') return 'none';
  if (change.editorial) return change.reasons.some((reason) => SHARED_REASONS.has(reason)) ? 'form' : 'none';
  // "d'établir" against "à établir": the grammar of a heading that changed, not of the clause.
  const isGrammar = weight === 0 && negations === 0 && limits === 0 && modal.lost === modal.gained;
  return isGrammar ? 'none' : 'substance';
};

/** The same small spelling of one thing may be form in one language and words in another ("multipartite"). */
const isCounterpart = (form: Change, words: VersionChange, formPlaces: readonly number[]): boolean =>
  form.editorial &&
  words.weight <= 4 &&
  words.negations === 0 &&
  words.limits === 0 &&
  words.modal.lost === words.modal.gained &&
  words.places.every((place) => formPlaces.some((other) => Math.abs(place - other) < 0.2));

const pairOf = ({ lost, gained }: Step): readonly [number, number] => [lost, gained];

const compareClause = (
  [change, rival]: readonly [Change, Change],
  [one, other]: readonly [Read, Read],
  at: Pick<VersionFinding, 'path' | 'otherPath'>,
  pack: RulePack,
): VersionFinding[] => {
  const languages = { one: one.version.language, other: other.version.language };
  const swapped = { one: languages.other, other: languages.one };
  const mine = readVersionChange(change, languages.one, pack);
  const theirs = readVersionChange(rival, languages.other, pack);
  const [own, their] = [weigh(change, mine), weigh(rival, theirs)];
  if (own === 'none' && their === 'none') return [];
  if (own !== their && (own === 'none' || their === 'none')) {
    const isForm =
      (own === 'none' && isCounterpart(change, theirs, mine.places)) ||
      (their === 'none' && isCounterpart(rival, mine, theirs.places));
    return isForm ? [] : [{ kind: 'one', ...at, ...(own === 'none' ? swapped : languages) }];
  }
  if (own !== their) {
    const isSame =
      own === 'form' ? isCounterpart(change, theirs, mine.places) : isCounterpart(rival, mine, theirs.places);
    return isSame ? [] : [{ kind: 'one', ...at, ...(own === 'form' ? swapped : languages) }];
  }
  // What a preamble recalls binds nobody; a merge is looked at once, at its first clause.
  if (change.part === 'preamble' || change.base[0]?.path !== at.path) return [];
  const findings: VersionFinding[] = [];
  const tell = (kind: VersionFinding['kind'], a: readonly [number, number], b: readonly [number, number]) =>
    findings.push({ kind, ...at, ...languages, levels: a, otherLevels: b });
  if (isOtherStep(mine.modal, theirs.modal)) tell('force', pairOf(mine.modal), pairOf(theirs.modal));
  if (isOppositeTask(mine, theirs)) tell('task', pairOf(mine.task), pairOf(theirs.task));
  if (isOtherNegation(mine, theirs)) tell('negation', [0, mine.negations], [0, theirs.negations]);
  if (isOtherLimit(mine, theirs)) tell('limits', [0, mine.limits], [0, theirs.limits]);
  return findings;
};

const comparePair = (one: Read, other: Read, pack: RulePack): VersionFinding[] => {
  const languages = { one: one.version.language, other: other.version.language };
  const swapped = { one: languages.other, other: languages.one };
  const { pairs, unlike } = matchVersions(one.version.base.resolution, other.version.base.resolution);
  const findings: VersionFinding[] = unlike.map(({ path, counts: [mine, theirs] }) => ({
    kind: 'shape',
    path,
    otherPath: null,
    ...languages,
    levels: [mine, mine],
    otherLevels: [theirs, theirs],
  }));
  const placeIn = new Map<number, number>([
    [-1, -1],
    ...pairs.map(([place, rival]) => [rival, place] as const),
  ]);
  const matched = new Set([-1, ...pairs.map(([place]) => place)]);
  const additions = (list: Read['added'], toPlace: (place: number) => number | undefined) => {
    const byPlace = new Map<number, string[]>();
    for (const { path, place } of list) {
      const own = toPlace(place);
      if (own !== undefined) byPlace.set(own, [...(byPlace.get(own) ?? []), path]);
    }
    return byPlace;
  };
  const mine = additions(one.added, (place) => (matched.has(place) ? place : undefined));
  const theirs = additions(other.added, (place) => placeIn.get(place));
  /** Takes one addition more than the other has at a place: it is a clause that the other has moved or reworded there. */
  const takeExtra = (
    from: Map<number, string[]>,
    against: Map<number, string[]>,
    place: number | undefined,
  ) => {
    const list = place === undefined ? undefined : from.get(place);
    if (list === undefined || list.length <= (against.get(place ?? -1)?.length ?? 0)) return false;
    list.shift();
    return true;
  };
  for (const [place, rivalPlace] of pairs) {
    const [change, rival] = [one.baseChanges[place], other.baseChanges[rivalPlace]];
    const [path, otherPath] = [one.paths[place], other.paths[rivalPlace]];
    if (change === undefined || rival === undefined || path === undefined || otherPath === undefined)
      continue;
    const [isGone, isRivalGone] = [change.revised.length === 0, rival.revised.length === 0];
    if (isGone && isRivalGone) continue;
    if (isGone !== isRivalGone) {
      const landed = isGone ? placeIn.get(other.follows.get(rivalPlace) ?? -2) : one.follows.get(place);
      const isReworded = isGone ? takeExtra(mine, theirs, landed) : takeExtra(theirs, mine, landed);
      if (!isReworded) findings.push({ kind: 'deleted', path, otherPath, ...(isGone ? languages : swapped) });
      continue;
    }
    findings.push(...compareClause([change, rival], [one, other], { path, otherPath }, pack));
  }
  for (const place of new Set([...mine.keys(), ...theirs.keys()])) {
    const [own, rivals] = [mine.get(place) ?? [], theirs.get(place) ?? []];
    for (const path of own.slice(rivals.length))
      findings.push({ kind: 'added', path, otherPath: null, ...languages });
    for (const path of rivals.slice(own.length))
      findings.push({ kind: 'added', path, otherPath: null, ...swapped });
  }
  return findings;
};

/**
 * Where the language versions of one proposal do not make the same changes: a clause amended, added or deleted in
 * one and not in another, or a force ("shall" against "peut"), task, negation or limit that goes another way. All are
 * held to English where it is there, else to the first. Clauses are matched by their headings and their place under
 * them; levels are read from the words that went and came, so that a language without cues is held to its words alone.
 */
export function compareVersions(versions: readonly Version[], pack: RulePack): VersionFinding[] {
  const all = versions.map(read);
  const first = all.find(({ version }) => version.language === 'en') ?? all[0];
  return first === undefined
    ? []
    : all.flatMap((other) => (other === first ? [] : comparePair(first, other, pack)));
}
