import type { Language } from '../../core/model/language.ts';
import type { Chord } from '../keys/chords.ts';
import type { Appearance, PagesPort } from '../session.ts';
import { answered } from './answered.ts';
import { bufferOf } from '../state/text-buffer.ts';
import { watchEndings } from '../terminal/endings.ts';
import { openKeyboard } from '../terminal/keyboard.ts';
import type { Surroundings } from '../terminal/run.ts';
import { runReview } from '../terminal/run.ts';
import { reasonOf } from '../terminal/saver.ts';
import { openScreen } from '../terminal/screen.ts';
import { themeAfter } from '../theme.ts';
import { suspended } from '../terminal/suspended.ts';
import type { Origin } from './desk.ts';
import { pagesDesk } from './desk.ts';
import { placed, settleView, withView } from './move-page.ts';
import type { PageRequest, Target } from './page.ts';
import { pageFrame } from './page-frame.ts';
import type { PagesEffect, PagesEnd, PagesState } from './pages-state.ts';
import { exportOf, topView } from './pages-state.ts';
import { readPage } from './read-page.ts';
import { asked, pressInPages } from './update-pages.ts';

/** What the further screens are opened with. */
export interface PagesStart {
  readonly session: Appearance;
  readonly port: PagesPort;
  /** The comparison they are opened from. */
  readonly origin: Origin | null;
  readonly request: PageRequest;
  /** Language of the texts; null for the one each is best kept in. */
  readonly language: Language | null;
}

/**
 * Opens a further screen on a terminal; others, and reviews, open from it and come back to it. Resolves with how
 * the last one was left.
 */
