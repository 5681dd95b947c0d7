import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildMatrix } from '../../core/negotiate/build-matrix.ts';
import { buildOutcome } from '../../core/negotiate/build-outcome.ts';
import {
  byRegion,
  daysBetween,
  gravestOf,
  PROPOSAL_STATUSES,
  type Deadline,
  type FollowedText,
  type ProposalStatus,
  type Region,
} from '../../core/negotiate/following.ts';
import type { Negotiation } from '../../core/negotiate/negotiation.ts';
import { statusesFrom } from '../../core/negotiate/proposal-status.ts';
import { CORE_PACK } from '../../core/rules/core-pack.ts';
import type { LibraryResolution, LibraryText } from '../../io/library/library.ts';
import { partFrontMatter, textKey } from '../../io/library/front-matter.ts';
import type { Context } from '../context.ts';
import { openText } from '../open-text.ts';
import type { FollowingState } from './following-state.ts';
import { readMeetings, readSponsors } from './library-facts.ts';
import { adoptedAt, columnNames, findResolution, openNegotiation } from './open-negotiation.ts';

export interface FollowedResolution {
  readonly id: string;
  readonly title: string;
  readonly regions: readonly Region[];
}

export interface FollowingOverview {
  readonly looked: string | null;
  readonly resolutions: readonly FollowedResolution[];
  /** The next dates first; those that are over last. */
  readonly deadlines: readonly Deadline[];
}

/** Digest of a text in all its languages: a text that was edited is news again. */
export function digestOf({ files }: LibraryText): string {
  const hash = createHash('sha256');
  for (const [language, path] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(language).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}

/** What became of a proposal: what the user says, else its own front matter, else what the adopted text shows. */
const statusOf = (
  text: LibraryText,
  state: FollowingState,
  shown: ProposalStatus | undefined,
): Pick<FollowedText, 'status' | 'statusFrom'> => {
  const own = state.statuses[text.id];
  if (own !== undefined) return { status: own, statusFrom: 'user' };
  const [path = ''] = text.files.values();
  const { keys } = partFrontMatter(readFileSync(path, 'utf8'), path);
  const written = textKey(keys, 'proposal-status');
  const found = PROPOSAL_STATUSES.find((one) => one === written);
  if (found !== undefined) return { status: found, statusFrom: 'text' };
  return shown === undefined
    ? { status: 'tabled', statusFrom: null }
    : { status: shown, statusFrom: 'outcome' };
};

/** By column, what the text that the meeting adopted shows; nothing while it is not in the library. */
const shownBy = async (
  negotiation: Negotiation,
  resolution: LibraryResolution,
  meeting: string,
  context: Context,
): Promise<ReadonlyMap<string, ProposalStatus>> => {
  const { language } = negotiation.base.resolution;
  const adopted = adoptedAt(resolution, meeting, context);
  if (adopted?.files.has(language) !== true || adopted.id === negotiation.base.facts.name) return new Map();
  const text = await openText(adopted.id, context, { preferred: language });
  return statusesFrom(buildOutcome(negotiation, text, CORE_PACK));
};

const noveltyOf = (text: LibraryText, { seen }: FollowingState): FollowedText['novelty'] => {
  const known = seen[text.id];
  if (known === undefined) return 'new';
  return known === digestOf(text) ? null : 'changed';
};

const followedTexts = async (id: string, meeting: string, state: FollowingState, context: Context) => {
  const resolution = findResolution(context.library, id);
  const texts = resolution.texts.filter((text) => text.meeting === meeting && text.kind === 'proposal');
  const { negotiation } = await openNegotiation({ resolution: id, meeting, proposals: [] }, context);
  const matrix = buildMatrix(negotiation);
  const shown = await shownBy(negotiation, resolution, meeting, context);
  const names = columnNames(texts);
  return texts.map((text): FollowedText => {
    const column = matrix.columns.find(({ name }) => name === names.get(text.id));
    const grave = (column?.flags ?? []).filter(
      ({ polarity, severity }) => polarity === 'red' && (severity === 'serious' || severity === 'critical'),
    );
    return {
      id: text.id,
      name: names.get(text.id) ?? text.id,
      meeting,
      action: column?.action ?? 'MOD',
      sponsor: text.sponsor ?? null,
      ...statusOf(text, state, shown.get(names.get(text.id) ?? '')),
      novelty: noveltyOf(text, state),
      worst: column?.heat.worst ?? null,
      red: column?.heat.red ?? 0,
      dangers: [...new Set(grave.map(({ label }) => label))],
      gravest: gravestOf(grave),
    };
  });
};

const deadlinesOf = (today: string, wanted: ReadonlySet<string>, context: Context): Deadline[] => {
  const found = readMeetings(context.library, context.uiLanguage)
    .filter(({ id }) => wanted.has(id))
    .flatMap(({ name, start, contributionsDue }): Deadline[] => [
      ...(contributionsDue === null
        ? []
        : [
            {
              meeting: name,
              kind: 'contributions' as const,
              date: contributionsDue,
              days: daysBetween(today, contributionsDue),
            },
          ]),
      ...(start === null
        ? []
        : [{ meeting: name, kind: 'opens' as const, date: start, days: daysBetween(today, start) }]),
    ]);
  const rank = ({ days }: Deadline) => (days < 0 ? 1_000_000 - days : days);
  return found.sort((a, b) => rank(a) - rank(b));
};

/** What is new since the user last looked, and what is dangerous in it. `today` is an ISO date. */
export async function readOverview(
  state: FollowingState,
  today: string,
  context: Context,
): Promise<FollowingOverview> {
  const sponsors = readSponsors(context.library, context.uiLanguage);
  const resolutions: FollowedResolution[] = [];
  const meetings = new Set<string>();
  for (const id of state.follows) {
    const resolution = findResolution(context.library, id);
    const { titles } = resolution;
    const texts: FollowedText[] = [];
    for (const meeting of new Set(
      resolution.texts.flatMap((text) => (text.kind === 'proposal' ? (text.meeting ?? []) : [])),
    )) {
      meetings.add(meeting);
      texts.push(...(await followedTexts(id, meeting, state, context)));
    }
    const title = titles[context.uiLanguage] ?? titles.en ?? Object.values(titles)[0] ?? '';
    resolutions.push({ id, title, regions: byRegion(texts, sponsors) });
  }
  return { looked: state.looked, resolutions, deadlines: deadlinesOf(today, meetings, context) };
}

/** The state after the user has seen all there is on `today`. */
export function markSeen(state: FollowingState, today: string, context: Context): FollowingState {
  const texts = state.follows.flatMap((id) => findResolution(context.library, id).texts);
  return {
    ...state,
    looked: today,
    seen: Object.fromEntries(texts.map((text) => [text.id, digestOf(text)])),
  };
}
