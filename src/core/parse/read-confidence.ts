import type { Confidence, Resolution } from '../model/resolution.ts';

/** What each kind of message takes from the trust in a reading; kinds not named here take nothing. */
const COST: Readonly<Record<string, number>> = {
  'language-unsure': 3,
  'no-number-line': 2,
  'no-operative': 3,
  'revision-mismatch': 1,
  'unknown-heading': 1,
  'heading-lost': 2,
  'label-gap': 1,
  'label-order': 1,
  'label-restart': 1,
  'second-text': 2,
};

/** Costs from which a reading is `medium`, and from which it is `low`. */
const MEDIUM = 1;
const LOW = 5;

/**
 * How far the reading of a text can be trusted, from its messages (unknown headings, gaps in the labels, lost
 * headings, an unsure language) and from what its frame lacks. Messages about details weigh less in a long
 * text: they count per fifty clauses.
 */
export function readConfidence(resolution: Resolution): Confidence {
  let whole = 0;
  let details = 0;
  for (const { code } of resolution.messages) {
    const cost = COST[code] ?? 0;
    if (/^(?:label|unknown)-/.test(code)) details += cost;
    else whole += cost;
  }
  const sections = resolution.children.flatMap((part) => (part.name === 'frame' ? [] : part.children));
  const clauses = sections.reduce((sum, section) => sum + section.children.length, 0);
  const [frame] = resolution.children;
  const names = frame?.name === 'frame' ? frame.children.map(({ name }) => name) : [];
  if (clauses > 0 && !names.includes('title')) whole += 1;
  if (clauses > 0 && !names.includes('opening')) whole += 1;
  if (clauses === 0 && names.length < 2) whole += LOW;
  const cost = whole + details / Math.max(1, clauses / 50);
  if (cost >= LOW) return 'low';
  return cost >= MEDIUM ? 'medium' : 'high';
}
