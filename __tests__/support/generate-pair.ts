import type { Language } from '../../src/core/model/language.ts';
import type { Resolution } from '../../src/core/model/resolution.ts';
import { writeText, type Group, type Item, type WrittenText } from './generate-tree.ts';
import { diceOf, poolOf } from './phrases.ts';

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
  /** Share of the clauses that carry two or three sub-items or bullets. */
  readonly subItems?: number;
  /** Runs of two or three neighbours that moved together. */
  readonly runs?: number;
  /** Moves from the preamble to the operative part and back. */
  readonly crossings?: number;
  /** Headings that were reworded or given another addressee. */
  readonly headings?: number;
  /** Clauses that stand twice, word for word, and stay. */
  readonly duplicates?: number;
  /** Two neighbours alike but for a phrase or two, folded into one. */
  readonly interleaved?: number;
  /** Clauses put in as "3bis", so that the others keep their labels. */
  readonly bis?: number;
  /** Clauses that keep their subject and object and little else. */
  readonly rewritten?: number;
}

/** What became of the clauses; places count the clauses of each text from 0, in reading order. */
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
  /** Markdown. */
  readonly base: string;
  readonly revised: string;
  readonly trees: readonly [base: Resolution, revised: Resolution];
  readonly lines: readonly [base: WrittenText['lines'], revised: WrittenText['lines']];
  readonly truth: PairTruth;
}

interface Piece {
  /** Places of the base clauses it comes from; none for a new one. */
  readonly from: readonly number[];
  /** Each half is a list of phrases. */
  readonly halves: readonly (readonly string[])[];
  readonly children: readonly Piece[];
  readonly isBullet?: boolean;
  readonly label?: string;
  readonly isAmended?: boolean;
  readonly isMoved?: boolean;
  /** Left as it is: part of a planned change, or a double. */
  readonly isSettled?: boolean;
  /** Two subjects and two qualifiers round one verb and object: to be folded into one with its twin. */
  readonly twin?: { readonly own: string; readonly shared: readonly string[]; readonly last: string };
}

interface Section {
  readonly heading: string;
  readonly part: Group['part'];
  readonly pieces: Piece[];
}

/** Clauses of one section, about. */
const SECTION = 12;

const flat = (pieces: readonly Piece[]): Piece[] =>
  pieces.flatMap((piece) => [piece, ...flat(piece.children)]);

const mapDeep = (piece: Piece, change: (piece: Piece) => Piece): Piece =>
  change({ ...piece, children: piece.children.map((child) => mapDeep(child, change)) });

