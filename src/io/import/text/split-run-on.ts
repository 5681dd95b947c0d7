import { detectLanguage } from '../../../core/text/detect-language.ts';
import { matchHeading } from '../../../core/text/headings.ts';
import { isFirst, readLabel, type LabelReading } from '../../../core/text/labels.ts';
import { languageTable, type LanguageTable } from '../../../core/text/language-table.ts';
import { matchKey, prefixLength } from '../../../core/text/match-key.ts';

/** What may follow a heading whose only clause has no label. */
const CLAUSE_START = /^(?:that|to|the|que|de|d['’]|à|a|что|о|об)(?=[\s\p{L}])/iu;

/**
 * The label at the start of a stretch as it may be read. A number is one when the small word of a clause
 * follows, or when it is the next of its list: "12 countries" is none.
 */
const readings = (text: string, number: number): readonly LabelReading[] => {
  const label = readLabel(text);
  if (label === null || label.isGlued || label.rest.trim() === '') return [];
  return label.readings.filter(({ series, style, values }) => {
    if (series === 'bullet' || series === 'second-bullet') return false;
    if (series !== 'number' || style !== '1') return true;
    return CLAUSE_START.test(label.rest.trim()) || (values.length === 1 && values[0] === number + 1);
  });
};

const startsList = (text: string): boolean => readings(text, 0).some((reading) => isFirst(reading));

/** Where the words at the start may end that are nothing but a heading's own, shortest first. */
const headingEnds = (text: string, table: LanguageTable): readonly number[] => {
  const ends: number[] = [];
  for (const { index, 0: word } of text.slice(0, 90).matchAll(/\S+(?=\s)/gu)) {
    const words = text.slice(0, index + word.length);
    if (/[,;]$/u.test(words)) break;
    if (matchHeading(words, table)?.isWhole === true) ends.push(words.length);
  }
  return ends;
};

/** Length of the heading at the start of a stretch, addressee and all; 0 where there is none. */
const headingLength = (text: string, table: LanguageTable): number => {
  const ends = headingEnds(text, table);
  const longest = ends.at(-1);
  if (longest === undefined) return 0;
  const isOperative = matchHeading(text.slice(0, longest), table)?.part === 'operative';
  for (const { index } of text.slice(0, 320).matchAll(/\s(?=\S)/gu)) {
    if (index < longest) continue;
    if (startsList(text.slice(index + 1, index + 60))) return index;
    // Only an operative heading goes on, with whom it speaks to; and not into the next heading.
    const before = text.slice(0, index);
    if (!isOperative || /[;.:]$/u.test(before)) break;
    if (before.endsWith(',') && headingEnds(text.slice(index + 1), table).length > 0) break;
  }
  // "noting that": the small word is the clause's.
  return ends.find((end) => CLAUSE_START.test(text.slice(end + 1))) ?? 0;
};

/** Number line, title, history and opening at the start of a text without line ends; where each begins. */
const frameCuts = (text: string, table: LanguageTable): readonly number[] => {
  const body = table.bodies.find(({ key }) => matchKey(text.slice(0, 2_000)).includes(key));
  if (body === undefined) return [];
  let opening = -1;
  for (const { index } of text.slice(0, 2_000).matchAll(/(?<=^|\s)\S/gu)) {
    const bare = text.slice(index, index + 200).replace(/^(?:l['’]|la |le |el |les )/iu, '');
    if ([bare, text.slice(index, index + 200)].some((words) => prefixLength(words, body.key) > 0)) {
      opening = index;
      break;
    }
  }
  if (opening < 0) return [];
  const before = text.slice(0, opening);
  const number = /^.{0,80}?\d+(?:\s*\([^()]*\))?(?=\s)/u.exec(before)?.[0].length ?? 0;
  const history = /\([^()]*\d{4}[^()]*\)\s*$/u.exec(before)?.index ?? opening;
  const end = /\)[,،，](?=\s)/u.exec(text.slice(opening));
  const cuts = [number, history, opening, end === null ? opening : opening + end.index + end[0].length];
  return cuts.filter((cut, at) => cut > (cuts[at - 1] ?? 0) || at === 0);
};

/**
 * A resolution that lost all its line ends, cut again into number line, title, history, opening, headings and
 * clauses, by its punctuation, labels and the table of headings. Law: the pieces joined by single spaces give
 * the text. Anything that is no resolution comes back whole.
 */
export function splitRunOn(text: string): readonly string[] {
  // No resolution is that long, and every comma of it would be looked at.
  if (text.length > 400_000) return [text];
  const table = languageTable(detectLanguage([text]).language);
  const cuts = new Set(frameCuts(text, table));
  const start = Math.max(0, ...cuts);
  if (start === 0) return [text];
  let number = 0;
  let at = start + (/^\s*/u.exec(text.slice(start))?.[0].length ?? 0);
  while (at < text.length) {
    const stretch = text.slice(at, at + 400);
    const heading = headingLength(stretch, table);
    if (heading > 0) {
      cuts.add(at).add(at + heading);
      at += heading + 1;
      number = 0;
    }
    // "; and iii)": the conjunction belongs to the item before.
    at +=
      /^(?:and|or|et|ou|y|o|и|или)\s+(?=\(?\p{L}{1,4}\)|\d)/u.exec(text.slice(at, at + 20))?.[0].length ?? 0;
    const found = readings(text.slice(at, at + 60), number);
    if (found.length > 0) cuts.add(at);
    number = found.find(({ series }) => series === 'number')?.values[0] ?? number;
    // The next place where something may begin: after the punctuation that ends an item.
    const next = /[;,:.](?:\[\^[^\]]+\])?\s+/u.exec(text.slice(at));
    if (next === null) break;
    at += next.index + next[0].length;
  }
  const ordered = [0, ...[...cuts].filter((cut) => cut > 0).sort((a, b) => a - b), text.length];
  return ordered
    .slice(0, -1)
    .map((cut, index) => text.slice(cut, ordered[index + 1]).trim())
    .filter((piece) => piece !== '');
}
