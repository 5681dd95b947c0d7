import type { Language } from '../model/language.ts';
import type { Message } from '../model/message.ts';
import type { Footnote, Resolution } from '../model/resolution.ts';
import type { SourceDocument, SourceLine } from '../model/source.ts';
import { detectLanguage } from '../text/detect-language.ts';
import { languageTable } from '../text/language-table.ts';
import { sliceMarked, trimMarked } from '../text/marks.ts';
import { buildFrame } from './build-frame.ts';
import { buildSections } from './build-sections.ts';
import { positionOf } from './positions.ts';
import { splitLines } from './split-lines.ts';

export interface ParseOptions {
  /** Language of the text; found from its words when absent. */
  readonly language?: Language;
}

const FOOTNOTE = /^\[\^([^\]\s]{1,20})\]:?\s*(?=\S)/u;

/** Footnotes typed as lines ("[^1] These include …") apart from the rest. */
const partFootnotes = (lines: readonly SourceLine[]): { body: SourceLine[]; notes: Footnote[] } => {
  const body: SourceLine[] = [];
  const notes: Footnote[] = [];
  for (const line of lines) {
    const found = line.kind === 'paragraph' ? FOOTNOTE.exec(line.text) : null;
    if (found === null) body.push(line);
    else {
      const text = trimMarked(sliceMarked(line, found[0].length));
      notes.push({ type: 'footnote', label: found[1] ?? '', ...text, ...positionOf(line) });
    }
  }
  return { body, notes };
};

const lineOf = (resolution: Resolution): number => resolution.children[0]?.position?.start.line ?? 1;

/** What a reader should know about the text as a whole. */
const checkWhole = (resolution: Resolution, isLanguageSure: boolean): Message[] => {
  const messages: Message[] = [];
  const add = (code: string, message: string) => messages.push({ code, message, line: lineOf(resolution) });
  const hasPart = (name: string) => resolution.children.some((part) => part.name === name);
  if (!isLanguageSure)
    add('language-unsure', `taken for "${resolution.language}"; say --lang if it is another`);
  if (resolution.number === null)
    add('no-number-line', 'no line with the number of the resolution was found');
  if (!hasPart('operative') && (hasPart('preamble') || hasPart('annex'))) {
    add('no-operative', 'no operative heading was found ("resolves", "instructs" …)');
  }
  const opening = resolution.children[0]?.name === 'frame' ? resolution.children[0].children : [];
  const [numbered, opened] = [
    resolution.revision?.year,
    opening.find((line) => line.name === 'opening')?.text,
  ];
  const year = opened === undefined ? undefined : /(?:1[89]|20)\d{2}/.exec(opened)?.[0];
  if (numbered !== undefined && year !== undefined && Number.parseInt(year, 10) !== numbered) {
    add('revision-mismatch', `the number line says ${numbered}, the opening ${year}`);
  }
  return messages;
};

/**
 * The Resolution tree of a document read line by line. Never throws: what is not understood is kept, placed
 * and named in `messages`.
 */
export function buildResolution(document: SourceDocument, options: ParseOptions = {}): Resolution {
  const guess = detectLanguage(document.lines.flatMap((line) => line.text.split('\n')));
  const language = options.language ?? guess.language;
  const table = languageTable(language);
  const { body, notes } = partFootnotes(document.lines.flatMap((line) => splitLines(line, table)));
  const frame = buildFrame(body, table);
  const { parts, messages } = buildSections(body.slice(frame.end), table);
  const typed: Footnote[] = document.footnotes.map((note) => ({
    type: 'footnote',
    label: note.label,
    text: note.text,
    marks: note.marks,
    ...positionOf(note),
  }));
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
    footnotes: [...typed, ...notes],
    messages: [],
  };
  const isSure = options.language !== undefined || guess.isSure;
  return { ...resolution, messages: [...checkWhole(resolution, isSure), ...messages] };
}

/** True when the tree holds what makes a resolution: a number line, or a known heading with a clause under it. */
export function isResolution(resolution: Resolution): boolean {
  if (resolution.number !== null) return true;
  return resolution.children.some(
    (part) =>
      part.name !== 'frame' &&
      part.children.some((section) => section.verb !== null && section.children.length > 0),
  );
}