/** A pair of resolution texts with the fate of every clause. Same plan, same bytes. */
export function generatePair(plan: PairPlan): GeneratedPair {
  const { random, below, pick } = diceOf(plan.seed);
  const pool = poolOf(plan.language);
  const isChinese = plan.language === 'zh';
  const space = isChinese ? '' : ' ';
  const say = (phrases: readonly string[]): string => phrases.filter((phrase) => phrase !== '').join(space);
  const cite = (): string =>
    pick(pool.cite)
      .replace('{n}', String(100 + below(900)))
      .replace('{place}', pick(pool.places))
      .replace('{year}', String(2000 + below(25)));
  // Chinese puts the head after its thing.
  const object = (): string =>
    say(isChinese ? [pick(pool.things), pick(pool.heads)] : [pick(pool.heads), pick(pool.things)]);
  const half = (): string[] => {
    const phrases = [pool.that, pick(pool.subjects), pick(pool.verbs), object()];
    if (random() < 0.6) phrases.push(pick(pool.qualifiers));
    if (random() < 0.3) phrases.push(cite());
    if (random() < 0.3) phrases.push(pick(pool.qualifiers));
    return phrases;
  };
  const newPiece = (from: readonly number[]): Piece => ({
    from,
    halves: Array.from({ length: random() < 0.5 ? 2 : 1 }, half),
    children: [],
  });
  const textOf = ({ halves }: Piece): string => halves.map(say).join(pool.join);

  // The base.
  const count = Math.max(pool.preamble.length + pool.operative.length, Math.round(plan.clauses / SECTION));
  const opening = Math.round((count * pool.preamble.length) / (pool.preamble.length + pool.operative.length));
  const base: Section[] = Array.from({ length: count }, (_, at) => {
    const isOperative = at >= opening;
    const list = isOperative ? pool.operative : pool.preamble;
    const heading = list[(isOperative ? at - opening : at) % list.length] ?? '';
    return { heading, part: isOperative ? 'operative' : 'preamble', pieces: [] };
  });
  let next = 0;
  let [doubles, twins] = [plan.duplicates ?? 0, plan.interleaved ?? 0];
  while (next < plan.clauses) {
    const section = base[Math.min(base.length - 1, Math.floor((next * base.length) / plan.clauses))];
    if (section === undefined) break;
    const earlier =
      doubles > 0 && next > 5 && random() < 0.2
        ? pick(pick(base.filter(({ pieces }) => pieces.length > 0)).pieces)
        : undefined;
    if (earlier?.children.length === 0 && earlier.twin === undefined) {
      doubles--;
      // Its model is left alone too: of two equal clauses nobody can tell which one was changed.
      const home = base.find(({ pieces }) => pieces.includes(earlier));
      home?.pieces.splice(home.pieces.indexOf(earlier), 1, { ...earlier, isSettled: true });
      section.pieces.push({ ...earlier, from: [next++], isSettled: true });
    } else if (twins > 0 && next > 3 && random() < 0.2) {
      twins--;
      const shared = [pick(pool.verbs), object()];
      for (const side of [0, 1]) {
        const own =
          pool.subjects[(below(pool.subjects.length / 2) + side * (pool.subjects.length / 2)) | 0] ?? '';
        const last = pick(pool.qualifiers);
        section.pieces.push({
          from: [next++],
          halves: [[pool.that, own, ...shared, last]],
          children: [],
          isSettled: true,
          twin: { own, shared, last },
        });
      }
    } else {
      const piece = newPiece([next++]);
      const isParent = random() < (plan.subItems ?? 0);
      const isBullet = random() < 0.5;
      const children: Piece[] = isParent
        ? Array.from({ length: 2 + below(2) }, () => ({
            from: [next++],
            halves: [half()],
            children: [],
            isBullet,
          }))
        : [];
      section.pieces.push({ ...piece, children });
    }
  }

  // The revised text, change by change.
  const revised: Section[] = base.map((section) => ({ ...section, pieces: [...section.pieces] }));
  interface Spot {
    readonly section: Section;
    readonly at: number;
    readonly piece: Piece;
  }
  /** A few tries at a piece that fits: searching all of them each time would be quadratic. */
  const find = (fits: (spot: Spot) => boolean): Spot | undefined => {
    const filled = revised.filter(({ pieces }) => pieces.length > 0);
    if (filled.length === 0) return undefined;
    for (let attempt = 0; attempt < 200; attempt++) {
      const section = pick(filled);
      const at = below(section.pieces.length);
      const piece = section.pieces[at];
      if (piece !== undefined && fits({ section, at, piece })) return { section, at, piece };
    }
    return undefined;
  };
  const isFree = (piece: Piece): boolean =>
    piece.from.length === 1 && piece.isSettled !== true && piece.isAmended !== true && piece.isMoved !== true;
  const repeat = (times: number | undefined, change: () => void): void => {
    for (let time = 0; time < (times ?? 0); time++) change();
  };
  const amend = (text: string): string => {
    const words = isChinese ? Array.from(text) : text.split(' ');
    const changes = 1 + below(Math.max(1, words.length / 8));
    for (let change = 0; change < changes; change++) {
      const at = 1 + below(Math.max(1, words.length - 1));
      const kind = random();
      if (kind < 0.4) words.splice(at, 0, pick(pool.qualifiers));
      else if (kind < 0.7 && words.length > 8) words.splice(at, 1 + below(2));
      else words.splice(at, 1, object());
    }
    return words.join(space);
  };

  repeat(plan.splits, () => {
    const spot = find(
      ({ piece }) => isFree(piece) && piece.halves.length === 2 && piece.children.length === 0,
    );
    if (spot === undefined) return;
    const { section, at, piece } = spot;
    section.pieces.splice(
      at,
      1,
      ...piece.halves.map((one) => ({ ...piece, halves: [one], isAmended: true, isSettled: true })),
    );
  });
  repeat(plan.merges, () => {
    const fits = (piece: Piece | undefined): piece is Piece =>
      piece !== undefined && isFree(piece) && piece.halves.length === 1 && piece.children.length === 0;
    const spot = find(({ section, at, piece }) => {
      const after = section.pieces[at + 1];
      return fits(piece) && fits(after) && after.from[0] === (piece.from[0] ?? 0) + 1;
    });
    const after = spot?.section.pieces[spot.at + 1];
    if (spot === undefined || after === undefined) return;
    spot.section.pieces.splice(spot.at, 2, {
      from: [...spot.piece.from, ...after.from],
      halves: [...spot.piece.halves, ...after.halves],
      children: [],
      isAmended: true,
      isSettled: true,
    });
  });
  repeat(plan.interleaved, () => {
    const spot = find(
      ({ section, at, piece }) =>
        piece.twin !== undefined &&
        piece.from.length === 1 &&
        section.pieces[at + 1]?.twin?.shared === piece.twin.shared,
    );
    const [one, other] = [spot?.piece.twin, spot?.section.pieces[spot.at + 1]?.twin];
    if (spot === undefined || one === undefined || other === undefined) return;
    const from = [...spot.piece.from, ...(spot.section.pieces[spot.at + 1]?.from ?? [])];
    const phrases = [pool.that, one.own, pool.and, other.own, ...one.shared, one.last, pool.and, other.last];
    spot.section.pieces.splice(spot.at, 2, {
      from,
      halves: [phrases],
      children: [],
      isAmended: true,
      isSettled: true,
    });
  });
  repeat(plan.deleted, () => {
    const spot = find(({ piece }) => isFree(piece));
    spot?.section.pieces.splice(spot.at, 1);
  });
  repeat(plan.rewritten, () => {
    const spot = find(({ piece }) => isFree(piece) && piece.children.length === 0);
    if (spot === undefined) return;
    const [, subject = '', , what = '', ...tail] = spot.piece.halves[0] ?? [];
    const first = [pool.that, subject, pick(pool.verbs), what, ...tail.slice(0, 1), pick(pool.qualifiers)];
    const halves = [first, ...spot.piece.halves.slice(1, random() < 0.5 ? 2 : 1)];
    spot.section.pieces.splice(spot.at, 1, { ...spot.piece, halves, isAmended: true });
  });
  repeat(Math.round(plan.amended * plan.clauses), () => {
    const spot = find(({ piece }) => isFree(piece) || piece.children.some(isFree));
    if (spot === undefined) return;
    const change = (piece: Piece): Piece => {
      const place = below(piece.halves.length);
      const halves = piece.halves.map((one, index) => (index === place ? [amend(say(one))] : one));
      return { ...piece, halves, isAmended: true };
    };
    const { piece } = spot;
    const child = piece.children.find(isFree);
    const isOfChild = child !== undefined && (!isFree(piece) || random() < 0.5);
    const changed = isOfChild
      ? { ...piece, children: piece.children.map((one) => (one === child ? change(one) : one)) }
      : change(piece);
    spot.section.pieces.splice(spot.at, 1, changed);
  });
  const move = (size: number, isCrossing: boolean): void => {
    const block = ({ section, at }: Spot) => section.pieces.slice(at, at + size);
    const spot = find((one) => {
      const pieces = block(one);
      return (
        pieces.length === size &&
        pieces.every(
          (piece, place) =>
            piece.from.length === 1 &&
            piece.isMoved !== true &&
            piece.isSettled !== true &&
            (place === 0 || (piece.from[0] ?? 0) > (pieces[place - 1]?.from[0] ?? 0)),
        )
      );
    });
    if (spot === undefined) return;
    const targets = revised.filter(({ part }) => (part !== spot.section.part) === isCrossing);
    const target = pick(targets.length === 0 ? revised : targets);
    const pieces = spot.section.pieces.splice(spot.at, size);
    const place = below(target.pieces.length + 1);
    // Far enough from its old place that nobody could call its neighbours the moved ones.
    const isNear = target === spot.section && Math.abs(place - spot.at) < 3 * size;
    const carried = pieces.map((piece) => mapDeep(piece, (one) => ({ ...one, isMoved: true })));
    if (isNear) spot.section.pieces.splice(spot.at, 0, ...pieces);
    else target.pieces.splice(place, 0, ...carried);
  };
  repeat(plan.moves, () => move(1, random() < 0.2));
  repeat(plan.crossings, () => move(1, true));
  repeat(plan.runs, () => move(2 + below(2), false));
  repeat(plan.added, () => {
    const section = pick(revised);
    section.pieces.splice(below(section.pieces.length + 1), 0, newPiece([]));
  });
  repeat(plan.bis, () => {
    const spot = find(({ section, piece }) => section.pieces.length > 2 && piece.label === undefined);
    if (spot?.section.part !== 'operative') return;
    spot.section.pieces.splice(spot.at + 1, 0, { ...newPiece([]), label: `${spot.at + 1}bis` });
  });

  // Headings are reworded where no other heading of the text would be the same.
  const headings = revised.map(({ heading }) => heading);
  const preambles = headings.flatMap((_, at) => (revised[at]?.part === 'preamble' ? [at] : []));
  const operatives = headings.flatMap((_, at) => (revised[at]?.part === 'operative' ? [at] : []));
  for (const [time, other] of pool.others.slice(0, plan.headings ?? 0).entries()) {
    // The first two of the other headings are of the preamble.
    const places = time < 2 ? preambles : operatives;
    const at = places[(time < 2 ? time * 2 : time - 2) % places.length];
    if (at !== undefined) headings[at] = other;
  }

  const toItem = (piece: Piece): Item => ({
    text: textOf(piece),
    ...(piece.label === undefined ? {} : { label: piece.label }),
    ...(piece.isBullet === true ? { isBullet: true } : {}),
    children: piece.children.map(toItem),
  });
  const toGroups = (sections: readonly Section[], names: readonly string[]): Group[] =>
    sections.map(({ part, pieces }, at) => ({ heading: names[at] ?? '', part, items: pieces.map(toItem) }));
  const [from, to] = [
    writeText(
      toGroups(
        base,
        base.map(({ heading }) => heading),
      ),
      plan.language,
      2016,
    ),
    writeText(toGroups(revised, headings), plan.language, 2022),
  ];

  const order = flat(revised.flatMap(({ pieces }) => pieces));
  const kept = new Map<string, { base: number[]; revised: number[] }>();
  order.forEach((piece, at) => {
    if (piece.from.length === 0) return;
    const entry = kept.get(piece.from.join()) ?? { base: [...piece.from], revised: [] };
    entry.revised.push(at);
    kept.set(piece.from.join(), entry);
  });
  const alive = new Set(order.flatMap((piece) => piece.from));
  const truth: PairTruth = {
    pairs: [...kept.values()],
    moved: [...new Set(order.filter((piece) => piece.isMoved === true).flatMap((piece) => piece.from))],
    added: order.flatMap((piece, at) => (piece.from.length === 0 ? [at] : [])),
    deleted: Array.from({ length: next }, (_, at) => at).filter((at) => !alive.has(at)),
    amended: order
      .filter((piece) => piece.isAmended === true && piece.from.length === 1)
      .flatMap((piece) => piece.from),
  };
  return {
    base: from.markdown,
    revised: to.markdown,
    trees: [from.tree, to.tree],
    lines: [from.lines, to.lines],
    truth,
  };
}
