import { openAdopted, openNegotiation } from '../../app/negotiate/open-negotiation.ts';
import { buildOutcome } from '../../core/negotiate/build-outcome.ts';
import { outcomeJson } from '../../core/negotiate/outcome-json.ts';
import { negotiationWords } from '../../core/negotiate/strings.ts';
import { CORE_PACK } from '../../core/rules/core-pack.ts';
import { outcomeMarkdown } from '../../io/export/negotiate/outcome-markdown.ts';
import { contextOf } from '../options.ts';
import { emit, formatOf, json, styleFor, talk } from '../output.ts';
import { renderOutcome } from '../render/negotiate/outcome.ts';
import { namesOf, type NegotiationOptions } from './matrix.ts';

/** `clausewatch outcome RESOLUTION MEETING [--adopted TEXT]`, or with files. */
export async function outcome(
  resolution: string | undefined,
  meeting: string | undefined,
  options: NegotiationOptions,
): Promise<number> {
  const context = contextOf(options);
  const format = formatOf(options, ['text', 'json', 'markdown']);
  const names = namesOf(resolution, meeting, options);
  const { negotiation, messages } = await openNegotiation(names, context);
  const adopted = await openAdopted(names, options.adopted, negotiation.base, context);
  const built = buildOutcome(negotiation, adopted, CORE_PACK);
  if (format === 'json')
    emit(json({ ...outcomeJson(built, context.uiLanguage), warnings: messages }), options);
  else if (format === 'markdown') emit(outcomeMarkdown(built, context.uiLanguage), options);
  else
    emit(
      renderOutcome(built, negotiationWords(context.uiLanguage), context.uiLanguage, styleFor(options)),
      options,
    );
  if (format !== 'json') messages.forEach(talk);
  return 0;
}
