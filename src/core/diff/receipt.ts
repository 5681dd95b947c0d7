import type { Change, ChangeKind, Comparison, Unit } from '../model/change.ts';
import type { Resolution } from '../model/resolution.ts';
import { compareResolutions, type CompareOptions } from './compare-resolutions.ts';
import { sha256 } from './digest.ts';

/** What a receipt says of one change. */
export interface ReceiptLine {
  readonly kind: ChangeKind;
  readonly unit: Unit['unit'];
  readonly base: readonly string[];
  readonly revised: readonly string[];
  /** Why it is editorial (`citation`, `spelling` …) or that it is not (`words`). */
  readonly reasons: readonly string[];
  /** True when nothing but form changed here: unchanged, renumbered or editorial. */
  readonly editorialOnly: boolean;
  /** SHA-256 of the words of each side. */
  readonly baseDigest: string;
  readonly revisedDigest: string;
}

/** A statement about a comparison that anybody can check who has both texts. */
export interface Receipt {
  readonly schema: 'clausewatch/receipt@1';
  /** True when no change of the whole comparison touches the substance. */
  readonly editorialOnly: boolean;
  /** SHA-256 of everything each text holds: units with their paths and words. */
  readonly baseDigest: string;
  readonly revisedDigest: string;
  readonly kinds: Readonly<Partial<Record<ChangeKind, number>>>;
  readonly reasons: Readonly<Record<string, number>>;
  /** All changes but the unchanged ones, in reading order. */
  readonly lines: readonly ReceiptLine[];
}

const FORM: ReadonlySet<ChangeKind> = new Set(['unchanged', 'renumbered', 'editorial']);

/** Moving a clause changes what it says where it stands: a moved clause is never a matter of form. */
const isEditorialOnly = ({ kind, moved }: Change): boolean => FORM.has(kind) && !moved;

const words = (units: readonly Unit[]): string => units.map(({ text }) => text).join('\n');

/** The whole of one side, in an order that does not hang on the comparison. */
const wholeOf = (changes: readonly Change[], side: 'base' | 'revised'): string =>
  changes
    .flatMap((change) => change[side])
    .map(({ unit, path, text }) => JSON.stringify([unit, path, text]))
    .sort()
    .join('\n');

const lineOf = (change: Change): ReceiptLine => ({
  kind: change.kind,
  unit: change.unit,
  base: change.base.map(({ path }) => path),
  revised: change.revised.map(({ path }) => path),
  reasons: change.reasons,
  editorialOnly: isEditorialOnly(change),
  baseDigest: sha256(words(change.base)),
  revisedDigest: sha256(words(change.revised)),
});

/**
 * States what a comparison holds, clause by clause, and whether anything but form changed ("nothing else
 * changed"). Tables, pictures and stray lines are no units: it does not speak of them. Plain data, the same bytes each time; {@link verifyReceipt} checks it against the texts.
 */
export function editorialReceipt({ changes, summary }: Comparison): Receipt {
  const reasons: Record<string, number> = {};
  for (const reason of changes.flatMap((change) => change.reasons)) {
    reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  return {
    schema: 'clausewatch/receipt@1',
    editorialOnly: changes.every(isEditorialOnly),
    baseDigest: sha256(wholeOf(changes, 'base')),
    revisedDigest: sha256(wholeOf(changes, 'revised')),
    kinds: summary,
    reasons,
    lines: changes.filter(({ kind }) => kind !== 'unchanged').map(lineOf),
  };
}

/** Whether a receipt is true of two texts, and if not where it fails. */
export interface Verification {
  readonly isTrue: boolean;
  /** Which of the two texts it was made of: a false digest means another text. */
  readonly isBaseSame: boolean;
  readonly isRevisedSame: boolean;
  /** Paths of the lines that are not what the comparison says now. */
  readonly faults: readonly string[];
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
};

const bytes = (value: unknown): string => JSON.stringify(sorted(value));

const nameOf = ({ unit, base, revised }: ReceiptLine): string =>
  `${unit} ${base.join(' + ')} => ${revised.join(' + ')}`;

/**
 * Compares the texts anew and holds the receipt against the result, line by line. A receipt of another text, a
 * line left out, put in or altered, or a false claim that all is editorial makes it untrue. Give the pins that
 * the comparison was made with.
 */
export function verifyReceipt(
  receipt: Receipt,
  base: Resolution,
  revised: Resolution,
  options: CompareOptions = {},
): Verification {
  const now = editorialReceipt(compareResolutions(base, revised, options));
  const [stated, found] = [receipt.lines, now.lines].map(
    (lines) => new Map(lines.map((line) => [nameOf(line), line])),
  );
  const names = new Set([...(stated?.keys() ?? []), ...(found?.keys() ?? [])]);
  return {
    isTrue: bytes(receipt) === bytes(now),
    isBaseSame: receipt.baseDigest === now.baseDigest,
    isRevisedSame: receipt.revisedDigest === now.revisedDigest,
    faults: [...names].filter((name) => bytes(stated?.get(name) ?? null) !== bytes(found?.get(name) ?? null)),
  };
}
