import type { SourceLine } from '../model/source.ts';
import { readBareLabel, readLabel } from '../text/labels.ts';
import { joinMarked } from '../text/marks.ts';
import type { LanguageTable } from '../text/language-table.ts';
import { matchHeading } from '../text/headings.ts';

const isPlain = (line: SourceLine | undefined): line is SourceLine =>
  line?.kind === 'paragraph' && line.placed === undefined && line.style !== 'heading';

/** The label of a line that holds nothing else, as written. */
const bareLabel = (line: SourceLine | undefined): string | null => {
  if (!isPlain(line)) return null;
  if (line.label !== null) return line.text === '' ? line.label : null;
  const text = line.text.trim();
  return text.length <= 12 && readBareLabel(text) !== null ? text : null;
};

const hasEnd = (text: string): boolean =>
  /[;:,.،؛。；：，](?:\s*(?:and|or|et|ou|y|o|и|или))?\s*$/u.test(text);

/**
 * Converters put a label on a line of its own, or a run of labels before the run of their texts: each label
 * goes back before its text. A label with no text below it stays a line. Law: no word is lost.
 */
export function joinLabels(lines: readonly SourceLine[], table: LanguageTable): readonly SourceLine[] {
  if (!lines.some((line) => bareLabel(line) !== null)) return lines;
  const joined: SourceLine[] = [];
  let at = 0;
  const isText = (index: number): boolean => {
    const line = lines[index];
    return (
      isPlain(line) &&
      line.label === null &&
      bareLabel(line) === null &&
      readLabel(line.text) === null &&
      matchHeading(line.text, table)?.isWhole !== true
    );
  };
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined) break;
    const labels: { readonly line: SourceLine; readonly label: string }[] = [];
    for (let next = at; ; next++) {
      const own = lines[next];
      const label = bareLabel(own);
      if (label === null || own === undefined) break;
      labels.push({ line: own, label });
    }
    if (labels.length === 0) {
      joined.push(line);
      at++;
      continue;
    }
    at += labels.length;
    // Texts of the run: one for each label, a text being all lines up to one that ends.
    const texts: SourceLine[] = [];
    while (texts.length < labels.length && isText(at)) {
      const first = lines[at];
      if (first === undefined) break;
      let text: SourceLine = first;
      at++;
      for (let next = lines[at]; labels.length > 1 && !hasEnd(text.text) && isText(at); next = lines[at]) {
        if (next === undefined) break;
        text = { ...text, ...joinMarked([text, next], ' ') };
        at++;
      }
      texts.push(text);
    }
    labels.forEach((own, index) => {
      const text = texts[index];
      if (text === undefined) joined.push({ ...own.line, text: '', marks: [], label: own.label });
      else joined.push({ ...text, label: own.label, line: own.line.line, ...placeOf(own.line) });
    });
  }
  return joined;
}

const placeOf = (line: SourceLine) => (line.position === undefined ? {} : { position: line.position });
