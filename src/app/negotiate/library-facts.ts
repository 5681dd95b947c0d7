import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UiLanguage } from '../../core/model/language.ts';
import type { SponsorFacts } from '../../core/negotiate/following.ts';
import { readYaml } from '../../io/library/front-matter.ts';
import { shippedFolder, type Library } from '../../io/library/library.ts';

type Keys = Readonly<Record<string, unknown>>;

const isKeys = (data: unknown): data is Keys =>
  typeof data === 'object' && data !== null && !Array.isArray(data);
const textOf = (data: unknown): string | null => (typeof data === 'string' ? data : null);

/** A facts file of the user's library, else the one that ships. */
const readFacts = (library: Library, name: string): Keys => {
  const own = join(library.root, name);
  const path = existsSync(own) ? own : join(shippedFolder(), name);
  const data = readYaml(readFileSync(path, 'utf8'), path, 1_048_576);
  return isKeys(data) ? data : {};
};

/** Who tables proposals, from sponsors.yaml: organisations first, then states with the region they belong to. */
export function readSponsors(library: Library, language: UiLanguage): SponsorFacts[] {
  const facts = readFacts(library, 'sponsors.yaml');
  const list = (name: string) =>
    Array.isArray(facts[name]) ? (facts[name] as unknown[]).filter(isKeys) : [];
  const acronymOf = (data: unknown) => (isKeys(data) ? textOf(data[language] ?? data.en) : null);
  return [
    ...list('organizations').map((one) => ({
      symbol: textOf(one.symbol) ?? '',
      region: textOf(one.symbol) ?? '',
      acronym: acronymOf(one.acronym),
    })),
    ...list('states').map((one) => ({
      symbol: textOf(one.symbol) ?? '',
      region: textOf(one.region) ?? '',
      acronym: null,
    })),
  ];
}

export interface MeetingFacts {
  readonly id: string;
  readonly name: string;
  readonly start: string | null;
  readonly contributionsDue: string | null;
}

const dateOf = (data: unknown): string | null => {
  if (data instanceof Date) return data.toISOString().slice(0, 10);
  return typeof data === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(data) ? data : null;
};

/** Meetings with their dates, from meetings.yaml. */
export function readMeetings(library: Library, language: UiLanguage): MeetingFacts[] {
  return Object.entries(readFacts(library, 'meetings.yaml')).flatMap(([id, facts]) => {
    if (!isKeys(facts) || id === 'sources') return [];
    const names = isKeys(facts.names) ? facts.names : {};
    const dates = isKeys(facts.dates) ? facts.dates : {};
    const name = textOf(names[language] ?? names.en) ?? id;
    return [{ id, name, start: dateOf(dates.start), contributionsDue: dateOf(facts['contributions-due']) }];
  });
}
