import type { Change } from '../../core/model/change.ts';
import type { Report } from '../../core/model/report.ts';
import type { Pin, Review } from '../../core/model/review.ts';
import type { PlacedNotes } from '../../core/review/selectors.ts';
import { placeNotes, seenChanges } from '../../core/review/selectors.ts';
import type { FlagDecision } from '../../core/model/review.ts';
import type { Entry } from '../document/entries.ts';
import { reportEntries } from '../document/entries.ts';
import type { KeyTable } from '../keys/key-table.ts';
import { keyTable } from '../keys/key-table.ts';
import type { Appearance, ReviewSession } from '../session.ts';
import type { Say } from '../strings.ts';
import { speak } from '../strings.ts';
import type { Theme, ThemeChoice } from '../theme.ts';
import type { AppState } from './app-state.ts';
import { chosenTheme } from '../theme.ts';

/** What stays the same while the screen is open, on every screen: the keys, the words, the colours. */
export interface Voice {
  readonly session: Appearance;
  readonly keys: KeyTable;
  readonly say: Say;
  readonly theme: Theme;
  readonly themeChoice: ThemeChoice;
}

/** The same for a review, and the comparison. */
export interface Desk extends Voice {
  readonly session: ReviewSession;
  readonly entries: readonly Entry[];
  /** A text that is written from right to left is only shown inline. */
  readonly isInlineOnly: boolean;
  readonly clauses: number;
  /** The desk the screen was opened with, where this one is for other pins or a newer reading. */
  readonly root?: Desk;
}

/** The keys, words and colours that were asked for. */
export function voiceFor<Session extends Appearance>(
  session: Session,
): Voice & { readonly session: Session } {
  const say = speak(session.uiLanguage);
  const themeChoice = session.themeChoice ?? { current: session.color ? (session.theme ?? 'dark') : 'mono' };
  const { ascii: isAscii = false, isLinear = false } = session;
  return {
    session,
    keys: keyTable(session.keys),
    say,
    theme: chosenTheme(themeChoice, { isAscii, isLinear, say }),
    themeChoice,
  };
}

/** The desk for a session. */
export function deskFor(session: ReviewSession): Desk {
  const { base, revised } = session.report;
  const entries = reportEntries(session.report);
  return {
    ...voiceFor(session),
    entries,
    isInlineOnly: base.resolution.language === 'ar' || revised.resolution.language === 'ar',
    clauses: entries.filter(({ kind }) => kind === 'clause').length,
  };
}

/** What the review says about the comparison, laid out for drawing. */
export interface Annotations extends PlacedNotes {
  readonly seen: ReadonlySet<number>;
  readonly decisions: ReadonlyMap<string, FlagDecision>;
}

const desks = new WeakMap<Report, Desk>();

/** What tells two sets of pins apart. */
export function pinKey(pins: readonly Pin[] = []): string {
  return JSON.stringify(pins.map(({ base, revised }) => [base, revised]));
}

/** The comparison that a state is about: as it was opened or read again, with the pins of the review where it was made with them. */
export function reportNow(
  { session }: Desk,
  { history, report, rebuilt }: Pick<AppState, 'history' | 'report' | 'rebuilt'>,
): Report {
  const source = report ?? session.report;
  const key = pinKey(history.present.pins);
  return key === pinKey(source.pins) ? source : (rebuilt.get(key) ?? source);
}

/**
 * The desk a state is looked at on: the one given, unless the texts were read again or the reviewer's pins pair
 * other clauses. So an undone pin is undone on the screen too.
 */
export function deskNow(desk: Desk, state: Pick<AppState, 'history' | 'report' | 'rebuilt'>): Desk {
  const root = desk.root ?? desk;
  const report = reportNow(root, state);
  if (report === root.session.report) return root;
  const made = desks.get(report) ?? { ...deskFor({ ...root.session, report }), root };
  desks.set(report, made);
  return made;
}

const known = new WeakMap<Review, { readonly changes: readonly Change[]; readonly found: Annotations }>();

/** The annotations of a review, worked out once for each state of it. */
export function annotations({ session }: Desk, review: Review): Annotations {
  const { changes } = session.report.comparison;
  const before = known.get(review);
  if (before?.changes === changes) return before.found;
  const found: Annotations = {
    ...placeNotes(changes, review.notes),
    seen: seenChanges(changes, review),
    decisions: new Map((review.decisions ?? []).map((decision) => [decision.flag, decision])),
  };
  known.set(review, { changes, found });
  return found;
}
