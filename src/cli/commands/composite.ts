import { openNegotiation } from '../../app/negotiate/open-negotiation.ts';
import { buildComposite } from '../../core/negotiate/build-composite.ts';
import { compositeJson } from '../../core/negotiate/composite-json.ts';
import { negotiationWords } from '../../core/negotiate/strings.ts';
import { compositeMarkdown } from '../../io/export/negotiate/composite-markdown.ts';
import { contextOf } from '../options.ts';
import { emit, formatOf, json, styleFor, talk } from '../output.ts';
import { renderComposite } from '../render/negotiate/composite.ts';
import { namesOf, type NegotiationOptions } from './matrix.ts';

/** `clausewatch composite RESOLUTION MEETING`, or with files. */
export async function composite(
  resolution: string | undefined,
  meeting: string | undefined,
  options: NegotiationOptions,
): Promise<number> {
  const context = contextOf(options);
  const format = formatOf(options, ['text', 'json', 'markdown']);
  const { negotiation, messages } = await openNegotiation(namesOf(resolution, meeting, options), context);
  const built = buildComposite(negotiation);
  if (format === 'json') emit(json({ ...compositeJson(built), warnings: messages }), options);
  else if (format === 'markdown') emit(compositeMarkdown(built, context.uiLanguage), options);
  else emit(renderComposite(built, negotiationWords(context.uiLanguage), styleFor(options)), options);
  if (format !== 'json') messages.forEach(talk);
  return 0;
}
