import { compareResolutions } from '../diff/compare-resolutions.ts';
import { ownKey } from '../diff/prepare.ts';
import { unitsOf } from '../diff/units.ts';
import type { Change, ChangeKind, Comparison, Unit } from '../model/change.ts';
import type { Language } from '../model/language.ts';
import type { ComparedText } from '../model/report.ts';
import type { Note, Stance } from '../model/review.ts';
import { ownWordsEnd } from '../text/list-punctuation.ts';
import { howTheyMeet, hunksOn, resultOver } from './hunks.ts';
import { SAME_CLAUSE, wordingLikeness } from './likeness.ts';
import type { Action, Negotiation, Proposal } from './negotiation.ts';

export type Fit = 'clean' | 'shifted' | 'conflicting' | 'moot';

/** Why a change fits or not (`rebase.reason.*` in the strings). */
export type FitReason = 'same' | 'place' | 'words' | 'conflict' | 'deleted' | 'adopted' | 'alike' | 'gap';

/** One change of a proposal on the new base. */
export interface RebasedChange {
  readonly kind: ChangeKind;
  /** Paths in the old base and in the proposal. */
  readonly base: readonly string[];
  readonly revised: readonly string[];
  readonly fit: Fit;
  readonly reason: FitReason;
  /** Where it now applies: paths in the new base; for a new clause, the path it follows. */
  readonly onto: readonly string[];
  /** What the clause then says; null where it is deleted, or where a person must decide. */
  readonly text: string | null;
}

/** Where a note on the proposal now belongs. */
export interface MovedNote {
  readonly id: string;
  readonly side: 'base' | 'revised';
  readonly was: string;
  /** The clause of the new base it is about; null where that clause is gone. */
  readonly path: string | null;
  /** True for a note on a base clause that is gone: it is kept, without a place. */
  readonly isOrphan: boolean;
  readonly stance: Stance | null;
  readonly comment: string;
  /** The note as it stands in the review of the proposal against the new base. */
  readonly note: Note;
}

export interface RebasedProposal {
  readonly name: string;
  /** Name of its text, as the library or the user has it. */
  readonly text: string;
  readonly action: Action;
  /** The worst of its changes: conflicting before shifted before clean; moot when all are. */
  readonly fit: Fit;
  readonly changes: readonly RebasedChange[];
  readonly notes: readonly MovedNote[];
}

export interface Rebase {
  readonly base: ComparedText;
  readonly onto: ComparedText;
  readonly proposals: readonly RebasedProposal[];
}

interface Target {
  readonly comparison: Comparison;
  readonly byBase: ReadonlyMap<string, Change>;
  readonly units: readonly Unit[];
}

const keyOf = ({ unit, path }: Unit): string => `${unit} ${path}`;
const keysOf = (units: readonly Unit[]): string => units.map(({ text }) => ownKey(text)).join('\n');

const isWorth = ({ unit, kind }: Change): boolean =>
  unit !== 'frame' && kind !== 'unchanged' && kind !== 'renumbered';

