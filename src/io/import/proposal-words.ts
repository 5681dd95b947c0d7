import table from '../../../data/import/proposal-words.yaml';
import { LANGUAGES, type Language } from '../../core/model/language.ts';
import { matchKey } from '../../core/text/match-key.ts';

/** The parts of a proposal document that a word of their own announces. */
export const DOCUMENT_PARTS = ['abstract', 'introduction', 'background', 'proposal', 'reasons'] as const;

export type DocumentPart = (typeof DOCUMENT_PARTS)[number];

type Words = Readonly<Record<Language, readonly string[]>>;

const data = table as Readonly<
  Record<DocumentPart | 'original' | 'languageNames' | 'addendum' | 'document', Words>
> & {
  readonly letters: Readonly<Record<string, Language>>;
};

const keysOf = (words: Words): readonly string[] =>
  LANGUAGES.flatMap((language) => words[language].map(matchKey)).sort((a, b) => b.length - a.length);

const PARTS = DOCUMENT_PARTS.map((part) => [part, keysOf(data[part])] as const);
const ORIGINAL = keysOf(data.original);
const ADDENDUM = keysOf(data.addendum);
const DOCUMENT = keysOf(data.document);
const LANGUAGE_NAMES = LANGUAGES.flatMap((language) =>
  data.languageNames[language].map((name) => [matchKey(name), language] as const),
);

/** The language of a document letter (`E`, `F`, `S`, `R`, `A`, `C`), or null. */
export function languageOfLetter(letter: string): Language | null {
  return data.letters[letter.toUpperCase()] ?? null;
}

/**
 * Reads the word that opens a part: alone on its line, or before a colon. Gives the part and the offset at
 * which the text after it starts; null for any other line.
 */
export function readPartWord(text: string): { readonly part: DocumentPart; readonly rest: number } | null {
  const head = /^\s*([^:：\n\t]{2,40}?)\s*(?:([:：])[\s/]*|\t\s*|$)/u.exec(text);
  if (head === null) return null;
  const [taken, word = '', colon] = head;
  const key = matchKey(word);
  const found = PARTS.find(([, keys]) => keys.includes(key));
  if (found === undefined) return null;
  // "Introduction to lamps" is a title; a word followed by text needs its colon or tab.
  return colon !== undefined || taken.length === text.length || taken.endsWith('\t')
    ? { part: found[0], rest: taken.length }
    : null;
}

/** "Original: English": the language named, or null. */
export function readOriginal(text: string): Language | null {
  const [, word = '', name = ''] = /^\s*([^:：]{2,20})[:：]\s*(.{2,30})$/u.exec(text) ?? [];
  if (!ORIGINAL.includes(matchKey(word))) return null;
  const key = matchKey(name);
  return LANGUAGE_NAMES.find(([own]) => key.startsWith(own))?.[1] ?? null;
}

interface Numbered {
  readonly value: number;
  /** The key without the word and its number. */
  readonly rest: string;
}

const numberAfter = (key: string, words: readonly string[]): Numbered | null => {
  for (const word of words) {
    const at = key.indexOf(word);
    const found = at < 0 ? null : /^\s*(\d{1,4})/.exec(key.slice(at + word.length));
    if (found === null) continue;
    return {
      value: Number(found[1]),
      rest: key.slice(0, at) + key.slice(at + word.length + found[0].length),
    };
  }
  return null;
};

/** The numbers in "Addendum 12 to", "Document 45(Add.12)-E", and the letter; null for what is not there. */
export function readDocumentNumber(text: string): {
  readonly document: number | null;
  readonly addendum: number | null;
  readonly language: Language | null;
} {
  const key = matchKey(text);
  const code =
    /(?:^|[\s/])(\d{1,4})\s*(?:\(\s*add\.?\s*(\d{1,3})\s*\))?(?:\s*\(?rev\.?\s*\d+\)?)?\s*-\s*([efsrac])\b/.exec(
      key,
    );
  // "Дополнительный документ 7": the word for an addendum holds the word for a document.
  const named = numberAfter(key, ADDENDUM);
  const document =
    numberAfter(named?.rest ?? key, DOCUMENT)?.value ?? (code === null ? null : Number(code[1]));
  const bracketed = /\(\s*add\.?\s*(\d{1,3})\s*\)/.exec(key)?.[1];
  const addendum = named?.value ?? (bracketed === undefined ? null : Number(bracketed));
  return { document, addendum, language: code === null ? null : languageOfLetter(code[3] ?? '') };
}
