import type { Change } from '../../core/model/change.ts';
import type { Flag } from '../../core/model/flag.ts';

const rank = (change: Change): number => {
  const isQuiet = change.kind === 'unchanged' || change.kind === 'renumbered';
  return (isQuiet ? 2 : 0) + (change.unit === 'clause' ? 0 : 1);
};

/**
 * The changes that flags speak of, by position. A heading over a single unlabelled clause has that clause's
 * path: the one that changed is meant, and of two the clause. A flag over several clauses stands on each.
 */
export function flagsByChange(
  changes: readonly Change[],
  flags: readonly Flag[],
): ReadonlyMap<number, readonly Flag[]> {
  const places = new Map<string, number[]>();
  for (const [index, change] of changes.entries()) {
    const paths = [
      ...change.base.map((unit) => `base\n${unit.path}`),
      ...change.revised.map((unit) => `revised\n${unit.path}`),
    ];
    for (const path of paths) places.set(path, [...(places.get(path) ?? []), index]);
  }
  const best = (path: string): number | undefined =>
    [...(places.get(path) ?? [])].sort((a, b) => {
      const [one, other] = [changes[a], changes[b]];
      return one && other ? rank(one) - rank(other) : 0;
    })[0];
  const found = new Map<number, Flag[]>();
  for (const flag of flags) {
    const on = new Set<number>();
    for (const path of flag.revised) on.add(best(`revised\n${path}`) ?? -1);
    for (const path of flag.base) on.add(best(`base\n${path}`) ?? -1);
    on.delete(-1);
    for (const index of on) found.set(index, [...(found.get(index) ?? []), flag]);
  }
  const weight = (flag: Flag): number => (flag.polarity === 'red' ? 1000 : 0) + flag.score;
  for (const list of found.values()) list.sort((a, b) => weight(b) - weight(a));
  return found;
}
