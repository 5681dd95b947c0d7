import { saveNote } from '../commands/noting.ts';
import type { Chord } from '../keys/chords.ts';
import { frameOf } from '../screens/frame.ts';
import type { ReviewSession } from '../session.ts';
import { changePlace } from '../../core/review/selectors.ts';
import { reduceReview } from '../../core/review/reducer.ts';
import type { AppState, Effect } from '../state/app-state.ts';
import { answered } from '../state/app-state.ts';
import { themeAfter } from '../theme.ts';
import { deskFor } from '../state/desk.ts';
import { keyOf, settle } from '../state/settle.ts';
import { startState } from '../state/start.ts';
import { bufferOf } from '../state/text-buffer.ts';
import { press } from '../state/update.ts';
import type { ProcessEvents } from './endings.ts';
import { watchEndings } from './endings.ts';
import type { TerminalInput } from './keyboard.ts';
import { openKeyboard } from './keyboard.ts';
import { openInstead, runErrand, visit } from './errands.ts';
import { createSaver, reasonOf } from './saver.ts';
import type { Screen, TerminalOutput } from './screen.ts';
import { openScreen } from './screen.ts';
import { suspended } from './suspended.ts';

/** The terminal and the process around the screen. */
export interface Surroundings {
  readonly input: TerminalInput;
  readonly output: TerminalOutput;
  readonly events: ProcessEvents;
  /** Stops the process group until the shell brings it back. */
  readonly suspend: () => void;
}

/** A window that is taken already, and keys that were pressed there for the review. */
export interface TakenWindow {
  readonly screen: Screen;
  readonly typed: readonly Chord[];
}

/** A path's end, where it is too long to be shown whole: the name of the file is what one looks for. */
const endOf = (path: string, columns: number): string =>
  path.length <= columns ? path : `…${path.slice(path.length - columns + 1)}`;

/** Where the reader is gets saved when the keys have rested for so long; notes are saved at once. */
const PLACE_MS = 400;

