import type { Message } from '../../../core/model/message.ts';
import { ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';
import type {
  ParagraphProperties,
  Revision,
  RunLook,
  TrackedBlock,
  TrackedCell,
  TrackedRow,
  TrackedRun,
} from './tracked-document.ts';
import type { StyleSheet } from './styles.ts';
import type { Attributes } from './walk-xml.ts';

type Draft<T> = { -readonly [K in keyof T]: T[K] };

export interface ParagraphDraft {
  readonly line: number;
  readonly runs: TrackedRun[];
  readonly markRevisions: Revision[];
  readonly properties: Draft<ParagraphProperties>;
  former: Draft<ParagraphProperties> | null;
  /** What stood in text boxes anchored here: it follows the paragraph. */
  readonly boxes: TrackedBlock[];
}

export interface RunDraft {
  emphasis: boolean | null;
  strong: boolean | null;
  styleId: string | null;
  /** After a note reference with a mark of its own: the run's text is that mark. */
  noteMark: { readonly key: string; text: string } | null;
}

export interface CommentAnchor {
  quote: string;
  struck: string;
  line: number;
}

/** What the reader of one story (body, note, comment) knows while the events of its part go by. */
export interface StoryState {
  readonly styles: StyleSheet;
  readonly links: ReadonlyMap<string, string>;
  readonly messages: Message[];
  readonly anchors: Map<string, CommentAnchor>;
  /** Ids of the comments whose range is open. */
  readonly openAnchors: Set<string>;
  /** Names of the open elements, outermost first. */
  readonly path: string[];
  /** Where blocks go: body, cell, text box, note; innermost last. */
  readonly containers: TrackedBlock[][];
  readonly revisions: Revision[];
  readonly urls: string[];
  readonly paragraphs: ParagraphDraft[];
  readonly runs: RunDraft[];
  /** Open fields, innermost last: text in the code of any of them is no text. */
  fields: ('code' | 'result')[];
  /** True inside `w:pPrChange`: properties as they were. */
  isFormer: boolean;
  capture: { readonly kind: 'text' | 'math'; readonly isPreserved: boolean; text: string } | null;
  picture: { description: string; isPicture: boolean } | null;
  /** Tables, rows and cells that are open, innermost last. */
  readonly tables: { readonly rows: TrackedRow[] }[];
  readonly rows: { readonly revisions: Revision[]; readonly cells: TrackedCell[] }[];
  readonly cells: Revision[][];
  /** For each open AlternateContent, whether one of its branches was read. */
  readonly branches: boolean[];
  line: number;
}

/** The budget all stories of one file share. */
export interface Budget {
  items: number;
}

/** Takes one item (paragraph, run, row, cell) off the budget; ImportError when it is used up. */
export function spend(budget: Budget): void {
  if (++budget.items > LIMITS.docxItems) {
    const what = `The document has more than ${LIMITS.docxItems} paragraphs and runs.`;
    throw new ImportError('too-large', what, 'Split it into several files.');
  }
}

export function newStory(
  shared: Pick<StoryState, 'styles' | 'links' | 'messages' | 'anchors' | 'openAnchors'>,
): StoryState {
  return {
    ...shared,
    path: [],
    containers: [],
    revisions: [],
    urls: [],
    paragraphs: [],
    runs: [],
    fields: [],
    isFormer: false,
    capture: null,
    picture: null,
    tables: [],
    rows: [],
    cells: [],
    branches: [],
    line: 0,
  };
}

/** The revision an element such as `<w:ins w:author="…" w:date="…">` stands for. */
export function revisionOf(kind: Revision['kind'], attributes: Attributes): Revision {
  return { kind, author: attributes('w:author') ?? '', date: attributes('w:date') ?? null };
}

const sameRevisions = (a: readonly Revision[], b: readonly Revision[]): boolean =>
  a.length === b.length &&
  a.every((one, index) => {
    const other = b[index];
    return one.kind === other?.kind && one.author === other.author && one.date === other.date;
  });

const lookOf = (state: StoryState, paragraph: ParagraphDraft): RunLook => {
  const run = state.runs.at(-1);
  const style = state.styles.styleOf(paragraph.properties.styleId);
  const runStyle = run?.styleId == null ? null : state.styles.styleOf(run.styleId);
  // What a template's own style sets (the italics of Call) says no more than the style itself.
  const isKnown = style.known !== null;
  return {
    emphasis: run?.emphasis ?? (runStyle?.emphasis === true || (!isKnown && style.emphasis)),
    strong: run?.strong ?? (runStyle?.strong === true || (!isKnown && style.strong)),
    url: state.urls.at(-1) ?? null,
  };
};

const extendAnchors = (state: StoryState, text: string, line: number): void => {
  const isStruck = state.revisions.some(({ kind }) => kind === 'del' || kind === 'moveFrom');
  for (const id of state.openAnchors) {
    const anchor = state.anchors.get(id);
    if (anchor === undefined || anchor.quote.length + anchor.struck.length > 2_000) continue;
    if (isStruck) anchor.struck += text;
    else anchor.quote += text;
    anchor.line = line;
  }
};

/** Adds a piece to the open paragraph, joined to the one before where look and history are the same. */
export function addRun(
  state: StoryState,
  budget: Budget,
  kind: TrackedRun['kind'],
  text: string,
  note?: string,
): void {
  const paragraph = state.paragraphs.at(-1);
  if (paragraph === undefined || state.fields.includes('code')) return;
  const look = lookOf(state, paragraph);
  if (kind === 'text') extendAnchors(state, text, paragraph.line);
  const last = paragraph.runs.at(-1);
  const isSame =
    last?.kind === kind &&
    (kind === 'text' || kind === 'math') &&
    last.look.emphasis === look.emphasis &&
    last.look.strong === look.strong &&
    last.look.url === look.url &&
    sameRevisions(last.revisions, state.revisions);
  if (isSame) {
    paragraph.runs[paragraph.runs.length - 1] = { ...last, text: last.text + text };
    return;
  }
  spend(budget);
  const run = { kind, text, look, revisions: [...state.revisions] };
  paragraph.runs.push(note === undefined ? run : { ...run, note });
}
