import { reportWords } from '../../core/report/strings.ts';
import { negotiationWords } from '../../core/negotiate/strings.ts';
import type { Report } from '../../core/model/report.ts';
import type { Review } from '../../core/model/review.ts';
import type { Appearance, PagesPort } from '../session.ts';
import type { Voice } from '../state/desk.ts';
import { voiceFor } from '../state/desk.ts';
import type { Say } from '../strings.ts';

/** The comparison a screen was opened from: what fired in it, and what was decided. */
export interface Origin {
  readonly report: Report;
  readonly review: Review;
}

/** What the further screens work with. */
export interface PagesDesk extends Voice {
  readonly port: PagesPort;
  /** Words of the negotiation: they are the same on paper. */
  readonly told: Say;
  /** Words of the reports. */
  readonly report: Say;
  readonly origin: Origin | null;
}

/** The desk of the further screens. */
export function pagesDesk(session: Appearance, port: PagesPort, origin: Origin | null): PagesDesk {
  const { uiLanguage } = session;
  return {
    ...voiceFor(session),
    port,
    told: negotiationWords(uiLanguage),
    report: reportWords(uiLanguage),
    origin,
  };
}
