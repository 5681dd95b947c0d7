import { compareResolutions } from '../../src/core/diff/compare-resolutions.ts';
import type { Change } from '../../src/core/model/change.ts';
import type { TruthCase } from './library-cases.ts';

export interface Score {
  /** Pairs of clauses in the truth, found by us, and right. */
  readonly wanted: number;
  readonly found: number;
  readonly right: number;
  /** Pairs whose kind is one the truth allows. */
  readonly rightKind: number;
  readonly faults: readonly string[];
}

/** The truth's words for what happened: a moved clause whose words changed in substance is `moved-edited`. */
const kindOf = (change: Change): string =>
  change.kind === 'moved' && change.reasons.length > 0 && !change.editorial ? 'moved-edited' : change.kind;

/** Holds a comparison against its truth, clause by clause; each difference is one line. */
export function scoreTruth({ name, base, revised, truth }: TruthCase): Score {
  const faults: string[] = [];
  const { changes } = compareResolutions(base, revised);
  const clauses = changes.filter(({ unit }) => unit === 'clause');
  const found = new Map<string, Change>();
  for (const change of clauses) {
    for (const from of change.base)
      for (const to of change.revised) found.set(`${from.path} => ${to.path}`, change);
  }
  let [wanted, right, rightKind] = [0, 0, 0];
  for (const pair of truth.pairs) {
    for (const from of pair.base) {
      for (const to of pair.revised) {
        wanted++;
        const change = found.get(`${from} => ${to}`);
        if (change === undefined) {
          faults.push(`${name}: ${pair.kind} ${from} => ${to} is missing`);
          continue;
        }
        right++;
        const allowed = pair.kind_ok ?? [pair.kind];
        if (allowed.includes(kindOf(change))) rightKind++;
        else faults.push(`${name}: ${from} => ${to} is ${kindOf(change)}, not ${allowed.join(' or ')}`);
      }
    }
  }
  const is = (path: string, side: 'base' | 'revised', kind: string) => {
    const change = clauses.find((one) => one[side].some((unit) => unit.path === path));
    if (change?.kind !== kind) faults.push(`${name}: ${path} is ${change?.kind ?? 'nowhere'}, not ${kind}`);
  };
  for (const path of truth.added) is(path, 'revised', 'added');
  for (const path of truth.deleted) is(path, 'base', 'deleted');
  return { wanted, found: found.size, right, rightKind, faults };
}

/** Several scores as one. */
export function sumScores(
  scores: readonly Score[],
): Score & { readonly recall: number; readonly precision: number; readonly kinds: number } {
  const sum = (pick: (score: Score) => number) => scores.reduce((total, score) => total + pick(score), 0);
  const [wanted, found, right, rightKind] = [
    sum((score) => score.wanted),
    sum((score) => score.found),
    sum((score) => score.right),
    sum((score) => score.rightKind),
  ];
  return {
    wanted,
    found,
    right,
    rightKind,
    recall: right / wanted,
    precision: right / found,
    kinds: rightKind / wanted,
    faults: scores.flatMap((score) => score.faults),
  };
}
