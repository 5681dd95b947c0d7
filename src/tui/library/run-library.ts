import { negotiationWords } from '../../core/negotiate/strings.ts';
import type { Chord } from '../keys/chords.ts';
import type { PageRequest } from '../pages/page.ts';
import type { LibrarySession, ResolutionView, TextView } from '../session.ts';
import { voiceFor } from '../state/desk.ts';
import { keyOf } from '../state/settle.ts';
import { themeAfter } from '../theme.ts';
import { watchEndings } from '../terminal/endings.ts';
import { openKeyboard } from '../terminal/keyboard.ts';
import type { Surroundings } from '../terminal/run.ts';
import { runReview } from '../terminal/run.ts';
import { reasonOf } from '../terminal/saver.ts';
import { openScreen } from '../terminal/screen.ts';
import { suspended } from '../terminal/suspended.ts';
import { libraryFrame } from './library-frame.ts';
import { libraryLines, newestProposals } from './library-lines.ts';
import type { LibraryDesk, LibraryEffect, LibraryState } from './library-state.ts';
import { baseOf, startLibrary, summaryKey } from './library-state.ts';
import { libraryRows, pressInLibrary, runInLibrary, settleLibrary, spotOf } from './update-library.ts';

/** The texts whose comparisons are shown: those in view, or the newest proposals on the resolution one is on. */
const wantedLines = (
  desk: LibraryDesk,
  state: LibraryState,
): readonly { readonly resolution: ResolutionView; readonly text: TextView }[] => {
  const { top, cursor } = spotOf(state);
  const lines = libraryLines(desk, state);
  const line = lines[cursor];
  if (line?.kind === 'resolution') {
    const { resolution } = line;
    return newestProposals(resolution).map((text) => ({ resolution, text }));
  }
  return lines.slice(top, top + libraryRows(state)).filter((one) => one.kind === 'text');
};

