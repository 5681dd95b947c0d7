import type { Comparison, ReferenceFinding } from './change.ts';
import type { Flag, NotChecked } from './flag.ts';
import type { Message } from './message.ts';
import type { Resolution } from './resolution.ts';
import type { FlagDecision, Note, Pin } from './review.ts';

/** What a text is besides its words: from its file, its front matter, the library. */
export interface TextFacts {
  /** As the user named it: library id or file. */
  readonly name: string;
  readonly kind: 'adopted' | 'proposal' | 'draft';
  /** True for model texts: our wording, not the official one. */
  readonly isModel: boolean;
  /** Kind of document it was read from, when that is no file of the library. */
  readonly source?: 'markdown' | 'docx' | 'html' | 'pdf' | 'text';
  readonly sponsor?: string;
  readonly symbol?: string;
  readonly action?: string;
}

export interface ComparedText {
  readonly facts: TextFacts;
  readonly resolution: Resolution;
}

/** A paragraph of a reference text that a note or a flag cites. */
export interface Citation {
  /** Id of the reference text in the library: `igf-2010-summary`. */
  readonly reference: string;
  readonly title: string;
  readonly paragraph: number;
  readonly text: string;
}

/** Everything there is to say about one comparison: screens and exporters draw this and nothing else. */
export interface Report {
  readonly base: ComparedText;
  readonly revised: ComparedText;
  readonly comparison: Comparison;
  readonly flags: readonly Flag[];
  readonly notChecked: readonly NotChecked[];
  /** Cross-references of the revised text that no longer say what they said. */
  readonly references?: readonly ReferenceFinding[];
  readonly notes: readonly Note[];
  /** What reviewers decided on flags. */
  readonly decisions?: readonly FlagDecision[];
  readonly messages: readonly Message[];
  /** The rule pack that judged: name, version, and hash of all its data. */
  readonly pack?: { readonly name: string; readonly version: string; readonly hash: string };
  /** Pairs of clauses that the reviewer set by hand. */
  readonly pins?: readonly Pin[];
  /** Paragraphs of reference texts that notes and flags cite, where the library holds them. */
  readonly citations?: readonly Citation[];
}
