import { act } from '../../core/review/history.ts';
import { pathAt } from '../document/counterpart.ts';
import type { PagesEnd } from '../pages/pages-state.ts';
import type { ReviewSession } from '../session.ts';
import type { AppState, Effect } from '../state/app-state.ts';
import { answered } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import { deskNow, pinKey, reportNow } from '../state/desk.ts';
import { settle } from '../state/settle.ts';
import { bufferOf } from '../state/text-buffer.ts';
import { comeTo } from '../state/come-to.ts';
import { run } from '../state/update.ts';
import type { Surroundings } from './run.ts';
import { reasonOf } from './saver.ts';

type Of<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

export type Errand = Of<'rebuild' | 'reload' | 'exportAs' | 'importNotes'>;

/** The comparison with the pins as they are now, kept beside the one without them. */
const rebuild = async (desk: Desk, state: () => AppState): Promise<AppState> => {
  const asked = state();
  const pins = asked.history.present.pins ?? [];
  const source = asked.report ?? desk.session.report;
  const rebuilt = await desk.session.rebuild?.(source, pins);
  const now = state();
  if (!rebuilt || (now.report ?? desk.session.report) !== source) return now;
  return settle(desk, { ...now, rebuilt: new Map(now.rebuilt).set(pinKey(pins), rebuilt) }, 'roomy');
};

/** The comparison of the texts as they are on the disk now; notes and marks stay where their words are. */
const reload = async (desk: Desk, state: () => AppState): Promise<AppState> => {
  const report = await desk.session.reread?.();
  const now = state();
  if (!report) return now;
  const next = settle(desk, { ...now, report, rebuilt: new Map() });
  return answered(next, desk.say('status.reread'));
};

/** Writes an export; asks before a file is replaced. */
const exportAs = async (
  desk: Desk,
  state: () => AppState,
  { format, path, mayReplace }: Of<'exportAs'>,
): Promise<AppState> => {
  const { session } = desk;
  if (!mayReplace && (await session.isThere?.(path)) === true) {
    return { ...state(), status: null, prompt: { kind: 'replace', buffer: bufferOf(''), format, path } };
  }
  try {
    const written = await session.exportAs?.(format, path, mayReplace);
    return answered(state(), desk.say('status.exported', { path: written ?? path }));
  } catch (error) {
    return answered(state(), desk.say('status.exportFailed', { reason: reasonOf(error) }), 'warning');
  }
};

/** Takes the notes of a file into the review: each is a step to undo. */
const importNotes = async (
  desk: Desk,
  state: () => AppState,
  { path }: Of<'importNotes'>,
): Promise<AppState> => {
  const imported = await desk.session.importNotes?.(path);
  const now = state();
  if (!imported) return now;
  const known = new Set(now.history.present.notes.map(({ id }) => id));
  let { history } = now;
  for (const note of imported.notes)
    if (!known.has(note.id)) history = act(history, { kind: 'putNote', note });
  const { added, orphaned } = imported;
  return answered(settle(desk, { ...now, history }), desk.say('status.imported', { added, orphaned }));
};

/** Does what a comparison has to have done beside it, and gives the state after it; what fails is told there. */
export async function runErrand(desk: Desk, state: () => AppState, effect: Errand): Promise<AppState> {
  try {
    switch (effect.kind) {
      case 'rebuild':
        return await rebuild(desk, state);
      case 'reload':
        return await reload(desk, state);
      case 'exportAs':
        return await exportAs(desk, state, effect);
      case 'importNotes':
        return await importNotes(desk, state, effect);
    }
  } catch (error) {
    return answered(state(), desk.say('library.failed', { reason: reasonOf(error) }), 'warning');
  }
}

/** Opens another screen over the comparison; gives the exit code, or the state one comes back to. */
export async function visit(
  desk: Desk,
  state: () => AppState,
  { request }: Of<'visit'>,
  around: Surroundings,
): Promise<number | AppState> {
  const port = desk.session.pages;
  if (!port) return state();
  const now = state();
  const origin = { report: reportNow(desk, now), review: now.history.present };
  const { runPages } = await import('../pages/run-pages.ts');
  const end: PagesEnd = await runPages(
    { session: desk.session, port, origin, request, language: origin.report.revised.resolution.language },
    around,
  );
  if (end.code !== 0) return end.code;
  const back: AppState = { ...state(), status: null };
  if (end.failure !== undefined)
    return answered(back, desk.say('library.failed', { reason: end.failure }), 'warning');
  if (end.target?.kind === 'back')
    return comeTo(deskNow(desk, back), back, end.target.place, end.target.flag);
  if (end.target?.kind === 'command') return run(deskNow(desk, back), back, end.target.command).state;
  return back;
}

/** The session of the comparison that takes the place of this one, on the clause that answers to the current one. */
export async function openInstead(desk: Desk, effect: Of<'replace'>): Promise<ReviewSession | null> {
  const { base, revised, language, place, ordinal } = effect;
  const opened = await desk.session.pages?.open(base, revised, language);
  if (!opened) return null;
  const side = place?.side ?? 'revised';
  const path = ordinal ? pathAt(opened.report[side].resolution, ordinal) : (place?.path ?? null);
  const review = path === null ? opened.review : { ...opened.review, place: { side, path } };
  return { ...opened, review, ...(desk.session.isNested === true ? { isNested: true } : {}) };
}
