import { openNegotiation } from '../../app/negotiate/open-negotiation.ts';
import { buildComposite } from '../../core/negotiate/build-composite.ts';
import { compositeJson } from '../../core/negotiate/composite-json.ts';
import { compositeMarkdown } from '../../io/export/negotiate/composite-markdown.ts';
import { renderComposite } from '../render/negotiate/composite.ts';
import { giveAnswer } from './give-answer.ts';
import { namesOf, type NegotiationOptions } from './matrix.ts';

/** `clausewatch composite RESOLUTION MEETING`, or with files. */
export function composite(
  resolution: string | undefined,
  meeting: string | undefined,
  options: NegotiationOptions,
): Promise<number> {
  return giveAnswer(
    options,
    async (context) => {
      const { negotiation, messages } = await openNegotiation(namesOf(resolution, meeting, options), context);
      const built = buildComposite(negotiation);
      return {
        json: () => compositeJson(built),
        markdown: (language) => compositeMarkdown(built, language),
        text: (say, _, style) => renderComposite(built, say, style),
        documents: {
          html: async (language) =>
            (await import('../../io/export/negotiate/composite-html.ts')).compositeHtml(built, language),
          docx: async (language) =>
            (await import('../../io/export/negotiate/composite-docx.ts')).compositeDocx(built, language),
        },
        messages,
      };
    },
    ['html', 'docx'],
  );
}
