import { compareResolutions } from '../diff/compare-resolutions.ts';
import { clausesOf } from '../diff/units.ts';
import type { Change } from '../model/change.ts';
import type { Language } from '../model/language.ts';
import type { ComparedText } from '../model/report.ts';
import type { RulePack } from '../rules/rule-pack.ts';
import { forceOf } from './clause-force.ts';

/** One language version of a text with its base in the same language. */
export interface Version {
  readonly language: Language;
  readonly base: ComparedText;
  readonly text: ComparedText;
}

/** Where two language versions of one proposal do not do the same. */
export interface VersionFinding {
  readonly kind: 'one' | 'added' | 'deleted' | 'force' | 'task' | 'shape';
  /** In the first language: a base path, or for `added` a path of the text. */
  readonly path: string;
  readonly otherPath: string | null;
  readonly one: Language;
  readonly other: Language;
  /** Levels before and after, for `force` and `task`; numbers of clauses for `shape`. */
  readonly levels?: readonly [before: number, after: number];
  readonly otherLevels?: readonly [before: number, after: number];
}

const isAmended = ({ kind, editorial, spans, moved }: Change): boolean =>
  kind === 'split' ||
  kind === 'merged' ||
  kind === 'edited' ||
  (moved && !editorial && spans.some(({ op }) => op !== 'equal'));

interface Read {
  readonly version: Version;
  readonly paths: readonly string[];
  readonly baseChanges: readonly (Change | undefined)[];
  readonly added: readonly { readonly path: string; readonly place: number }[];
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
  let place = -1;
  for (const { path } of clausesOf(version.text.resolution)) {
    const change = byRevised.get(path);
    const [first] = change?.base ?? [];
    if (first === undefined) added.push({ path, place });
    else if (change?.moved === false) place = places.get(first.path) ?? place;
  }
  const byBase = new Map(clauses.flatMap((change) => change.base.map(({ path }) => [path, change] as const)));
  const paths = baseClauses.map(({ path }) => path);
  return { version, paths, baseChanges: baseClauses.map(({ path }) => byBase.get(path)), added };
};

const levelsOf = (change: Change, { language }: Version, pack: RulePack) => {
  const strongest = (side: Change['base'], measure: 'modal' | 'task') =>
    Math.max(-1, ...side.map((unit) => forceOf(unit, language, pack)[measure]));
  return {
    force: [strongest(change.base, 'modal'), strongest(change.revised, 'modal')] as const,
    task: [strongest(change.base, 'task'), strongest(change.revised, 'task')] as const,
  };
};

const comparePair = (one: Read, other: Read, pack: RulePack): VersionFinding[] => {
  const languages = { one: one.version.language, other: other.version.language };
  if (one.baseChanges.length !== other.baseChanges.length) {
    const levels = [one.baseChanges.length, one.baseChanges.length] as const;
    const otherLevels = [other.baseChanges.length, other.baseChanges.length] as const;
    return [
      {
        kind: 'shape',
        path: one.version.base.facts.name,
        otherPath: null,
        ...languages,
        levels,
        otherLevels,
      },
    ];
  }
  const findings: VersionFinding[] = [];
  const swapped = { one: languages.other, other: languages.one };
  one.baseChanges.forEach((change, at) => {
    const rival = other.baseChanges[at];
    const [path, otherPath] = [change?.base[0]?.path, rival?.base[0]?.path];
    if (change === undefined || rival === undefined || path === undefined || otherPath === undefined) return;
    const gone = [change.revised.length === 0, rival.revised.length === 0];
    if (gone[0] !== gone[1]) {
      findings.push({ kind: 'deleted', path, otherPath, ...(gone[0] === true ? languages : swapped) });
      return;
    }
    if (gone[0] === true) return;
    const [mine, theirs] = [isAmended(change), isAmended(rival)];
    // A merge of one language may be an edit of the other: only a clause left alone is telling.
    if (mine !== theirs) findings.push({ kind: 'one', path, otherPath, ...(mine ? languages : swapped) });
    // What a preamble recalls binds nobody; a merge is looked at once.
    const isBinding = change.part === 'operative' && change.base[0]?.path === one.paths[at];
    if ((!mine && !theirs) || !isBinding) return;
    const [a, b] = [levelsOf(change, one.version, pack), levelsOf(rival, other.version, pack)];
    for (const kind of ['force', 'task'] as const) {
      const [levels, otherLevels] = [a[kind], b[kind]];
      const isKnown = [...levels, ...otherLevels].every((level) => level >= 0);
      const step = (pair: readonly [number, number]) => Math.sign(pair[1] - pair[0]);
      if (isKnown && step(levels) !== step(otherLevels))
        findings.push({ kind, path, otherPath, ...languages, levels, otherLevels });
    }
  });
  const places = new Set([...one.added, ...other.added].map(({ place }) => place));
  for (const place of places) {
    const [mine, theirs] = [one, other].map(({ added }) => added.filter((each) => each.place === place));
    if (mine === undefined || theirs === undefined) continue;
    for (const { path } of mine.slice(theirs.length))
      findings.push({ kind: 'added', path, otherPath: null, ...languages });
    for (const { path } of theirs.slice(mine.length))
      findings.push({ kind: 'added', path, otherPath: null, ...swapped });
  }
  return findings;
};

/**
 * Where the language versions of one proposal do not make the same changes: a clause amended, added or deleted in
 * one and not in another, or a force ("shall" against "peut") or task that goes another way. Clauses are matched by
 * their place in the base, which must have the same clauses in each language.
 */
export function compareVersions(versions: readonly Version[], pack: RulePack): VersionFinding[] {
  const all = versions.map(read);
  const [first, ...others] = all;
  return first === undefined ? [] : others.flatMap((other) => comparePair(first, other, pack));
}
