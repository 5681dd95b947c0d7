import type { Language } from '../../src/core/model/language.ts';
import phrases from './phrases.yaml';

/** How many of which changes a generated pair holds. */
export interface PairPlan {
  readonly seed: number;
  readonly language: Language;
  readonly clauses: number;
  /** Share of the clauses whose words are amended. */
  readonly amended: number;
  readonly moves: number;
  readonly splits: number;
  readonly merges: number;
  readonly added: number;
  readonly deleted: number;
}

/** What became of the clauses; places count the clauses of each text from 0. */
export interface PairTruth {
  readonly pairs: readonly { readonly base: readonly number[]; readonly revised: readonly number[] }[];
  /** Base places of the clauses that were carried elsewhere. */
  readonly moved: readonly number[];
  readonly added: readonly number[];
  readonly deleted: readonly number[];
  /** Base places whose words were amended. */
  readonly amended: readonly number[];
}

export interface GeneratedPair {
  readonly base: string;
  readonly revised: string;
  readonly truth: PairTruth;
}

interface Pool {
  readonly preamble: readonly string[];
  readonly operative: readonly string[];
  readonly that: string;
  readonly to: string;
  readonly join: string;
  readonly subjects: readonly string[];
  readonly verbs: readonly string[];
  readonly objects: readonly string[];
  readonly qualifiers: readonly string[];
  readonly cite: readonly string[];
  readonly places: readonly string[];
}

const POOLS = phrases as Readonly<Record<Language, Pool>>;