export function runPages(start: PagesStart, around: Surroundings): Promise<PagesEnd> {
  const desk = pagesDesk(start.session, start.port, start.origin);
  const screen = openScreen(around.output, desk.theme, start.session);
  const first = asked(
    { size: screen.size(), views: [], prompt: null, pending: [], status: null, marked: null },
    start.request,
    start.language,
  );
  let state: PagesState =
    start.request.kind === 'palette'
      ? { ...first.state, prompt: { kind: 'filter', buffer: bufferOf('') } }
      : first.state;
  let isOver = false;
  let isAway = false;
  /** Only the newest reading counts: one may have gone on meanwhile. */
  let readings = 0;

  return new Promise((resolve, reject) => {
    const draw = (): void => {
      if (!isOver && !isAway) screen.paint(pageFrame(desk, state));
    };

    const become = (next: PagesState): void => {
      state = next;
      draw();
    };

    const close = (): void => {
      isOver = true;
      keyboard.rest();
      screen.leave();
      screen.close();
      around.output.off('resize', onResize);
      unwatch();
    };

    const end = (how: PagesEnd): void => {
      if (isOver) return;
      close();
      resolve(how);
    };

    const fail = (error: unknown): void => {
      if (isOver) return;
      close();
      reject(error instanceof Error ? error : new Error(String(error)));
    };

    const warn = (error: unknown): void => {
      become(answered(state, desk.say('library.failed', { reason: reasonOf(error) }), 'warning'));
    };

    const read = async ({ request, language }: Extract<PagesEffect, { kind: 'read' }>): Promise<void> => {
      readings += 1;
      const mine = readings;
      // The frame that says so comes before the work.
      await new Promise((rest) => setTimeout(rest, 0));
      try {
        const page = await readPage(desk, request, language);
        const view = topView(state);
        if (mine !== readings || view?.request !== request) return;
        const next = withView(state, placed(state, view, page));
        const [message] = page.messages;
        become(message === undefined ? { ...next, status: null } : answered(next, message, 'warning'));
      } catch (error) {
        if (mine !== readings) return;
        const view = topView(state);
        if (view?.page === null && view.request === request) {
          const views = state.views.slice(0, -1);
          if (views.length === 0) {
            end({ code: 0, failure: reasonOf(error) });
            return;
          }
          state = { ...state, views };
        }
        warn(error);
      }
    };

    const leave = (): void => {
      isAway = true;
      keyboard.rest();
      screen.leave();
      unwatch();
    };

    const comeBack = (): void => {
      if (isOver) return;
      isAway = false;
      unwatch = watchEndings(around.events, (code) => end({ code }), screen.leave);
      resize();
      screen.enter();
      keyboard.listen();
      draw();
    };

    const review = async ({
      base,
      revised,
      language,
      place,
    }: Extract<Target, { kind: 'review' }>): Promise<void> => {
      let opened;
      try {
        opened = await start.port.open(base, revised, language);
      } catch (error) {
        warn(error);
        return;
      }
      leave();
      const code = await runReview(
        place === null ? opened : { ...opened, review: { ...opened.review, place } },
        around,
      );
      if (code !== 0) {
        end({ code });
        return;
      }
      state = { ...state, status: null };
      comeBack();
    };

    const write = async ({ path, mayReplace }: Extract<PagesEffect, { kind: 'write' }>): Promise<void> => {
      const view = topView(state);
      const file = view ? exportOf(view) : null;
      if (!file) return;
      try {
        const data = await file.data();
        const written = await start.port.write(path, data, mayReplace);
        become(answered(state, desk.say('status.exported', { path: written })));
      } catch (error) {
        if (!mayReplace && start.port.isThere(path)) {
          become({ ...state, prompt: { kind: 'replace', buffer: bufferOf(''), path } });
          return;
        }
        warn(error);
      }
    };

    const reread = async (): Promise<void> => {
      const view = topView(state);
      if (view?.request) await read({ kind: 'read', request: view.request, language: view.language });
    };

    const perform = (effect: PagesEffect): void => {
      switch (effect.kind) {
        case 'leave':
          end(effect.end);
          return;
        case 'read':
          void read(effect).catch(fail);
          return;
        case 'review':
          void review(effect.target).catch(fail);
          return;
        case 'write':
          void write(effect).catch(warn);
          return;
        case 'follow':
          void start.port
            .follow(effect.resolution)
            .then(async (isFollowed) => {
              if (topView(state)?.page?.kind === 'following') await reread();
              const name = isFollowed ? 'status.followed' : 'status.unfollowed';
              become(answered(state, desk.say(name, { resolution: effect.resolution })));
            })
            .catch(warn);
          return;
        case 'file':
          void start.port
            .fileImport(effect.path)
            .then(async (count) => {
              await reread();
              become(answered(state, desk.say('status.filed', { count })));
            })
            .catch(warn);
          return;
        case 'markSeen':
          void start.port
            .markSeen()
            .then(reread)
            .then(() => become(answered(state, desk.say('status.allSeen'))))
            .catch(warn);
          return;
        case 'theme':
          desk.themeChoice.current = themeAfter(desk.themeChoice.current, start.session.color);
          screen.retheme();
          draw();
          return;
        case 'redraw':
          screen.forget();
          draw();
          return;
        case 'suspend':
          leave();
          void suspended(around).then(comeBack);
          return;
      }
    };

    const onChords = (chords: readonly Chord[]): void => {
      try {
        for (const chord of chords) {
          if (isOver || isAway) return;
          const { state: next, effects } = pressInPages(desk, state, chord);
          state = next;
          for (const effect of effects) perform(effect);
        }
        draw();
      } catch (error) {
        fail(error);
      }
    };

    const resize = (): void => {
      const size = screen.size();
      state = { ...state, size };
      state = { ...state, views: state.views.map((view) => settleView(state, view)) };
      screen.forget();
    };

    const onResize = (): void => {
      if (isOver || isAway) return;
      resize();
      draw();
    };

    const keyboard = openKeyboard(around.input, onChords, () => end({ code: 129 }));
    let unwatch = watchEndings(around.events, (code) => end({ code }), screen.leave);
    around.output.on('resize', onResize);
    screen.failure.catch(fail);
    screen.enter();
    draw();
    keyboard.listen();
    for (const effect of first.effects) perform(effect);
  });
}