/** Opens the library on a terminal; reviews open from it and come back to it. Resolves with the exit code. */
export function runLibrary(session: LibrarySession, around: Surroundings): Promise<number> {
  const desk = voiceFor(session);
  const screen = openScreen(around.output, desk.theme, session);
  let state = startLibrary(desk, screen.size());
  let isOver = false;
  let isAway = false;
  let isSummarising = false;
  const failed = new Set<string>();

  return new Promise((resolve, reject) => {
    const draw = (): void => {
      if (!isOver && !isAway) screen.paint(libraryFrame(desk, state));
    };

    const become = (next: LibraryState): void => {
      state = next;
      draw();
      void summarise();
    };

    const warn = (error: unknown): LibraryState => ({
      ...state,
      status: { tone: 'warning', text: desk.say('library.failed', { reason: reasonOf(error) }) },
    });

    /** What is in view and not yet known, one at a time, so that a key is never kept waiting for long. */
    const summarise = async (): Promise<void> => {
      if (!session.summarise || isSummarising || isOver || isAway) return;
      for (const line of wantedLines(desk, state)) {
        const base = baseOf(state, line.resolution, line.text);
        if (base === null) continue;
        const key = summaryKey(base, line.text.id, state.language);
        if (state.summaries.has(key) || failed.has(key)) continue;
        isSummarising = true;
        await new Promise((rest) => setTimeout(rest, 10));
        const summary = await session.summarise(base, line.text.id, state.language).catch(() => null);
        isSummarising = false;
        if (summary) become({ ...state, summaries: new Map(state.summaries).set(key, summary) });
        else {
          failed.add(key);
          void summarise();
        }
        return;
      }
    };

    const load = async (told?: string): Promise<void> => {
      try {
        const resolutions = await session.load();
        failed.clear();
        const text = told === undefined ? null : { tone: 'info' as const, text: desk.say(told) };
        const statuses = (await session.pages?.statuses()) ?? {};
        become(settleLibrary(desk, { ...state, resolutions, statuses, status: text, summaries: new Map() }));
      } catch (error) {
        become({ ...warn(error), resolutions: state.resolutions ?? [] });
      }
    };

    const close = (): void => {
      isOver = true;
      keyboard.rest();
      screen.leave();
      screen.close();
      around.output.off('resize', onResize);
      unwatch();
      unwatchLibrary?.();
    };

    const end = (code: number): void => {
      if (isOver) return;
      close();
      resolve(code);
    };

    const fail = (error: unknown): void => {
      if (isOver) return;
      close();
      reject(error instanceof Error ? error : new Error(String(error)));
    };

    const leave = (): void => {
      isAway = true;
      keyboard.rest();
      screen.leave();
    };

    const comeBack = (): void => {
      isAway = false;
      state = settleLibrary(desk, { ...state, size: screen.size() });
      screen.enter();
      keyboard.listen();
      draw();
    };

    const review = async (base: string, revised: string): Promise<void> => {
      let opened;
      try {
        opened = await session.open(base, revised, state.language);
      } catch (error) {
        become(warn(error));
        return;
      }
      unwatch();
      leave();
      const code = await runReview({ ...opened, isNested: true }, around);
      unwatch = watchEndings(around.events, end, screen.leave);
      if (code !== 0) {
        end(Math.max(0, code));
        return;
      }
      state = { ...state, status: null };
      comeBack();
      await load();
    };

    const visit = async (request: PageRequest): Promise<void> => {
      if (!session.pages) return;
      const { runPages } = await import('../pages/run-pages.ts');
      unwatch();
      leave();
      const { code, target, failure } = await runPages(
        { session, port: session.pages, origin: null, request, language: state.language },
        around,
      );
      unwatch = watchEndings(around.events, end, screen.leave);
      if (code !== 0) {
        end(Math.max(0, code));
        return;
      }
      state = failure === undefined ? { ...state, status: null } : warn(failure);
      comeBack();
      if (request.kind === 'import') await load();
      if (target?.kind !== 'command') return;
      const { state: next, effects } = runInLibrary(desk, state, target.command);
      become(next);
      for (const effect of effects) perform(effect);
    };

    const perform = (effect: LibraryEffect): void => {
      switch (effect.kind) {
        case 'quit':
          end(effect.code);
          return;
        case 'load':
          void load('library.reloaded');
          return;
        case 'redraw':
          screen.forget();
          draw();
          return;
        case 'theme':
          desk.themeChoice.current = themeAfter(desk.themeChoice.current, session.color);
          screen.retheme();
          become({ ...state, status: { tone: 'info', text: desk.say(`theme.${desk.theme.name}`) } });
          return;
        case 'suspend':
          leave();
          void suspended(around).then(comeBack);
          return;
        case 'visit':
          void visit(effect.request).catch(fail);
          return;
        case 'status':
          void session.pages?.setStatus(effect.text, effect.status).then(
            () =>
              become({
                ...state,
                status: {
                  tone: 'info',
                  text: desk.say('status.statusSet', {
                    ...effect,
                    status: negotiationWords(session.uiLanguage)(`status.${effect.status}`),
                  }),
                },
              }),
            (error: unknown) => become(warn(error)),
          );
          return;
        case 'review':
          void review(effect.base, effect.revised).catch(fail);
          return;
      }
    };

    const onChords = (chords: readonly Chord[]): void => {
      try {
        for (const chord of chords) {
          const { state: next, effects } = pressInLibrary(desk, state, chord);
          become(next);
          for (const effect of effects) perform(effect);
        }
      } catch (error) {
        fail(error);
      }
    };

    const onResize = (): void => {
      if (isOver || isAway) return;
      screen.forget();
      become(settleLibrary(desk, { ...state, size: screen.size() }));
    };

    const keyboard = openKeyboard(around.input, onChords, () => end(129));
    let unwatch = watchEndings(around.events, end, screen.leave);
    around.output.on('resize', onResize);
    screen.failure.catch(fail);
    screen.enter();
    draw();
    keyboard.listen();
    const unwatchLibrary = session.watch?.(() => {
      if (isOver || isAway || state.prompt) return;
      const text = desk.say('library.changed', { key: keyOf(desk, 'library.reload') });
      become({ ...state, status: { tone: 'warning', text } });
    });
    void load();
  });
}
