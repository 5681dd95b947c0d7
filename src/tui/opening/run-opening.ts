import type { PlainText } from '../../app/apart/answers.ts';
import type { Chord } from '../keys/chords.ts';
import type { Appearance, ReviewSession } from '../session.ts';
import { voiceFor } from '../state/desk.ts';
import { watchEndings } from '../terminal/endings.ts';
import { openKeyboard } from '../terminal/keyboard.ts';
import type { Surroundings } from '../terminal/run.ts';
import { runReview } from '../terminal/run.ts';
import { openScreen } from '../terminal/screen.ts';
import { collectLeftovers } from '../terminal/tidy-memory.ts';
import { themeAfter } from '../theme.ts';
import { suspended } from '../terminal/suspended.ts';
import { openingFrame } from './opening-frame.ts';
import type { OpeningEffect, OpeningState } from './opening-state.ts';
import { pressInOpening, resized } from './opening-state.ts';
import { placeOfText } from './place-of-text.ts';

/** From so many changes on there is something left behind that is worth collecting, when the keys have rested. */
const LARGE = 1_000;
const REST_MS = 600;

/** A review that is on its way. */
export interface Opening {
  readonly appearance: Appearance;
  readonly text: Promise<PlainText | null>;
  /** Settles when the comparison is made, or cannot be. */
  readonly compared: Promise<unknown>;
  /** The review, with all that is behind its keys: loaded once the first frame stands. */
  readonly open: () => Promise<ReviewSession>;
  readonly stop: () => void;
  /** How long the comparison may take before its text is shown instead, in milliseconds. */
  readonly patience: number;
}

/** The text once it has been waited for long enough; null when the comparison was there first, or failed. */
const textFirst = async ({ text, compared, patience }: Opening): Promise<PlainText | null> => {
  const settled = compared.then(
    () => null,
    () => null,
  );
  let timer: NodeJS.Timeout | undefined;
  const waited = text.then(async (shown) => {
    if (shown === null) return settled;
    await new Promise<void>((resolve) => (timer = setTimeout(resolve, patience)));
    return shown;
  });
  const first = await Promise.race([settled, waited]);
  clearTimeout(timer);
  return first;
};

/**
 * Opens a review whose comparison is still being made: the text stands there to be read and scrolled until the
 * comparison takes its place, at the same clause. Resolves with the exit code; a comparison that cannot be made
 * rejects, with the terminal given back.
 */
export async function runOpening(opening: Opening, around: Surroundings): Promise<number> {
  const text = await textFirst(opening);
  if (text === null) return runReview(await opening.open(), around);
  const voice = voiceFor(opening.appearance);
  const screen = openScreen(around.output, voice.theme, opening.appearance);
  let state: OpeningState = {
    size: screen.size(),
    text,
    top: { item: 0, row: 0 },
    hasMoved: false,
    pending: [],
    typed: [],
  };
  let isOver = false;

  const left = new Promise<number>((resolve, reject) => {
    const draw = (): void => {
      if (!isOver) screen.paint(openingFrame(voice, state));
    };
    const letGo = (): void => {
      isOver = true;
      keyboard.rest();
      around.output.off('resize', onResize);
      unwatch();
    };
    const close = (): void => {
      letGo();
      screen.leave();
      screen.close();
    };
    const end = (code: number): void => {
      if (isOver) return;
      opening.stop();
      close();
      resolve(code);
    };
    const fail = (error: unknown): void => {
      if (isOver) return;
      opening.stop();
      close();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const perform = (effect: OpeningEffect): void => {
      switch (effect.kind) {
        case 'quit':
          end(effect.code);
          return;
        case 'redraw':
          screen.forget();
          return;
        case 'theme':
          voice.themeChoice.current = themeAfter(voice.themeChoice.current, opening.appearance.color);
          screen.retheme();
          return;
        case 'suspend':
          keyboard.rest();
          screen.leave();
          void suspended(around).then(() => {
            if (isOver) return;
            screen.enter();
            keyboard.listen();
            draw();
          });
          return;
      }
    };
    const onChords = (chords: readonly Chord[]): void => {
      if (isOver) return;
      try {
        for (const chord of chords) {
          const { state: next, effect } = pressInOpening(voice, state, chord);
          state = next;
          if (effect) perform(effect);
        }
        draw();
      } catch (error) {
        fail(error);
      }
    };
    const onResize = (): void => {
      if (isOver) return;
      state = resized(state, screen.size());
      screen.forget();
      draw();
    };
    const takeOver = (session: ReviewSession): void => {
      if (isOver) return;
      letGo();
      const place = placeOfText(session.report, state) ?? session.review.place;
      const review = place === undefined ? session.review : { ...session.review, place };
      if (session.report.comparison.changes.length > LARGE) {
        // Before the screen takes more, and once the first keys have been answered.
        collectLeftovers();
        setTimeout(collectLeftovers, REST_MS).unref();
      }
      runReview({ ...session, review }, around, { screen, typed: state.typed }).then(resolve, reject);
    };
    const keyboard = openKeyboard(around.input, onChords, () => end(129));
    const unwatch = watchEndings(around.events, end, screen.leave);
    around.output.on('resize', onResize);
    screen.failure.catch(fail);
    screen.enter();
    draw();
    keyboard.listen();
    opening.open().then(takeOver, fail);
  });
  return left;
}
