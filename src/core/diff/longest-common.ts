/**
 * Which words of `a` stand, in order, in `b`: for each place of `a` its place in `b`, or -1. A longest common
 * subsequence by Myers' greedy method ("An O(ND) difference algorithm", 1986); null when more than `limit`
 * words would have to go or come.
 */
export function longestCommon(a: Int32Array, b: Int32Array, limit: number): Int32Array | null {
  const matched = new Int32Array(a.length).fill(-1);
  let start = 0;
  const least = Math.min(a.length, b.length);
  while (start < least && a[start] === b[start]) {
    matched[start] = start;
    start++;
  }
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) matched[--endA] = --endB;
  const [wide, high] = [endA - start, endB - start];
  if (wide === 0 || high === 0) return matched;

  const most = Math.min(limit, wide + high);
  const middle = most + 1;
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  let isDone = false;
  for (let edits = 0; edits <= most && !isDone; edits++) {
    trace.push(reach.slice(middle - edits - 1, middle + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const [left, right] = [reach[middle + diagonal - 1] ?? 0, reach[middle + diagonal + 1] ?? 0];
      const isDown = diagonal === -edits || (diagonal !== edits && left < right);
      let x = isDown ? right : left + 1;
      while (x < wide && x - diagonal < high && a[start + x] === b[start + x - diagonal]) x++;
      reach[middle + diagonal] = x;
      if (x >= wide && x - diagonal >= high) {
        isDone = true;
        break;
      }
    }
  }
  if (!isDone) return null;
  let [x, y] = [wide, high];
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const before = trace[edits];
    if (before === undefined) break;
    const diagonal = x - y;
    const [left, right] = [before[diagonal + edits] ?? 0, before[diagonal + edits + 2] ?? 0];
    const isDown = diagonal === -edits || (diagonal !== edits && left < right);
    const from = edits === 0 ? 0 : isDown ? right : left + 1;
    while (x > from && y > 0) matched[start + --x] = start + --y;
    if (edits === 0) break;
    if (isDown) y--;
    else x--;
  }
  return matched;
}
