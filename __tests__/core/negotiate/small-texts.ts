import type { ComparedText } from '../../../src/core/model/report.ts';
import { readNegotiation, type Negotiation } from '../../../src/core/negotiate/negotiation.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';
import { parseMarkdown } from '../../../src/core/parse/parse-markdown.ts';

/** A text of one operative section with these clauses. */
export function textOf(clauses: readonly string[], action?: string): ComparedText {
  const list = clauses.map((clause, at) => `${at + 1} ${clause}`).join(';\n\n');
  return {
    facts: { name: 'text', kind: 'proposal', isModel: true, ...(action === undefined ? {} : { action }) },
    resolution: parseMarkdown(`# RESOLUTION 200 (Geneva, 2022)\n\n## Title\n\n*resolves*\n\n${list}.`),
  };
}

/** Proposals a, b, c … on a base. */
export function negotiate(
  base: readonly string[],
  ...proposals: readonly (readonly string[])[]
): Negotiation {
  const tabled = proposals.map((clauses, at) => ({
    name: 'abcdef'.charAt(at),
    text: textOf(clauses),
    notes: [],
  }));
  return readNegotiation(textOf(base), tabled, CORE_PACK);
}
