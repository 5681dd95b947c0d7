import { openHistory } from '../../app/negotiate/open-history.ts';
import { historyJson } from '../../core/negotiate/history-json.ts';
import { negotiationWords } from '../../core/negotiate/strings.ts';
import { historyMarkdown } from '../../io/export/negotiate/history-markdown.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf, json, styleFor, talk } from '../output.ts';
import { renderHistory } from '../render/negotiate/history.ts';

/** `clausewatch history RESOLUTION` */
export async function history(resolution: string, options: CommonOptions): Promise<number> {
  const context = contextOf(options);
  const format = formatOf(options, ['text', 'json', 'markdown']);
  const { history: built, messages } = await openHistory(resolution, context);
  const language = context.uiLanguage;
  if (format === 'json') emit(json({ ...historyJson(built), warnings: messages }), options);
  else if (format === 'markdown') emit(historyMarkdown(built, resolution, language), options);
  else
    emit(renderHistory(built, resolution, negotiationWords(language), language, styleFor(options)), options);
  if (format !== 'json') messages.forEach(talk);
  return 0;
}