/** Mulberry32: a small seeded generator, so that a failing pair can be made again. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

interface Piece {
  readonly from: readonly number[];
  readonly halves: readonly string[];
  readonly isNew: boolean;
  readonly isAmended: boolean;
  readonly isMoved: boolean;
}

interface Section {
  readonly heading: string;
  readonly isOperative: boolean;
  pieces: Piece[];
}

const textOf = (piece: Piece, join: string): string => piece.halves.join(join);

const write = (sections: readonly Section[], pool: Pool, year: number): string => {
  const lines: string[] = [];
  for (const { heading, isOperative, pieces } of sections) {
    if (pieces.length === 0) continue;
    lines.push(`*${heading}*`);
    pieces.forEach((piece, at) => {
      const label = pieces.length === 1 ? '' : isOperative ? `${at + 1} ` : `${letter(at)}) `;
      lines.push(`${label}${textOf(piece, pool.join)}${at === pieces.length - 1 ? ',' : ';'}`);
    });
  }
  return `# RESOLUTION 99 (Rev. Geneva, ${year})\n\n## Title\n\n${lines.join('\n\n')}\n`;
};

const letter = (at: number): string =>
  at < 26 ? String.fromCharCode(97 + at) : String.fromCharCode(97 + ((at - 26) % 26)).repeat(2);

/** A pair of resolution texts with the fate of every clause. Same plan, same bytes. */
export function generatePair(plan: PairPlan): GeneratedPair {
  const random = randomFrom(plan.seed);
  const pool = POOLS[plan.language];
  const pick = <Item>(list: readonly Item[]): Item => {
    const item = list[Math.floor(random() * list.length)];
    if (item === undefined) throw new Error('an empty pool');
    return item;
  };
  const space = plan.language === 'zh' ? '' : ' ';
  const say = (...words: readonly string[]): string => words.filter((word) => word !== '').join(space);
  const cite = (): string =>
    pick(pool.cite)
      .replace('{n}', String(100 + Math.floor(random() * 900)))
      .replace('{place}', pick(pool.places))
      .replace('{year}', String(2000 + Math.floor(random() * 25)));
  const half = (): string => {
    const words = [pick(pool.subjects), pick(pool.verbs), pick(pool.objects)];
    if (random() < 0.5) words.push(pick(pool.qualifiers));
    if (random() < 0.3) words.push(cite());
    if (random() < 0.3) words.push(pick(pool.qualifiers));
    return say(pool.that, ...words);
  };
  const isLong = (): number => (random() < 0.5 ? 2 : 1);
  const makePiece = (from: readonly number[], isNew: boolean): Piece => ({
    from,
    halves: Array.from({ length: isLong() }, half),
    isNew,
    isAmended: false,
    isMoved: false,
  });

  const headings = [
    ...pool.preamble.map((heading) => ({ heading, isOperative: false })),
    ...pool.operative.map((heading) => ({ heading, isOperative: true })),
  ];
  const base: Section[] = headings.map((heading) => ({ ...heading, pieces: [] }));
  for (let at = 0; at < plan.clauses; at++) {
    const section = base[Math.min(base.length - 1, Math.floor((at * base.length) / plan.clauses))];
    section?.pieces.push(makePiece([at], false));
  }
  const revised: Section[] = base.map((section) => ({ ...section, pieces: [...section.pieces] }));
  const all = (): { section: Section; at: number; piece: Piece }[] =>
    revised.flatMap((section) => section.pieces.map((piece, at) => ({ section, at, piece })));
  const untouched = (test: (piece: Piece) => boolean) =>
    all().filter(
      ({ piece }) =>
        !piece.isNew && !piece.isMoved && !piece.isAmended && piece.from.length === 1 && test(piece),
    );

  const amend = (text: string): string => {
    const words = plan.language === 'zh' ? Array.from(text) : text.split(' ');
    const changes = 1 + Math.floor(random() * Math.max(1, words.length / 8));
    for (let change = 0; change < changes; change++) {
      const at = 1 + Math.floor(random() * Math.max(1, words.length - 1));
      const kind = random();
      if (kind < 0.4) words.splice(at, 0, pick(pool.qualifiers));
      else if (kind < 0.7 && words.length > 8) words.splice(at, 1 + Math.floor(random() * 2));
      else words.splice(at, 1, pick(pool.objects));
    }
    return words.join(space);
  };
  const touched = new Set<Piece>();
  const replace = (section: Section, at: number, ...pieces: Piece[]): void => {
    section.pieces.splice(at, 1, ...pieces);
    pieces.forEach((piece) => touched.add(piece));
  };

  for (let count = 0; count < plan.splits; count++) {
    const options = untouched((piece) => piece.halves.length === 2 && !touched.has(piece));
    if (options.length === 0) break;
    const { section, at, piece } = pick(options);
    replace(section, at, ...piece.halves.map((text) => ({ ...piece, halves: [text], isAmended: true })));
  }
  for (let count = 0; count < plan.merges; count++) {
    const options = untouched((piece) => piece.halves.length === 1 && !touched.has(piece)).filter(
      ({ section, at, piece }) => {
        const next = section.pieces[at + 1];
        const isNext =
          next !== undefined &&
          next.halves.length === 1 &&
          !next.isNew &&
          !touched.has(next) &&
          next.from.length === 1;
        return isNext && next.from[0] === (piece.from[0] ?? 0) + 1;
      },
    );
    if (options.length === 0) break;
    const { section, at, piece } = pick(options);
    const next = section.pieces[at + 1];
    if (next === undefined) break;
    section.pieces.splice(at + 1, 1);
    replace(section, at, {
      ...piece,
      from: [...piece.from, ...next.from],
      halves: [...piece.halves, ...next.halves],
      isAmended: true,
    });
  }
  for (let count = 0; count < plan.deleted; count++) {
    const options = untouched((piece) => !touched.has(piece));
    if (options.length === 0) break;
    const { section, at } = pick(options);
    section.pieces.splice(at, 1);
  }
  for (let count = 0; count < Math.round(plan.amended * plan.clauses); count++) {
    const options = untouched((piece) => !touched.has(piece));
    if (options.length === 0) break;
    const { section, at, piece } = pick(options);
    const place = Math.floor(random() * piece.halves.length);
    const halves = piece.halves.map((text, index) => (index === place ? amend(text) : text));
    replace(section, at, { ...piece, halves, isAmended: true });
  }
  for (let count = 0; count < plan.moves; count++) {
    const options = all().filter(
      ({ piece }) => !piece.isNew && !piece.isMoved && piece.from.length === 1 && !isSplit(piece, all()),
    );
    if (options.length === 0) break;
    const { section, at, piece } = pick(options);
    section.pieces.splice(at, 1);
    const target = pick(revised);
    const place = Math.floor(random() * (target.pieces.length + 1));
    // Far enough from its old place that nobody could call its neighbours the moved ones.
    const isNear = target === section && Math.abs(place - at) < 3;
    if (isNear) section.pieces.splice(at, 0, piece);
    else target.pieces.splice(place, 0, { ...piece, isMoved: true });
  }
  for (let count = 0; count < plan.added; count++) {
    const section = pick(revised);
    section.pieces.splice(Math.floor(random() * (section.pieces.length + 1)), 0, makePiece([], true));
  }

  const order = revised.flatMap((section) => section.pieces);
  const kept = new Map<string, { base: number[]; revised: number[] }>();
  order.forEach((piece, at) => {
    if (piece.from.length === 0) return;
    const entry = kept.get(piece.from.join()) ?? { base: [...piece.from], revised: [] };
    entry.revised.push(at);
    kept.set(piece.from.join(), entry);
  });
  const alive = new Set(order.flatMap((piece) => piece.from));
  return {
    base: write(base, pool, 2016),
    revised: write(revised, pool, 2022),
    truth: {
      pairs: [...kept.values()],
      moved: order.filter((piece) => piece.isMoved).flatMap((piece) => piece.from),
      added: order.flatMap((piece, at) => (piece.isNew ? [at] : [])),
      deleted: Array.from({ length: plan.clauses }, (_, at) => at).filter((at) => !alive.has(at)),
      amended: order
        .filter((piece) => piece.isAmended && piece.from.length === 1)
        .flatMap((piece) => piece.from),
    },
  };
}

const isSplit = (piece: Piece, all: readonly { readonly piece: Piece }[]): boolean =>
  all.filter((other) => other.piece.from.join() === piece.from.join()).length > 1;
