import { openText } from '../../app/open-text.ts';
import { textJson } from '../../core/report/json.ts';
import { reportWords } from '../../core/report/strings.ts';
import { writeMarkdown } from '../../core/parse/write-markdown.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf, json, styleFor } from '../output.ts';
import { renderText } from '../render/text.ts';
import { tellMessages } from '../tell-messages.ts';

/** `clausewatch show TEXT` */
export async function show(name: string, options: CommonOptions): Promise<number> {
  const context = contextOf(options);
  const format = formatOf(options, ['text', 'json', 'markdown']);
  const text = await openText(name, context);
  if (format === 'json') emit(json(textJson(text)), options);
  else if (format === 'markdown') emit(writeMarkdown(text.resolution), options);
  else emit(renderText(text, reportWords(context.uiLanguage), styleFor(options)), options);
  if (format !== 'json') tellMessages(name, text.resolution.messages);
  return 0;
}
