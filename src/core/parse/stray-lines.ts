import type { SourceLine } from '../model/source.ts';
import type { LanguageTable } from '../text/language-table.ts';
import { matchKey } from '../text/match-key.ts';

/** "MOD EUR/45A12/1", with its tab lost "MODEUR/45A12/1"; the symbol may stand before the action, or alone. */
const SYMBOL =
  /^(?:\(?(?:MOD|ADD|SUP|NOC)\)?\*?[\s:]*)?(?:[A-Z]{1,5}\/){1,12}\s?\d{1,4}[A-Z]?\d{0,3}(?:\/\d{1,4})?\s*$/u;
const ACTION = /^\(?(?:MOD|ADD|SUP|NOC)\)?\*?$/u;

/** True for the line that opens what a proposal says after its text ("Reasons: …"). */
export function isReasons(line: SourceLine, table: LanguageTable): boolean {
  if (line.style === 'reasons') return true;
  if (line.kind !== 'paragraph' || line.label !== null || line.placed !== undefined) return false;
  const head = /^\s*([^:：]{2,24})\s?[:：]/u.exec(line.text)?.[1];
  return head !== undefined && table.reasons.includes(matchKey(head).replace(/\*/g, ''));
}

/** True for the line that says what a proposal does to which text ("MOD EUR/45A12/1"). */
export function isProposalLine(line: SourceLine): boolean {
  if (line.style === 'proposal') return true;
  if (line.kind !== 'paragraph' || line.placed !== undefined || line.text.length > 60) return false;
  const text = line.text.trim();
  return SYMBOL.test(text) || ACTION.test(text);
}

/** True for a line of signs alone ("_______", "* * *"), which parts what is above from what is below. */
export function isRule(line: SourceLine): boolean {
  return (
    line.kind === 'paragraph' &&
    line.label === null &&
    line.placed === undefined &&
    /^[\s_*=~.\u2013\u2014-]{3,}$/u.test(line.text)
  );
}

/** True for lines that are no part of any text: they are kept as blocks. */
export function isStray(line: SourceLine, table: LanguageTable): boolean {
  return isReasons(line, table) || isProposalLine(line) || isRule(line) || line.style === 'cover';
}
