/** What a proposal does to the text. A star says that text moved from or to elsewhere, brackets that it is editorial. */
export type Action = 'ADD' | 'MOD' | 'SUP' | 'NOC';

export interface ActionWord {
  readonly action: Action;
  readonly isEditorial: boolean;
  readonly isMoved: boolean;
  /** As written: `(MOD)`, `SUP*`. */
  readonly written: string;
}

/** A proposal's number taken apart: `EUR/45A12/1` is proposal 1 of addendum 12 to document 45 by EUR. */
export interface ProposalSymbol {
  /** As printed, without spaces. */
  readonly symbol: string;
  readonly sponsors: readonly string[];
  readonly document: number;
  readonly addendum: number | null;
  readonly number: number;
}

const ACTION = /^(\()?(ADD|MOD|SUP|NOC)(\))?(\*)?(?![a-z])/u;
const SYMBOL =
  /^((?:[A-Z]{1,7}\s?\/\s?)+)(\d{1,4})(?:\s?A\s?(\d{1,3}))?(?:[-\u2011]?R(?:ev\.?)?\s?\d{1,2})?\s?\/\s?(\d{1,4})(?![\d/A-Z])/u;

/** The action word at the start of a line and its length; null for any other line. */
export function readAction(text: string): (ActionWord & { readonly length: number }) | null {
  const match = ACTION.exec(text);
  if (match === null) return null;
  const [written, open, action, close, star] = match;
  if ((open === undefined) !== (close === undefined)) return null;
  return {
    action: action as Action,
    isEditorial: open !== undefined,
    isMoved: star !== undefined,
    written,
    length: written.length,
  };
}

/** The symbol at the start of a line and its length; null for any other line. */
export function readSymbol(text: string): (ProposalSymbol & { readonly length: number }) | null {
  const match = SYMBOL.exec(text);
  if (match === null) return null;
  const [written, sponsors = '', document, addendum, number] = match;
  return {
    symbol: written.replace(/\s/g, ''),
    sponsors: sponsors
      .split('/')
      .map((code) => code.trim())
      .filter((code) => code !== ''),
    document: Number(document),
    addendum: addendum === undefined ? null : Number(addendum),
    number: Number(number),
    length: written.length,
  };
}
