import type { Language } from '../../core/model/language.ts';
import { languageOfLetter } from './proposal-words.ts';

/** What the name of an ITU document file says: `T22-WTSA.24-C-0038!A12!MSW-E.docx`. */
export interface DocumentName {
  /** `wtsa-24`, `pp-22`. */
  readonly meeting: string;
  readonly document: number;
  readonly addendum: number | null;
  readonly language: Language;
  /** The name without its language: the same for all versions of one document. */
  readonly key: string;
}

const NAME =
  /^[A-Z](\d{2})-([A-Z]+)(?:[.-]?(\d{2}))?-[A-Z]{1,4}-(\d{1,4})((?:![A-Z]\d+(?:-[A-Z]\d+)*)*)!+([A-Z]{3})-([ACEFRS])(?![A-Z])/i;

/** Reads a file name of the ITU document system; null for any other name. */
export function readDocumentName(name: string): DocumentName | null {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const match = NAME.exec(base);
  if (match === null) return null;
  const [whole, cycle = '', body = '', year, document, parts = '', format = '', letter = ''] = match;
  const language = languageOfLetter(letter);
  if (language === null) return null;
  const addendum = /!A(\d+)/i.exec(parts)?.[1];
  return {
    meeting: `${body.toLowerCase()}-${year ?? cycle}`,
    document: Number(document),
    addendum: addendum === undefined ? null : Number(addendum),
    language,
    key: whole
      .slice(0, whole.length - format.length - 2)
      .replace(/!+$/, '')
      .toUpperCase(),
  };
}
