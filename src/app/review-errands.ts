import type { Report } from '../core/model/report.ts';
import type { Note, Pin, Review } from '../core/model/review.ts';
import { slug } from '../io/reviews/file-names.ts';
import type { Context } from './context.ts';
import type { ExportFormat } from './export-formats.ts';

/** What a review can have done besides being kept. What it takes is loaded when it is first asked for. */
export interface ReviewErrands {
  /** The comparison again with other pairs of clauses pinned; nothing is read or kept. */
  readonly rebuild: (report: Report, pins: readonly Pin[]) => Promise<Report>;
  /** The comparison as the files are now. */
  readonly reread: () => Promise<Report>;
  /** A file name to begin with for an export in a format. */
  readonly exportName: (format: ExportFormat) => string;
  /** Writes an export; a file that is there already is a UserError unless it may be replaced. Gives its path. */
  readonly exportAs: (format: ExportFormat, path: string, mayReplace: boolean) => Promise<string>;
  /** True when there is a file or folder of that name. */
  readonly isThere: (path: string) => Promise<boolean>;
  /** Takes the notes of a Word file, or of JSON, into the review; gives all notes as they are kept now. */
  readonly importNotes: (
    path: string,
  ) => Promise<{ readonly added: number; readonly orphaned: number; readonly notes: readonly Note[] }>;
}

/** How files of each format end. */
const SUFFIXES: Readonly<Record<ExportFormat, string>> = {
  markdown: '.notes.md',
  json: '.json',
  html: '.html',
  docx: '.docx',
  csv: '.csv',
  xlsx: '.xlsx',
  sarif: '.sarif',
  brief: '.brief.md',
};

/** The errands of a review of two texts; `present` gives it as it was last saved. */
export function reviewErrands(
  {
    base,
    revised,
    report,
  }: { readonly base: string; readonly revised: string | undefined; readonly report: Report },
  context: Context,
  version: string,
  present: () => Review,
): ReviewErrands {
  const other = revised ?? base;
  const { language } = report.revised.resolution;
  const rebuild = async (before: Report, pins: readonly Pin[]): Promise<Report> => {
    const [{ buildReport }, { openPack }] = await Promise.all([
      import('../core/report/build-report.ts'),
      import('./rule-packs.ts'),
    ]);
    return buildReport(before.base, before.revised, await openPack(context), before.notes, pins);
  };
  return {
    rebuild,
    reread: async () => {
      const { compareTexts } = await import('./compare-texts.ts');
      return compareTexts(base, revised, context);
    },
    exportName: (format) => `${slug(other)}.${language}${SUFFIXES[format]}`,
    exportAs: async (format, path, mayReplace) => {
      const [{ exportReport }, { writeExport }, { citationsOf }] = await Promise.all([
        import('./export-review.ts'),
        import('./write-export.ts'),
        import('./reference-texts.ts'),
      ]);
      const { notes, decisions, pins } = present();
      const isAsRead = JSON.stringify(pins ?? []) === JSON.stringify(report.pins ?? []);
      const compared = isAsRead ? report : await rebuild(report, pins ?? []);
      const reviewed: Report = { ...compared, notes, ...(decisions === undefined ? {} : { decisions }) };
      const cited = { ...reviewed, citations: citationsOf(reviewed, context.library) };
      return writeExport(path, exportReport(cited, format, context, version), mayReplace);
    },
    isThere: async (path) => (await import('node:fs')).existsSync(path),
    importNotes: async (path) => {
      const [{ importNotes }, { openReviewOf }] = await Promise.all([
        import('./notes.ts'),
        import('./review-session.ts'),
      ]);
      const { added, orphaned } = await importNotes(base, other, path, context);
      return { added, orphaned, notes: (await openReviewOf(base, revised, context)).review.notes };
    },
  };
}
