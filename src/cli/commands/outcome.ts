import { openAdopted, openNegotiation } from '../../app/negotiate/open-negotiation.ts';
import { buildOutcome } from '../../core/negotiate/build-outcome.ts';
import { outcomeJson } from '../../core/negotiate/outcome-json.ts';
import { CORE_PACK } from '../../core/rules/core-pack.ts';
import { outcomeMarkdown } from '../../io/export/negotiate/outcome-markdown.ts';
import { renderOutcome } from '../render/negotiate/outcome.ts';
import { giveAnswer } from './give-answer.ts';
import { namesOf, type NegotiationOptions } from './matrix.ts';

/** `clausewatch outcome RESOLUTION MEETING [--adopted TEXT]`, or with files. */
export function outcome(
  resolution: string | undefined,
  meeting: string | undefined,
  options: NegotiationOptions,
): Promise<number> {
  return giveAnswer(
    options,
    async (context) => {
      const names = namesOf(resolution, meeting, options);
      const { negotiation, messages } = await openNegotiation(names, context);
      const adopted = await openAdopted(names, options.adopted, negotiation.base, context);
      const built = buildOutcome(negotiation, adopted, CORE_PACK);
      return {
        json: () => outcomeJson(built, context.uiLanguage),
        markdown: (language) => outcomeMarkdown(built, language),
        text: (say, language, style) => renderOutcome(built, say, language, style),
        documents: {
          html: async (language) =>
            (await import('../../io/export/negotiate/outcome-html.ts')).outcomeHtml(built, language),
          xlsx: async (language) =>
            (await import('../../io/export/negotiate/outcome-sheets.ts')).outcomeWorkbook(built, language),
        },
        messages,
      };
    },
    ['html', 'xlsx'],
  );
}
