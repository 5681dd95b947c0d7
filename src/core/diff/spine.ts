/** A point on the grid base x revised. */
export interface Point {
  readonly base: number;
  readonly revised: number;
  readonly weight: number;
}

/**
 * The heaviest chain of points that rises on both sides: what stayed in order. The rest moved.
 * Fenwick tree over revised places, O(n log n). Of two chains of one weight the longer one wins, then the
 * one whose points come first.
 */
export function heaviestSpine<P extends Point>(points: readonly P[]): Set<P> {
  const sorted = [...points].sort((a, b) => a.base - b.base || a.revised - b.revised);
  const places = [...new Set(sorted.map((point) => point.revised))].sort((a, b) => a - b);
  const rank = new Map(places.map((place, at) => [place, at + 1]));
  interface Best {
    readonly weight: number;
    readonly at: number;
  }
  const tree: Best[] = new Array<Best>(places.length + 1).fill({ weight: 0, at: -1 });
  const previous = new Int32Array(sorted.length).fill(-1);
  let best: Best = { weight: 0, at: -1 };
  sorted.forEach((point, at) => {
    const place = rank.get(point.revised) ?? 0;
    let before: Best = { weight: 0, at: -1 };
    for (let node = place - 1; node > 0; node -= node & -node) {
      const seen = tree[node];
      if (seen !== undefined && seen.weight > before.weight) before = seen;
    }
    previous[at] = before.at;
    // A pinch for each point, so that among equal weights the chain of more clauses wins.
    const mine: Best = { weight: before.weight + point.weight + 1e-6, at };
    for (let node = place; node < tree.length; node += node & -node) {
      if (mine.weight > (tree[node]?.weight ?? 0)) tree[node] = mine;
    }
    if (mine.weight > best.weight) best = mine;
  });
  const spine = new Set<P>();
  for (let at = best.at; at !== -1; at = previous[at] ?? -1) {
    const point = sorted[at];
    if (point !== undefined) spine.add(point);
  }
  return spine;
}
