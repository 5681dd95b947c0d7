import type { Token } from './tokens.ts';

/**
 * A word pattern of a cue: an exact word, or the beginning of one. `gap` stands for up to three words
 * that do not matter.
 */
export type CueWord =
  | { readonly kind: 'word'; readonly key: string }
  | { readonly kind: 'prefix'; readonly key: string }
  | { readonly kind: 'gap' };

export interface Match {
  readonly cue: number;
  /** Tokens, end exclusive. */
  readonly from: number;
  readonly to: number;
}

export interface Automaton {
  /** All places where a cue ends in `tokens`, by place. */
  readonly find: (tokens: readonly Token[]) => readonly Match[];
}

interface Node {
  /** Tables are made when first needed: most nodes have one way on, and there are many nodes. */
  words: Map<string, number> | null;
  prefixes: Map<string, number> | null;
  /** Lengths of the prefixes above, so that a word asks once for each length and not once for each prefix. */
  readonly lengths: number[];
  /** Words a gap may still skip here; -1 where the node is not a gap. */
  skips: number;
  /** Where a gap goes on when it has eaten a word. */
  longer: number;
  readonly ends: number[];
}

/** A set of trie nodes reached together, each with the number of words since its cue began. */
interface State {
  readonly nodes: readonly (readonly [node: number, length: number])[];
  readonly ends: readonly (readonly [cue: number, length: number])[];
  readonly next: Map<string, State>;
}

const GAP_WORDS = 3;
/** States kept before the table is forgotten and built again: bounds memory whatever the texts. */
const STATE_LIMIT = 50_000;

/**
 * One automaton for all cues of a language: Aho and Corasick's idea (every cue is tried at every word at
 * once), with word beginnings and gaps, made deterministic as it meets texts. After a word has been seen in
 * a state, a step is one look-up, so the time is linear in the text and does not grow with the number of cues.
 */
export function buildAutomaton(cues: readonly (readonly CueWord[])[]): Automaton {
  const nodes: Node[] = [];
  const addNode = (): number =>
    nodes.push({ words: null, prefixes: null, lengths: [], skips: -1, longer: -1, ends: [] }) - 1;
  const root = addNode();

  const step = (at: number, word: CueWord): number => {
    const node = nodes[at];
    if (node === undefined) return at;
    if (word.kind === 'gap') {
      if (node.longer === -1) {
        node.skips = 0;
        let last = node;
        for (let i = 1; i <= GAP_WORDS; i++) {
          last.longer = addNode();
          const longer = nodes[last.longer];
          if (longer === undefined) break;
          longer.skips = i;
          last = longer;
        }
      }
      return at;
    }
    let table: Map<string, number>;
    if (word.kind === 'word') table = node.words ??= new Map<string, number>();
    else {
      table = node.prefixes ??= new Map<string, number>();
      if (!node.lengths.includes(word.key.length)) node.lengths.push(word.key.length);
    }
    const known = table.get(word.key);
    if (known !== undefined) return known;
    const made = addNode();
    table.set(word.key, made);
    return made;
  };

  cues.forEach((cue, index) => {
    let frontier = [root];
    for (const word of cue) {
      if (word.kind === 'gap') {
        const grown: number[] = [];
        for (const at of frontier) {
          step(at, word);
          grown.push(at);
          for (let node = nodes[at]; node !== undefined && node.longer !== -1; node = nodes[node.longer]) {
            grown.push(node.longer);
            if (node.skips >= GAP_WORDS - 1) break;
          }
        }
        frontier = grown;
      } else {
        frontier = frontier.map((at) => step(at, word));
      }
    }
    for (const at of frontier) nodes[at]?.ends.push(index);
  });

  const states = new Map<string, State>();
  const start: State = { nodes: [], ends: [], next: new Map() };
  const stateOf = (reached: readonly (readonly [number, number])[]): State => {
    if (reached.length === 0) return start;
    const key = reached.map(([node, length]) => `${node}.${length}`).join(' ');
    const known = states.get(key);
    if (known !== undefined) return known;
    const ends: (readonly [number, number])[] = [];
    for (const [node, length] of reached) for (const cue of nodes[node]?.ends ?? []) ends.push([cue, length]);
    const state: State = { nodes: reached, ends, next: new Map() };
    states.set(key, state);
    return state;
  };

  const reach = (at: number, length: number, word: string, out: (readonly [number, number])[]): void => {
    const node = nodes[at];
    if (node === undefined) return;
    const add = (next: number | undefined): void => {
      if (next !== undefined && !out.some((each) => each[0] === next && each[1] === length + 1))
        out.push([next, length + 1]);
    };
    add(node.words?.get(word));
    if (node.prefixes !== null)
      for (const size of node.lengths) if (size <= word.length) add(node.prefixes.get(word.slice(0, size)));
    if (node.longer !== -1) add(node.longer);
  };

  // Every state may begin a cue anew: what a word begins is the same in all of them.
  const beginnings = new Map<string, readonly (readonly [number, number])[]>();
  const advance = (state: State, word: string): State => {
    let begun = beginnings.get(word);
    if (begun === undefined) {
      const out: (readonly [number, number])[] = [];
      reach(root, 0, word, out);
      begun = out;
      beginnings.set(word, begun);
    }
    if (state.nodes.length === 0) return stateOf(begun);
    const reached: (readonly [number, number])[] = [];
    for (const [at, length] of state.nodes) reach(at, length, word, reached);
    return stateOf(reached.length === 0 ? begun : [...reached, ...begun]);
  };

  const find = (tokens: readonly Token[]): readonly Match[] => {
    if (states.size > STATE_LIMIT) {
      states.clear();
      start.next.clear();
      beginnings.clear();
    }
    const found: Match[] = [];
    let state = start;
    let to = 0;
    for (const { key } of tokens) {
      to++;
      let next = state.next.get(key);
      if (next === undefined) {
        next = advance(state, key);
        state.next.set(key, next);
      }
      state = next;
      for (const end of state.ends) found.push({ cue: end[0], from: to - end[1], to });
    }
    return found;
  };
  return { find };
}
