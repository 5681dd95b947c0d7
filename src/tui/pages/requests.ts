import type { CommandName } from '../keys/commands.ts';
import type { PageRequest } from './page.ts';
import type { Subject } from './subject.ts';

/** Why a screen cannot be opened from here: the name of a message. */
export interface Reason {
  readonly reason: string;
}

/** The commands that open a screen. */
export const SCREEN_COMMANDS = [
  'screen.matrix',
  'screen.history',
  'screen.rules',
  'screen.meetings',
  'screen.text',
  'screen.following',
  'screen.composite',
  'screen.outcome',
  'screen.rebase',
  'screen.campaigns',
  'screen.versions',
  'screen.letter',
  'screen.receipt',
  'screen.problems',
] as const satisfies readonly CommandName[];

export type ScreenCommand = (typeof SCREEN_COMMANDS)[number];

/** True where a screen cannot be opened. */
export function isReason(request: PageRequest | Reason): request is Reason {
  return 'reason' in request;
}

const NEEDS_RESOLUTION: Reason = { reason: 'page.needs.resolution' };
const NEEDS_MEETING: Reason = { reason: 'page.needs.meeting' };

const sponsorOf = (text: string | null): string | null => /\/([a-z]+)[^/]*$/u.exec(text ?? '')?.[1] ?? null;

/** What a command opens on a subject, or why it cannot. `hasComparison` is whether one came from a comparison. */
export function requestFor(
  command: ScreenCommand,
  subject: Subject,
  hasComparison: boolean,
): PageRequest | Reason {
  const { resolution, meeting, text, base, path, basePath } = subject;
  switch (command) {
    case 'screen.matrix':
      if (resolution === null && meeting !== null) return { kind: 'meeting', meeting };
      if (resolution === null) return NEEDS_RESOLUTION;
      if (meeting === null) return NEEDS_MEETING;
      return {
        kind: 'matrix',
        resolution,
        meeting,
        at: { line: basePath ?? (path === null ? null : `new:${path}`), column: sponsorOf(text) },
      };
    case 'screen.composite':
    case 'screen.outcome':
    case 'screen.rebase': {
      if (resolution === null) return NEEDS_RESOLUTION;
      if (meeting === null) return NEEDS_MEETING;
      const kind = (
        { 'screen.composite': 'composite', 'screen.outcome': 'outcome', 'screen.rebase': 'rebase' } as const
      )[command];
      return { kind, resolution, meeting };
    }
    case 'screen.history':
      if (resolution === null) return NEEDS_RESOLUTION;
      // What is new in a proposal has no history; a revision's own path is one.
      return { kind: 'history', resolution, at: { line: basePath ?? (meeting === null ? path : null) } };
    case 'screen.campaigns':
      return { kind: 'campaigns', resolution };
    case 'screen.versions':
      return text === null ? { reason: 'page.needs.text' } : { kind: 'versions', text };
    case 'screen.text':
      return text === null ? { reason: 'page.needs.text' } : { kind: 'text', text, at: { line: path } };
    case 'screen.letter':
      if (base !== null && text !== null) return { kind: 'letter', base, revised: text };
      return meeting === null ? NEEDS_MEETING : { kind: 'letter', base: meeting, revised: null };
    case 'screen.receipt':
      return hasComparison ? { kind: 'receipt' } : { reason: 'page.needs.comparison' };
    case 'screen.rules':
      return { kind: 'rules' };
    case 'screen.meetings':
      return { kind: 'meetings' };
    case 'screen.following':
      return { kind: 'following' };
    case 'screen.problems':
      return { kind: 'problems' };
  }
}
