import munkres from 'munkres';
import type { Candidate } from './candidates.ts';
import type { Pair } from './pairs.ts';

/** Within this margin of the best other candidate a pair is ambiguous. */
const MARGIN = 0.05;

const components = (candidates: readonly Candidate[]): Candidate[][] => {
  // Union-find over both sides: base n is node 2n, revised n is node 2n + 1.
  const parent = new Map<number, number>();
  const find = (node: number): number => {
    let root = node;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(node, root);
    return root;
  };
  for (const { base, revised } of candidates) parent.set(find(2 * base), find(2 * revised + 1));
  const groups = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const root = find(2 * candidate.base);
    const list = groups.get(root);
    if (list === undefined) groups.set(root, [candidate]);
    else list.push(candidate);
  }
  return [...groups.values()];
};

/** Best assignment of one component; leaving a clause alone costs nothing. */
const solve = (component: readonly Candidate[]): Candidate[] => {
  if (component.length === 1) return [...component];
  const rows = [...new Set(component.map(({ base }) => base))].sort((a, b) => a - b);
  const columns = [...new Set(component.map(({ revised }) => revised))].sort((a, b) => a - b);
  const rowOf = new Map(rows.map((base, at) => [base, at]));
  const columnOf = new Map(columns.map((revised, at) => [revised, at]));
  const costs = rows.map(() => new Array<number>(columns.length + rows.length).fill(0));
  const at = new Map<string, Candidate>();
  for (const candidate of component) {
    const [row, column] = [rowOf.get(candidate.base) ?? 0, columnOf.get(candidate.revised) ?? 0];
    const costRow = costs[row];
    if (costRow !== undefined) costRow[column] = -candidate.value;
    at.set(`${row} ${column}`, candidate);
  }
  return munkres(costs)
    .map(([row, column]) => at.get(`${row} ${column}`))
    .filter((candidate) => candidate !== undefined);
};

/** The Hungarian method takes time with the cube of a component: larger ones are thinned first. */
const LARGEST_COMPONENT = 250;
/** How many of the best candidates of each clause are kept, step by step. */
const THINNER = [3, 1];

const sizeOf = (component: readonly Candidate[]): number => new Set(component.map(({ base }) => base)).size;

const byValue = (a: Candidate, b: Candidate): number =>
  b.value - a.value || a.base - b.base || a.revised - b.revised;

/** Candidates that are among the `most` best of both their clauses. */
const thin = (candidates: readonly Candidate[], most: number): Candidate[] => {
  const [ofBase, ofRevised] = [new Map<number, number>(), new Map<number, number>()];
  return [...candidates].sort(byValue).filter(({ base, revised }) => {
    const [from, to] = [(ofBase.get(base) ?? 0) + 1, (ofRevised.get(revised) ?? 0) + 1];
    ofBase.set(base, from);
    ofRevised.set(revised, to);
    return from <= most && to <= most;
  });
};

const solveAny = (component: readonly Candidate[], step = 0): Candidate[] => {
  if (sizeOf(component) <= LARGEST_COMPONENT) return solve(component);
  const most = THINNER[step];
  if (most === undefined) return thin(component, 1);
  const kept = components(thin(component, most)).flatMap((part) => solveAny(part, step + 1));
  const [bases, reviseds] = [
    new Set(kept.map(({ base }) => base)),
    new Set(kept.map(({ revised }) => revised)),
  ];
  // Those that lost every candidate take the best that is left.
  for (const candidate of [...component].sort(byValue)) {
    if (bases.has(candidate.base) || reviseds.has(candidate.revised)) continue;
    bases.add(candidate.base);
    reviseds.add(candidate.revised);
    kept.push(candidate);
  }
  return kept;
};

/** Chooses the best set of one-to-one pairs, component by component (Hungarian method). */
export function assign(candidates: readonly Candidate[]): Pair[] {
  const ofBase = new Map<number, Candidate[]>();
  const ofRevised = new Map<number, Candidate[]>();
  const file = (index: Map<number, Candidate[]>, key: number, candidate: Candidate): void => {
    const list = index.get(key);
    if (list === undefined) index.set(key, [candidate]);
    else list.push(candidate);
  };
  for (const candidate of candidates) {
    file(ofBase, candidate.base, candidate);
    file(ofRevised, candidate.revised, candidate);
  }
  return components(candidates)
    .flatMap((component) => solveAny(component))
    .map((pick) => {
      const rivals = [...(ofBase.get(pick.base) ?? []), ...(ofRevised.get(pick.revised) ?? [])];
      const rival = rivals
        .filter((other) => other !== pick)
        .reduce<Candidate | undefined>(
          (best, other) => (best === undefined || other.value > best.value ? other : best),
          undefined,
        );
      return {
        base: pick.base,
        revised: pick.revised,
        score: pick.score,
        reason: 'similar',
        ...(rival === undefined
          ? {}
          : { runnerUp: { base: rival.base, revised: rival.revised, score: rival.score } }),
        isAmbiguous: rival !== undefined && pick.value - rival.value < MARGIN,
      };
    });
}
