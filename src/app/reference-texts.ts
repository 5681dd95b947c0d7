import type { Language } from '../core/model/language.ts';
import type { Reference } from '../core/model/reference.ts';
import type { Citation, Report } from '../core/model/report.ts';
import type { Library } from '../io/library/library.ts';
import { readReferenceFile } from '../io/library/reference-file.ts';
import { readTextId } from '../io/library/text-id.ts';

/** The reference text a name stands for (`igf-2010-summary`, `igf-2010-summary:fr`), or null. */
export function openReference(
  name: string,
  library: Library,
  wanted: Language | undefined,
): Reference | null {
  const id = readTextId(name);
  const found = id?.text === null ? library.references.find((one) => one.id === id.resolution) : undefined;
  if (found === undefined) return null;
  const asked = id?.language ?? wanted;
  const [first] = found.files;
  const language = asked !== undefined && found.files.has(asked) ? asked : first?.[0];
  const path = language === undefined ? undefined : found.files.get(language);
  return language === undefined || path === undefined ? null : readReferenceFile(path, language);
}

const CITED = /\b([a-z0-9][a-z0-9._-]{1,80})\s?§\s?(\d{1,3})/gu;

interface Cited {
  readonly reference: string;
  readonly paragraph: number;
}

/** What notes cite ("igf-2010-summary §16") and what flags rest on ("tunis-35" where `tunis-agenda` is filed). */
const citedIn = ({ notes, flags }: Report, known: readonly string[]): Cited[] => {
  const cited: Cited[] = [];
  for (const { comment, counterText } of notes) {
    for (const [, reference = '', number] of `${comment} ${counterText ?? ''}`.matchAll(CITED)) {
      if (known.includes(reference)) cited.push({ reference, paragraph: Number(number) });
    }
  }
  for (const basis of flags.flatMap((flag) => flag.basis)) {
    const found = /^([a-z0-9]+)-(\d{1,3})$/.exec(basis);
    const reference = known.find((id) => id === found?.[1] || id.startsWith(`${found?.[1] ?? ' '}-`));
    if (found !== null && reference !== undefined) cited.push({ reference, paragraph: Number(found[2]) });
  }
  return cited;
};

/** The paragraphs that a report's notes and flags cite, each once, in order of reference and number. */
export function citationsOf(report: Report, library: Library): Citation[] {
  const wanted = citedIn(
    report,
    library.references.map(({ id }) => id),
  );
  const found = new Map<string, Citation>();
  for (const { reference, paragraph } of wanted) {
    const text = openReference(reference, library, report.revised.resolution.language);
    const own = text?.paragraphs.find(({ number }) => number === paragraph);
    if (text === null || own === undefined) continue;
    found.set(`${reference} ${String(paragraph).padStart(4)}`, {
      reference,
      title: text.title,
      paragraph,
      text: own.text,
    });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, citation]) => citation);
}
