import type { Flag, Severity } from '../model/flag.ts';
import type { Action } from './negotiation.ts';

/** What became of a proposal. */
export const PROPOSAL_STATUSES = ['tabled', 'merged', 'withdrawn', 'adopted', 'not-adopted'] as const;

export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

export type Novelty = 'new' | 'changed' | null;

/** A proposal on a followed resolution, as the overview shows it. */
export interface FollowedText {
  readonly id: string;
  readonly name: string;
  readonly meeting: string | null;
  readonly action: Action;
  readonly sponsor: string | null;
  readonly status: ProposalStatus;
  /** Who says so: the user, the text's front matter, or the adopted text; null where nobody does. */
  readonly statusFrom: 'user' | 'text' | 'outcome' | null;
  readonly novelty: Novelty;
  /** Worst red flag and its points; null and 0 for none. */
  readonly worst: Severity | null;
  readonly red: number;
  /** Labels of its serious and critical red flags. */
  readonly dangers: readonly string[];
  /** The clauses of its gravest red flags, the worst first; three at most. */
  readonly gravest: readonly { readonly path: string; readonly label: string }[];
}

/** How many clauses are named: enough to know where to begin. */
const SHOWN = 3;

/** The clauses of the gravest flags, each once. */
export function gravestOf(flags: readonly Flag[]): FollowedText['gravest'] {
  const found = new Map<string, { path: string; label: string }>();
  for (const { revised, base, label } of flags.toSorted((a, b) => b.score - a.score)) {
    const path = revised[0] ?? base[0];
    if (path !== undefined && !found.has(path)) found.set(path, { path, label });
  }
  return [...found.values()].slice(0, SHOWN);
}

/** Proposals of one region: a regional organisation and the states that belong to it. */
export interface Region {
  /** Acronym of the organisation; null for states and others the list does not place. */
  readonly acronym: string | null;
  readonly texts: readonly FollowedText[];
}

export interface SponsorFacts {
  readonly symbol: string;
  /** Symbol of the organisation it belongs to; its own for an organisation. */
  readonly region: string;
  readonly acronym: string | null;
}

/** Puts proposals under the regions of their sponsors, in the order of the list of sponsors; unplaced ones last. */
export function byRegion(texts: readonly FollowedText[], sponsors: readonly SponsorFacts[]): Region[] {
  const known = new Map(sponsors.map((sponsor) => [sponsor.symbol.toUpperCase(), sponsor]));
  const regions = new Map<string, FollowedText[]>();
  for (const text of texts) {
    const first = (text.sponsor ?? '').toUpperCase().split(/[/,\s]/)[0] ?? '';
    const region = known.get(first)?.region ?? '';
    regions.set(region, [...(regions.get(region) ?? []), text]);
  }
  const order = [...new Set(sponsors.map(({ region }) => region)), ''];
  return order.flatMap((region) => {
    const own = regions.get(region);
    return own === undefined ? [] : [{ acronym: known.get(region)?.acronym ?? null, texts: own }];
  });
}

/** A date that matters for a meeting, and the days until it; negative when it is over. */
export interface Deadline {
  readonly meeting: string;
  readonly kind: 'contributions' | 'opens';
  /** ISO date. */
  readonly date: string;
  readonly days: number;
}

const DAY = 86_400_000;

/** Whole days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}
