import { openNegotiation } from '../../app/negotiate/open-negotiation.ts';
import { buildMatrix } from '../../core/negotiate/build-matrix.ts';
import { matrixJson } from '../../core/negotiate/matrix-json.ts';
import { negotiationWords } from '../../core/negotiate/strings.ts';
import { matrixMarkdown } from '../../io/export/negotiate/matrix-markdown.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf, json, styleFor, talk } from '../output.ts';
import { renderMatrix } from '../render/negotiate/matrix.ts';

export interface NegotiationOptions extends CommonOptions {
  readonly base?: string;
  readonly proposal?: readonly string[];
  readonly adopted?: string;
  readonly onto?: string;
}

/** What the user named, as the use case takes it. */
export const namesOf = (
  resolution: string | undefined,
  meeting: string | undefined,
  { base, proposal }: NegotiationOptions,
) => ({
  ...(resolution === undefined ? {} : { resolution }),
  ...(meeting === undefined ? {} : { meeting }),
  ...(base === undefined ? {} : { base }),
  proposals: proposal ?? [],
});

/** `clausewatch matrix RESOLUTION MEETING`, or with files; a meeting alone gives all its resolutions. */
export async function matrix(
  resolution: string | undefined,
  meeting: string | undefined,
  options: NegotiationOptions,
): Promise<number> {
  const context = contextOf(options);
  const format = formatOf(options, ['text', 'json', 'markdown']);
  const { negotiation, messages } = await openNegotiation(namesOf(resolution, meeting, options), context);
  const built = buildMatrix(negotiation);
  if (format === 'json')
    emit(json({ ...matrixJson(built, context.uiLanguage), warnings: messages }), options);
  else if (format === 'markdown') emit(matrixMarkdown(built, context.uiLanguage), options);
  else
    emit(
      renderMatrix(built, negotiationWords(context.uiLanguage), context.uiLanguage, styleFor(options)),
      options,
    );
  if (format !== 'json') messages.forEach(talk);
  return 0;
}
