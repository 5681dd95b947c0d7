import type { Review } from '../../src/core/model/review.ts';
import type { Report } from '../../src/core/model/report.ts';
import { emptyReview } from '../../src/core/review/reducer.ts';
import type { ReviewSession } from '../../src/tui/session.ts';
import type { Page } from './emulated-terminal.ts';
import { openTerminal } from './emulated-terminal.ts';

const { runReview } = await import('../../src/tui/terminal/run.ts');

export interface PageOptions extends Partial<ReviewSession> {
  readonly columns?: number;
  readonly rows?: number;
}

/** The review on an emulated terminal. */
export interface ReviewPage extends Page {
  /** Every review that was saved, the newest last. */
  readonly saved: readonly Review[];
}

/** A session that keeps what is saved in a list, with a clock that stands still. */
export function sessionOf(report: Report, saved: Review[] = []): ReviewSession {
  let lastId = 0;
  return {
    report,
    review: emptyReview(report.base.facts.name, report.revised.facts.name),
    uiLanguage: 'en',
    color: false,
    author: 'me',
    save: (review) => {
      saved.push(review);
      return Promise.resolve();
    },
    exportNotes: () => Promise.resolve('reviews/notes.md'),
    now: () => '2026-11-20T10:00:00.000Z',
    newId: () => `note-${++lastId}`,
  };
}

/** Opens the review of a report on an emulated terminal. */
export async function openPage(report: Report, options: PageOptions = {}): Promise<ReviewPage> {
  const { columns = 80, rows = 24, ...session } = options;
  const saved: Review[] = [];
  const page = await openTerminal(columns, rows, (around) =>
    runReview({ ...sessionOf(report, saved), ...session }, around),
  );
  return { ...page, saved };
}
