/** A small seeded generator (mulberry32): the same seed gives the same damage. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many damaged files a fuzz test reads: `FUZZ=5000` for a long run. */
export const FUZZ_RUNS = Number(process.env.FUZZ ?? 1_000);

/** A damaged copy: bytes flipped, cut off, doubled, zeroed, or put in. */
export function damage(bytes: Uint8Array, random: () => number): Uint8Array {
  const below = (most: number): number => Math.floor(random() * most);
  let copy = Uint8Array.from(bytes);
  for (let times = 1 + below(4); times > 0; times--) {
    const at = below(copy.length);
    const length = 1 + below(64);
    switch (below(5)) {
      case 0:
        copy[at] = below(256);
        break;
      case 1:
        copy = copy.slice(0, at);
        break;
      case 2:
        copy = Uint8Array.from([...copy.slice(0, at), ...copy.slice(Math.max(0, at - length))]);
        break;
      case 3:
        copy.fill(0, at, at + length);
        break;
      default:
        copy = Uint8Array.from([
          ...copy.slice(0, at),
          ...Array.from({ length }, () => below(256)),
          ...copy.slice(at),
        ]);
    }
  }
  return copy;
}
