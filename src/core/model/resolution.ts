import type { Node, Parent } from 'unist';
import type { Language } from './language.ts';
import type { Message } from './message.ts';

/** Who adopts the instrument. */
export type Body = 'WTSA' | 'PP' | 'WTDC' | 'WTPF' | 'Council' | 'UNGA' | 'ITR';

export type Instrument = 'resolution' | 'opinion' | 'decision' | 'recommendation';

export interface PlaceYear {
  readonly place: string;
  readonly year: number;
}

/** The lines that open a text; their names are their paths. */
export type FrameName = 'number' | 'title' | 'history' | 'opening';

export type PartName = 'frame' | 'preamble' | 'operative' | 'annex';

/** A run of characters of a text set in another way than the rest: offsets in UTF-16 units, end exclusive. */
export interface Mark {
  readonly kind: 'emphasis' | 'strong' | 'delete' | 'link';
  readonly start: number;
  readonly end: number;
  readonly url?: string;
}

/** A text and how runs of it are set. `text` is verbatim: nothing folded, nothing trimmed inside. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** One line of the frame. */
export interface FrameLine extends Node, MarkedText {
  readonly type: 'frameLine';
  readonly name: FrameName;
}

/**
 * The unit of review. `text` may hold several paragraphs, parted by a blank line ("\n\n"), and footnote
 * marks as written (`[^1]`). Sub-clauses are children.
 */
export interface Clause extends Node, MarkedText {
  readonly type: 'clause';
  /** As people cite it: `recognizing b) ii)`. Unique in its text. */
  readonly path: string;
  /** `a)`, `1`, `ii)`, `–`; null where a clause stands without. */
  readonly label: string | null;
  /** 1 for a clause right under its heading. */
  readonly depth: number;
  readonly children: readonly Clause[];
}

/** What is no clause (a stray line, a table, a picture), kept where it stood. */
export interface Block extends Node {
  readonly type: 'block';
  readonly kind: 'text' | 'table' | 'picture';
  readonly text: string;
  /** The clause it follows; null at the start of its section. */
  readonly after: string | null;
}

/** One heading and its clauses. */
export interface Section extends Node, MarkedText {
  readonly type: 'section';
  /** The heading as written; for an annex its number line and title. Empty where a text has none. */
  readonly text: string;
  /** The heading's path: the heading itself, `noting (2)` when it stands twice, `Annex 1`. */
  readonly path: string;
  /** Key of the heading's verb in the language table (`resolves`, `instructs`), null when unknown. */
  readonly verb: string | null;
  /** Who an operative heading speaks to: what follows the verb, as written. */
  readonly addressee: string | null;
  readonly children: readonly Clause[];
  readonly blocks: readonly Block[];
}

export interface FramePart extends Node {
  readonly type: 'part';
  readonly name: 'frame';
  readonly children: readonly FrameLine[];
  /** Cover, foreword, header block: all that stood before the number line. */
  readonly blocks: readonly Block[];
}

export interface SectionPart extends Node {
  readonly type: 'part';
  readonly name: Exclude<PartName, 'frame'>;
  readonly children: readonly Section[];
}

export type Part = FramePart | SectionPart;

export interface Footnote extends Node, MarkedText {
  readonly type: 'footnote';
  readonly label: string;
}

/** How far the reading of a text as a whole can be trusted; what lowers it is in the messages. */
export type Confidence = 'high' | 'medium' | 'low';

/** A whole text of a resolution: a unist tree of parts, sections, clauses. */
export interface Resolution extends Parent {
  readonly type: 'resolution';
  readonly language: Language;
  readonly instrument: Instrument;
  readonly body: Body | null;
  readonly number: string | null;
  readonly title: string;
  readonly revision: PlaceYear | null;
  readonly history: readonly PlaceYear[];
  readonly isDraft: boolean;
  children: Part[];
  readonly footnotes: readonly Footnote[];
  readonly messages: readonly Message[];
  /** Absent on trees that were not read from a document. */
  readonly confidence?: Confidence;
}
