import { searchKey } from '../document/highlight.ts';
import type { ResolutionView, TextView } from '../session.ts';
import type { LibraryDesk, LibraryState } from './library-state.ts';
import { openedResolution } from './library-state.ts';

/** A line of one of the library's screens; titles are only read. */
export type LibraryLine =
  | { readonly kind: 'resolution'; readonly resolution: ResolutionView }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'text'; readonly resolution: ResolutionView; readonly text: TextView };

const holdsAll = (text: string, filter: string): boolean => {
  const key = searchKey(text);
  return searchKey(filter)
    .split(' ')
    .every((word) => key.includes(word));
};

/** The number in a resolution's id, for people and for sorting: `64` of `wtsa-64`. */
export function numberOf({ id }: ResolutionView): string {
  return /-(\w+)$/u.exec(id)?.[1] ?? id;
}

const byNumber = (a: ResolutionView, b: ResolutionView): number =>
  a.id.localeCompare(b.id, 'en', { numeric: true });

/** Proposals of a resolution. */
export function proposalsOf({ texts }: ResolutionView): readonly TextView[] {
  return texts.filter(({ kind }) => kind === 'proposal');
}

/** The proposals to the newest meeting that has any. */
export function newestProposals(resolution: ResolutionView): readonly TextView[] {
  const proposals = proposalsOf(resolution);
  const meeting = proposals.at(-1)?.meeting;
  return proposals.filter((text) => text.meeting === meeting);
}

const sorted = ({ resolutions, sort }: LibraryState): readonly ResolutionView[] => {
  const list = [...(resolutions ?? [])].sort(byNumber);
  if (sort === 'title') list.sort((a, b) => a.title.localeCompare(b.title));
  if (sort === 'proposals') list.sort((a, b) => proposalsOf(b).length - proposalsOf(a).length);
  return list;
};

const textLines = (desk: LibraryDesk, resolution: ResolutionView, filter: string): LibraryLine[] => {
  const lines: LibraryLine[] = [];
  const add = (title: string, texts: readonly TextView[]): void => {
    const kept = texts.filter(({ id, sponsor = '', symbol = '', action = '' }) =>
      holdsAll(`${id} ${sponsor} ${symbol} ${action}`, filter),
    );
    if (kept.length === 0) return;
    lines.push({ kind: 'title', text: title });
    for (const text of kept) lines.push({ kind: 'text', resolution, text });
  };
  const { texts } = resolution;
  add(
    desk.say('library.revisions'),
    texts.filter(({ kind }) => kind === 'adopted'),
  );
  const proposals = proposalsOf(resolution);
  for (const meeting of new Set(proposals.map((text) => text.meeting ?? ''))) {
    const title = desk.say('library.meeting', { meeting: meeting.toUpperCase() });
    add(
      title,
      proposals.filter((text) => (text.meeting ?? '') === meeting),
    );
  }
  add(
    desk.say('library.drafts'),
    texts.filter(({ kind }) => kind === 'draft'),
  );
  return lines;
};

/** The lines of the screen that is open, sorted and filtered. */
export function libraryLines(desk: LibraryDesk, state: LibraryState): readonly LibraryLine[] {
  const opened = openedResolution(state);
  if (opened) return textLines(desk, opened, state.texts.filter);
  return sorted(state)
    .filter(({ id, title }) => holdsAll(`${id} ${title}`, state.all.filter))
    .map((resolution) => ({ kind: 'resolution', resolution }));
}