/** The words of the new base's clause with the proposal's edits put in. */
const merged = (unit: Unit, ours: Change, theirs: Change): string => {
  const hunks = [...hunksOn(ours, unit.path), ...hunksOn(theirs, unit.path)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  const own = hunks.filter(
    (hunk, at) =>
      !hunks
        .slice(0, at)
        .some(({ start, end, insert }) => start === hunk.start && end === hunk.end && insert === hunk.insert),
  );
  return resultOver(unit.text, own, 0, unit.text.length);
};

const fitAdded = (
  change: Change,
  target: Target,
  after: Unit | null,
  language: Language,
): Omit<RebasedChange, 'kind' | 'base' | 'revised'> => {
  const [unit] = change.revised;
  const text = unit?.text ?? '';
  const known = target.units.find((one) => one.unit === unit?.unit && ownKey(one.text) === ownKey(text));
  if (known !== undefined) return { fit: 'moot', reason: 'adopted', onto: [known.path], text };
  const alike = target.comparison.changes.find(
    ({ base, revised }) =>
      base.length === 0 &&
      revised.some(
        (one) => one.unit === unit?.unit && wordingLikeness(one.text, text, language) >= SAME_CLAUSE,
      ),
  );
  if (alike !== undefined)
    return { fit: 'conflicting', reason: 'alike', onto: alike.revised.map(({ path }) => path), text: null };
  if (after === null) return { fit: 'clean', reason: 'same', onto: [], text };
  const place = target.byBase.get(keyOf(after))?.revised ?? [];
  if (place.length === 0) return { fit: 'shifted', reason: 'gap', onto: [], text };
  const last = place[place.length - 1];
  const isSame = last?.path === after.path;
  return {
    fit: isSame ? 'clean' : 'shifted',
    reason: isSame ? 'same' : 'place',
    onto: [last?.path ?? ''],
    text,
  };
};

const fitEdit = (change: Change, target: Target): Omit<RebasedChange, 'kind' | 'base' | 'revised'> => {
  const answers = [...new Set(change.base.map((unit) => target.byBase.get(keyOf(unit))))].filter(
    (one) => one !== undefined,
  );
  const revised = answers.flatMap((answer) => answer.revised);
  const onto = revised.map(({ path }) => path);
  const text = change.revised.length === 0 ? null : change.revised.map((unit) => unit.text).join('\n');
  const isMoved = change.moved && !answers.some(({ moved }) => moved);
  if (revised.length === 0)
    return change.revised.length === 0
      ? { fit: 'moot', reason: 'adopted', onto, text }
      : { fit: 'conflicting', reason: 'deleted', onto, text: null };
  if (change.revised.length > 0 && !isMoved && keysOf(revised) === keysOf(change.revised))
    return { fit: 'moot', reason: 'adopted', onto, text };
  const [unit] = change.base;
  const [answer] = answers;
  const isUntouched = answers.every(
    (one) =>
      one.kind === 'unchanged' || one.kind === 'renumbered' || keysOf(one.base) === keysOf(one.revised),
  );
  if (isUntouched) {
    const isSame = change.base.every(({ path }, at) => revised[at]?.path === path);
    return { fit: isSame ? 'clean' : 'shifted', reason: isSame ? 'same' : 'place', onto, text };
  }
  if (change.revised.length === 0) return { fit: 'conflicting', reason: 'conflict', onto, text: null };
  if (
    unit === undefined ||
    answer === undefined ||
    change.base.length > 1 ||
    answer.base.length > 1 ||
    revised.length > 1
  )
    return { fit: 'conflicting', reason: 'conflict', onto, text: null };
  const meeting = howTheyMeet(
    unit.text,
    hunksOn(change, unit.path),
    hunksOn(answer, unit.path),
    ownWordsEnd(unit.text),
  );
  if (meeting === 'conflict' || meeting === 'meet' || change.revised.length > 1)
    return { fit: 'conflicting', reason: 'conflict', onto, text: null };
  return { fit: 'shifted', reason: 'words', onto, text: merged(unit, change, answer) };
};

const worst = (changes: readonly RebasedChange[]): Fit => {
  if (changes.some(({ fit }) => fit === 'conflicting')) return 'conflicting';
  if (changes.length > 0 && changes.every(({ fit }) => fit === 'moot')) return 'moot';
  return changes.some(({ fit }) => fit === 'shifted') ? 'shifted' : 'clean';
};

const rebaseOne = (
  proposal: Proposal,
  target: Target,
  orders: ReadonlyMap<string, Unit>,
): RebasedProposal => {
  const { name, text, action, comparison, resolution, notes } = proposal;
  const inPlace = new Map<string, Change>();
  for (const change of comparison.changes)
    for (const unit of change.revised) inPlace.set(keyOf(unit), change);
  const afterOf = new Map<Change, Unit | null>();
  let last: Unit | null = null;
  for (const unit of unitsOf(resolution)) {
    const change = inPlace.get(keyOf(unit));
    if (change === undefined || unit.unit !== 'clause') continue;
    if (change.base.length === 0) afterOf.set(change, last);
    else if (!change.moved) last = orders.get(keyOf(change.base[change.base.length - 1] ?? unit)) ?? last;
  }
  const changes = comparison.changes.filter(isWorth).map((change): RebasedChange => ({
    kind: change.kind,
    base: change.base.map(({ path }) => path),
    revised: change.revised.map(({ path }) => path),
    ...(change.base.length === 0
      ? fitAdded(change, target, afterOf.get(change) ?? null, resolution.language)
      : fitEdit(change, target)),
  }));
  const movedNotes = notes.map((note): MovedNote => {
    const { id, anchor, stance, comment } = note;
    const change = comparison.changes.find((one) =>
      one[anchor.side].some(({ path }) => path === anchor.path),
    );
    const from =
      anchor.side === 'base' ? change?.base.find(({ path }) => path === anchor.path) : change?.base[0];
    const path = from === undefined ? null : (target.byBase.get(keyOf(from))?.revised[0]?.path ?? null);
    const isOrphan = anchor.side === 'base' && path === null;
    const moved = isOrphan
      ? { ...anchor, isLost: true }
      : // A note on the proposal's own words stays on them; one on the base follows its clause.
        { ...anchor, path: anchor.side === 'base' ? (path ?? anchor.path) : anchor.path };
    return {
      id,
      side: anchor.side,
      was: anchor.path,
      path,
      isOrphan,
      stance,
      comment,
      note: { ...note, anchor: moved },
    };
  });
  return { name, text: text.facts.name, action, fit: worst(changes), changes, notes: movedNotes };
};

/**
 * Every proposal on a new base (the adopted text, or another proposal): what applies as it is, what applies
 * elsewhere or beside other edits, what stands in conflict, what the text says already.
 * Laws: onto its own base a proposal is clean; onto its own text it is moot.
 */
export function rebaseProposals({ base, proposals }: Negotiation, onto: ComparedText): Rebase {
  const comparison = compareResolutions(base.resolution, onto.resolution);
  const byBase = new Map<string, Change>();
  for (const change of comparison.changes) for (const unit of change.base) byBase.set(keyOf(unit), change);
  const target = { comparison, byBase, units: unitsOf(onto.resolution) };
  const orders = new Map(unitsOf(base.resolution).map((unit) => [keyOf(unit), unit]));
  return { base, onto, proposals: proposals.map((proposal) => rebaseOne(proposal, target, orders)) };
}

/** The rebase as `rebase --json` prints it (docs/json.md). */
export function rebaseJson({ base, onto, proposals }: Rebase) {
  return {
    schema: 'clausewatch/rebase@1',
    base: base.facts.name,
    onto: onto.facts.name,
    proposals: proposals.map((proposal) => ({
      ...proposal,
      notes: proposal.notes.map(({ id, side, was, path, isOrphan, stance, comment }) => ({
        id,
        side,
        was,
        path,
        isOrphan,
        stance,
        comment,
      })),
    })),
  };
}
