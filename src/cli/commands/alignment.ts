import { checkReceipt, makeReceipt } from '../../app/make-receipt.ts';
import { pinClauses } from '../../app/pin-clauses.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf, json } from '../output.ts';

const pathOf = (name: string): string | null => (name === '-' || name === '' ? null : name);

/** `clausewatch pin BASE REVISED CLAUSE CLAUSE`: this clause became that one; "-" for none. */
export async function pin(
  base: string,
  revised: string,
  from: string,
  to: string,
  options: CommonOptions & { readonly remove?: boolean },
): Promise<number> {
  const context = contextOf(options);
  const pins = await pinClauses(
    base,
    revised,
    { base: pathOf(from), revised: pathOf(to) },
    options.remove === true,
    context,
  );
  if (formatOf(options, ['text', 'json']) === 'json')
    emit(json({ schema: 'clausewatch/pins@1', pins }), options);
  else
    for (const one of pins)
      emit(`${sanitiseLine(one.base ?? '-')} = ${sanitiseLine(one.revised ?? '-')}\n`, options);
  return 0;
}

/** `clausewatch receipt BASE REVISED [--verify FILE]`: 0 when only form changed (or the receipt is true), else 1. */
export async function receipt(
  base: string,
  revised: string,
  options: CommonOptions & { readonly verify?: string },
): Promise<number> {
  const context = contextOf(options);
  if (options.verify !== undefined) {
    const verification = await checkReceipt(options.verify, base, revised, context);
    emit(json({ schema: 'clausewatch/verification@1', ...verification }), options);
    return verification.isTrue ? 0 : 1;
  }
  const made = await makeReceipt(base, revised, context);
  emit(json(made), options);
  return made.editorialOnly ? 0 : 1;
}
