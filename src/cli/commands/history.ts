import { openHistory } from '../../app/negotiate/open-history.ts';
import { historyJson } from '../../core/negotiate/history-json.ts';
import { historyMarkdown } from '../../io/export/negotiate/history-markdown.ts';
import type { CommonOptions } from '../options.ts';
import { renderHistory } from '../render/negotiate/history.ts';
import { giveAnswer } from './give-answer.ts';

/** `clausewatch history RESOLUTION` */
export function history(resolution: string, options: CommonOptions): Promise<number> {
  return giveAnswer(
    options,
    async (context) => {
      const { history: built, messages } = await openHistory(resolution, context);
      return {
        json: () => historyJson(built),
        markdown: (language) => historyMarkdown(built, resolution, language),
        text: (say, language, style) => renderHistory(built, resolution, say, language, style),
        documents: {
          html: async (language) =>
            (await import('../../io/export/negotiate/history-html.ts')).historyHtml(
              built,
              resolution,
              language,
            ),
          xlsx: async (language) =>
            (await import('../../io/export/negotiate/history-sheets.ts')).historyWorkbook(built, language),
        },
        messages,
      };
    },
    ['html', 'xlsx'],
  );
}
