import type { Report } from '../../core/model/report.ts';
import type { Clause } from '../../core/model/resolution.ts';

/** Position of every clause of the base text, by path, in its reading order. */
export function baseOrder(report: Report): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  const enter = (clauses: readonly Clause[]): void => {
    for (const clause of clauses) {
      order.set(clause.path, order.size);
      enter(clause.children);
    }
  };
  for (const part of report.base.resolution.children) {
    if (part.name === 'frame') continue;
    for (const section of part.children) enter(section.children);
  }
  return order;
}
