import type { Message } from '../core/model/message.ts';
import type { ComparedText } from '../core/model/report.ts';
import type { Resolution } from '../core/model/resolution.ts';
import type { SourceDocument } from '../core/model/source.ts';
import { unflatten, type UncertainClause } from '../core/parse/unflatten.ts';
import { findFlattening, type FlatteningSign } from '../core/text/flattened.ts';
import { UserError } from '../io/user-error.ts';

/** How many signs are shown: enough to believe it. */
const SHOWN = 4;

const refusal = (
  file: string,
  signs: readonly FlatteningSign[],
  base: ComparedText | undefined,
): UserError => {
  const line = signs[0]?.line ?? 1;
  const shown = [...new Set(signs.map(({ text }) => `"${text}"`))].slice(0, SHOWN).join(', ');
  const hint =
    base === undefined
      ? 'compare it with the adopted text it amends (clausewatch diff BASE FILE), or ask for the Word file'
      : `without its insertions it is not ${base.facts.name}: name the text it starts from, or ask for the Word file`;
  return new UserError(
    `${file}:${line}: in this copy deleted and inserted words are run together: ${shown}`,
    { hint },
  );
};

const uncertainty = ({ path, why, line }: UncertainClause): Message => ({
  code: 'unflattened-uncertain',
  message:
    why === 'extent'
      ? `${path}: how much was deleted beside the insertion is a guess: look it up in the Word file`
      : `${path}: taken for deleted as a whole: look it up in the Word file`,
  line,
});

/**
 * A text whose tracked changes a copy ran together is never read as clean: it is taken apart with the base it is
 * compared with, or refused. Other texts come back as they are.
 */
export function settleFlattened(
  file: string,
  document: SourceDocument,
  resolution: Resolution,
  base: ComparedText | undefined,
): Resolution {
  const { isFlattened, signs } = findFlattening(document.lines);
  if (!isFlattened) return resolution;
  const apart = base === undefined ? null : unflatten(document, base.resolution);
  if (apart === null || base === undefined) throw refusal(file, signs, base);
  const { revised, uncertain } = apart;
  const told: Message = {
    code: 'unflattened',
    message: `a copy with deleted and inserted words run together, taken apart with ${base.facts.name}: ${uncertain.length} clauses are uncertain, and words deleted with nothing in their place cannot be seen`,
    line: signs[0]?.line ?? 1,
  };
  return { ...revised, messages: [told, ...uncertain.map(uncertainty), ...revised.messages] };
}
