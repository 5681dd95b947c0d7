import type { Language } from '../model/language.ts';
import type { Message } from '../model/message.ts';
import type { Resolution } from '../model/resolution.ts';
import type { SourceDocument, SourceLine } from '../model/source.ts';
import { detectLanguage } from '../text/detect-language.ts';
import { matchHeading } from '../text/headings.ts';
import { languageTable } from '../text/language-table.ts';
import { settleMarks } from '../text/marks.ts';
import { buildFrame } from './build-frame.ts';
import { buildSections } from './build-sections.ts';
import { partFootnotes } from './footnotes.ts';
import { joinLabels } from './join-labels.ts';
import { joinWrapped } from './join-wrapped.ts';
import { readConfidence } from './read-confidence.ts';
import { splitLines } from './split-lines.ts';

export interface ParseOptions {
  /** Language of the text; found from its words when absent. */
  readonly language?: Language;
}

/** First line of the text itself, for messages about the whole. */
const lineOf = (resolution: Resolution): number => {
  for (const part of resolution.children)
    for (const child of part.children) if (child.position !== undefined) return child.position.start.line;
  return 1;
};

const frameText = (resolution: Resolution, name: string): string | undefined => {
  const [frame] = resolution.children;
  return frame?.name === 'frame' ? frame.children.find((line) => line.name === name)?.text : undefined;
};

/** What a reader should know about the text as a whole. */
const checkWhole = (resolution: Resolution, isLanguageSure: boolean): Message[] => {
  const messages: Message[] = [];
  const add = (code: string, message: string) => messages.push({ code, message, line: lineOf(resolution) });
  const hasPart = (name: string) => resolution.children.some((part) => part.name === name);
  if (!isLanguageSure)
    add('language-unsure', `taken for "${resolution.language}"; say --lang if it is another`);
  if (frameText(resolution, 'number') === undefined)
    add('no-number-line', 'no line with the number of the resolution was found: add it above the title');
  if (!hasPart('operative') && (hasPart('preamble') || hasPart('annex'))) {
    add(
      'no-operative',
      'no operative heading was found ("resolves", "instructs" …): check the headings and the language',
    );
  }
  const opening = frameText(resolution, 'opening');
  const numbered = resolution.revision?.year;
  const year = opening === undefined ? undefined : /(?:1[89]|20)\d{2}/.exec(opening)?.[0];
  if (numbered !== undefined && year !== undefined && Number.parseInt(year, 10) !== numbered) {
    add(
      'revision-mismatch',
      `the number line says ${numbered}, the opening ${year}: check which revision this is`,
    );
  }
  return messages;
};

/** A text without one heading in the language named for it whose headings are plainly those of another. */
const contradiction = ({ lines }: SourceDocument, { language, children }: Resolution): Message | null => {
  const isUnderstood = children.some(
    (part) => part.name !== 'frame' && part.children.some(({ verb }) => verb !== null),
  );
  if (isUnderstood) return null;
  const guess = detectLanguage(lines.flatMap(({ text }) => text.split('\n')));
  if (!guess.isSure || guess.language === language) return null;
  const table = languageTable(guess.language);
  const headings = lines.filter(
    ({ text }) => text.length < 200 && matchHeading(text, table)?.isWhole === true,
  );
  if (headings.length < 2) return null;
  const message = `read as "${language}", but its headings are in "${guess.language}": check the language named for it`;
  return { code: 'language-contradicted', message, line: lines[0]?.line ?? 1 };
};

/**
 * The Resolution tree of a document read line by line. Never throws: what is not understood is kept, placed
 * and named in `messages`.
 * Law: every word of the document stands in a frame line, a heading, a clause, a block or a footnote.
 */
export function buildResolution(document: SourceDocument, options: ParseOptions = {}): Resolution {
  const { language, isSure } =
    options.language === undefined
      ? detectLanguage(document.lines.flatMap((line) => line.text.split('\n')))
      : { language: options.language, isSure: true };
  const table = languageTable(language);
  const lines = document.lines.flatMap((line) => splitLines(settleLine(line), table));
  const { body, footnotes } = partFootnotes(document, lines);
  const frame = buildFrame(body, table);
  const rest = joinWrapped(joinLabels(body.slice(frame.end), table), table);
  const { parts, messages } = buildSections(rest, table);
  const resolution: Resolution = {
    type: 'resolution',
    language,
    instrument: frame.instrument,
    body: frame.body,
    number: frame.number?.number ?? null,
    title: frame.title,
    revision: frame.revision,
    history: frame.history,
    isDraft: frame.number?.isDraft ?? false,
    children: [frame.part, ...parts],
    footnotes,
    messages: [],
  };
  const other = options.language === undefined ? null : contradiction(document, resolution);
  const all = [...(other === null ? [] : [other]), ...checkWhole(resolution, isSure), ...messages];
  return { ...resolution, messages: all, confidence: readConfidence({ ...resolution, messages: all }) };
}

const settleLine = (line: SourceLine): SourceLine =>
  line.marks.length === 0 ? line : { ...line, ...settleMarks(line) };

/** True when the tree holds what makes a resolution: a number line, or a known heading with a clause under it. */
export function isResolution(resolution: Resolution): boolean {
  if (resolution.number !== null || frameText(resolution, 'number') !== undefined) return true;
  return resolution.children.some(
    (part) =>
      part.name !== 'frame' &&
      part.children.some((section) => section.verb !== null && section.children.length > 0),
  );
}