/** Opens the review on a terminal and resolves with the exit code once it is left. */
export function runReview(
  session: ReviewSession,
  around: Surroundings,
  taken?: TakenWindow,
): Promise<number> {
  const desk = deskFor(session);
  const screen = taken?.screen ?? openScreen(around.output, desk.theme, session);
  let state = startState(desk, screen.size());
  let saved = state.history.present;
  let isOver = false;
  let isStale = false;
  let placeTimer: NodeJS.Timeout | undefined;

  return new Promise((resolve, reject) => {
    const draw = (): void => {
      if (!isOver) screen.paint(frameOf(desk, state));
    };

    const saver = createSaver(session.save, (error) => {
      if (state.saveError === error) return;
      const failed =
        error === null ? state : answered(state, desk.say('status.saveFailed', { reason: error }), 'warning');
      state = { ...failed, saveError: error };
      draw();
    });

    const stayHere = (): void => {
      const item = state.view.items[state.view.cursor];
      const place = item && item.kind !== 'fold' && item.change ? changePlace(item.change) : null;
      const before = state.history.present.place;
      if (!place || (before?.side === place.side && before.path === place.path)) return;
      const present = reduceReview(state.history.present, { kind: 'stay', place });
      state = { ...state, history: { ...state.history, present } };
    };

    const save = (): void => {
      clearTimeout(placeTimer);
      stayHere();
      if (state.history.present === saved && state.saveError === null) return;
      saved = state.history.present;
      saver.put(saved);
    };

    const become = (next: AppState): void => {
      const isChanged = next.history.present !== state.history.present;
      const isMoved = next.view.cursor !== state.view.cursor;
      state = next;
      if (isChanged) save();
      else if (isMoved) {
        clearTimeout(placeTimer);
        placeTimer = setTimeout(save, PLACE_MS);
      }
    };

    const close = (): void => {
      isOver = true;
      clearTimeout(placeTimer);
      keyboard.rest();
      screen.leave();
      screen.close();
      around.output.off('resize', onResize);
      unwatch();
      unwatchTexts?.();
    };

    const hasEnded = (): boolean => isOver;

    const fail = (error: unknown): void => {
      if (isOver) return;
      close();
      reject(error instanceof Error ? error : new Error(String(error)));
    };

    const end = async (code: number): Promise<void> => {
      if (isOver) return;
      save();
      await saver.idle();
      // Asked to leave, one may still stay when something could not be saved; a signal does not ask.
      if (code <= 0 && state.saveError !== null && !state.isQuitWarned) {
        become(press(desk, { ...state, overlays: [] }, { kind: 'key', key: 'Q' }).state);
        draw();
        return;
      }
      // While the last words were saved, something else may have ended the screen.
      if (hasEnded()) return;
      close();
      resolve(code);
    };

    /** Stands aside while something else has the terminal; an exit code it gives ends this screen too. */
    const aside = (work: () => Promise<unknown>): void => {
      keyboard.rest();
      screen.leave();
      void work()
        .catch((error: unknown) => {
          state = answered(state, reasonOf(error), 'warning');
        })
        .then((code) => {
          if (isOver) return;
          if (typeof code === 'number') {
            void end(code).catch(fail);
            return;
          }
          screen.enter();
          keyboard.listen();
          draw();
        });
    };

    /** Another comparison in the place of this one, once all is saved here. */
    const replace = async (effect: Extract<Effect, { kind: 'replace' }>): Promise<void> => {
      const next = await openInstead(desk, effect);
      save();
      await saver.idle();
      if (!next || hasEnded()) return;
      if (state.saveError !== null)
        throw new Error(desk.say('status.saveFailed', { reason: state.saveError }));
      close();
      runReview(next, around).then(resolve, reject);
    };

    const after = (work: Promise<AppState>): void => {
      void work
        .catch((error: unknown) =>
          answered(state, desk.say('library.failed', { reason: reasonOf(error) }), 'warning'),
        )
        .then((next) => {
          if (isOver) return;
          become(next);
          draw();
        })
        .catch(fail);
    };

    const perform = (effect: Effect): void => {
      switch (effect.kind) {
        case 'visit':
          aside(async () => {
            const back = await visit(desk, () => state, effect, around);
            if (typeof back === 'number') return back;
            become(settle(desk, { ...back, size: screen.size() }));
            return null;
          });
          return;
        case 'replace':
          after(replace(effect).then(() => state));
          return;
        case 'rebuild':
        case 'reload':
        case 'exportAs':
        case 'importNotes':
          after(saver.idle().then(() => runErrand(desk, () => state, effect)));
          return;
        case 'quit':
          void end(effect.code).catch(fail);
          return;
        case 'redraw':
          screen.forget();
          return;
        case 'theme': {
          const { view } = state;
          desk.themeChoice.current = themeAfter(desk.themeChoice.current, session.color);
          screen.retheme();
          // Rows were set for the old theme's signs: another sheet sets them anew.
          state = settle(desk, { ...state, view: { ...view, sheet: { ...view.sheet } } });
          state = answered(state, desk.say(`theme.${desk.theme.name}`));
          return;
        }
        case 'copy':
          // The words travel as base64: nothing in them can be taken for a command.
          around.output.write(`\u001B]52;c;${Buffer.from(effect.text, 'utf8').toString('base64')}\u0007`);
          void session.copyText?.(effect.text);
          return;
        case 'suspend':
          aside(() => suspended(around));
          return;
        case 'editText':
          aside(async () => {
            const text = (await session.editText?.(effect.text)) ?? null;
            if (text === null || !state.editor) return;
            const editor = { ...state.editor, comment: bufferOf(text.trimEnd()) };
            become(saveNote(desk, { ...state, editor }).state);
          });
          return;
        case 'export':
          void saver
            .idle()
            .then(() => session.exportNotes())
            .then(
              (path) =>
                answered(state, desk.say('status.exported', { path: endOf(path, state.size.columns - 30) })),
              (error: unknown) =>
                answered(state, desk.say('status.exportFailed', { reason: reasonOf(error) }), 'warning'),
            )
            .then((next) => {
              state = next;
              draw();
            });
          return;
      }
    };

    /** Said when nothing is being typed: the line at the bottom is needed for that. */
    const tellStale = (): void => {
      if (!isStale || state.prompt || state.editor || state.pending.length > 0) return;
      isStale = false;
      const key = keyOf(desk, 'review.reload');
      state = answered(state, desk.say('status.changedOnDisk', { key }), 'warning');
    };

    const onChords = (chords: readonly Chord[]): void => {
      if (isOver) return;
      try {
        for (const chord of chords) {
          const { state: next, effects } = press(desk, state, chord);
          become(next);
          for (const effect of effects) perform(effect);
        }
        tellStale();
        draw();
      } catch (error) {
        fail(error);
      }
    };

    const onSignal = (code: number): void => {
      if (state.editor) become(saveNote(desk, state).state);
      void end(code).catch(fail);
    };

    const onResize = (): void => {
      if (isOver) return;
      state = settle(desk, { ...state, size: screen.size() });
      screen.forget();
      draw();
    };

    const keyboard = openKeyboard(around.input, onChords, () => onSignal(129));
    const unwatch = watchEndings(around.events, onSignal, screen.leave);
    const unwatchTexts = session.watch?.(() => {
      isStale = true;
      tellStale();
      draw();
    });
    around.output.on('resize', onResize);
    screen.failure.catch(fail);
    screen.enter();
    draw();
    keyboard.listen();
    if (taken) onChords(taken.typed);
  });
}
