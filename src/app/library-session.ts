import { relative } from 'node:path';
import type { Language, UiLanguage } from '../core/model/language.ts';
import { openLibrary, type Library } from '../io/library/library.ts';
import type { Context } from './context.ts';
import { watchLibrary, type Unwatch } from './watch-files.ts';
import { openReviewOf, type OpenedReview } from './review-session.ts';

/** A text of the library as its screens show it. */
export interface ShownText {
  readonly id: string;
  readonly kind: 'adopted' | 'proposal' | 'draft';
  /** The meeting a proposal was tabled at, else null. */
  readonly meeting: string | null;
  readonly languages: readonly Language[];
  readonly isModel: boolean;
  readonly sponsor?: string;
  readonly symbol?: string;
  readonly action?: string;
  /** Id of the text it starts from; without it the newest revision is its base. */
  readonly base?: string;
}

export interface ShownResolution {
  readonly id: string;
  readonly title: string;
  /** Adopted revisions by year, then proposals by meeting and name. */
  readonly texts: readonly ShownText[];
  readonly isShipped: boolean;
}

/** What a comparison comes to, for the lists. */
export interface ShownSummary {
  readonly clauses: number;
  readonly seen: number;
  readonly notes: number;
  /** Open flags: serious and critical, lesser red ones, green ones. */
  readonly grave: number;
  readonly lesser: number;
  readonly green: number;
}

export interface OpenedLibrary {
  /** The folder, as it is shown. */
  readonly root: string;
  /** Reads the library anew. */
  readonly load: () => Promise<readonly ShownResolution[]>;
  /** The context with the library as it was last read. */
  readonly now: () => Context;
  /** Makes the comparison of two texts ready for review. */
  readonly open: (base: string, revised: string, language: Language | null) => Promise<OpenedReview>;
  /** Calls back when a text changes on the disk; gives what stops that. */
  readonly watch: (onChange: () => void) => Unwatch;
  readonly summarise: (base: string, revised: string, language: Language | null) => Promise<ShownSummary>;
}

const shown = ({ resolutions }: Library, language: UiLanguage): ShownResolution[] =>
  resolutions.map(({ id, titles, isShipped, texts }) => ({
    id,
    title: titles[language] ?? titles.en ?? Object.values(titles)[0] ?? '',
    isShipped,
    texts: texts.map(({ files, ...text }) => ({ ...text, languages: [...files.keys()].sort() })),
  }));

const summaryOf = ({ report, review }: OpenedReview): ShownSummary => {
  const dismissed = new Set(
    (review.decisions ?? []).filter(({ decision }) => decision === 'dismissed').map(({ flag }) => flag),
  );
  const open = report.flags.filter(({ fingerprint }) => !dismissed.has(fingerprint));
  const red = open.filter(({ polarity }) => polarity === 'red');
  const grave = red.filter(({ severity }) => severity === 'serious' || severity === 'critical').length;
  return {
    clauses: report.comparison.changes.filter(({ unit }) => unit === 'clause').length,
    seen: (review.seen ?? []).length,
    notes: review.notes.length,
    grave,
    lesser: red.length - grave,
    green: open.length - red.length,
  };
};

/** The library as the screens work with it: read anew on every load, reviews opened on demand. */
export function openLibrarySession(folder: string | undefined, context: Context): OpenedLibrary {
  let present = context;
  const inLanguage = (language: Language | null): Context =>
    language === null ? present : { ...present, language };
  return {
    root: relative('.', context.library.root) || '.',
    load: () => {
      // What was filed since is found from now on by all that opens texts.
      present = { ...present, library: openLibrary(folder) };
      return Promise.resolve(shown(present.library, context.uiLanguage));
    },
    now: () => present,
    watch: (onChange) => watchLibrary(present, onChange),
    open: (base, revised, language) => openReviewOf(base, revised, inLanguage(language)),
    summarise: async (base, revised, language) =>
      summaryOf(await openReviewOf(base, revised, inLanguage(language))),
  };
}
