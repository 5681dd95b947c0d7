import type { Review } from '../../core/model/review.ts';

/** Saves one after the other; while one is under way only the newest of those that wait is kept. */
export interface Saver {
  readonly put: (review: Review) => void;
  /** Resolves when nothing is under way and nothing waits. */
  readonly idle: () => Promise<void>;
}

/** What went wrong, in one line. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A saver over the port; `onResult` gets null after a save, the reason after a failure. */
export function createSaver(
  save: (review: Review) => Promise<void>,
  onResult: (error: string | null) => void,
): Saver {
  let waiting: Review | null = null;
  let running: Promise<void> | null = null;

  const drain = async (): Promise<void> => {
    // The frame comes first: a save that works without yielding must not hold up the key.
    await Promise.resolve();
    while (waiting) {
      const next: Review = waiting;
      waiting = null;
      try {
        await save(next);
        onResult(null);
      } catch (error) {
        onResult(reasonOf(error));
      }
    }
    running = null;
  };

  return {
    put: (review) => {
      waiting = review;
      running ??= drain();
    },
    idle: async () => {
      while (running) await running;
    },
  };
}
