import { existsSync } from 'node:fs';
import { openText } from '../../app/open-text.ts';
import { openReference } from '../../app/reference-texts.ts';
import { writeReference } from '../../core/parse/write-reference.ts';
import { referenceJson } from '../../core/report/json.ts';
import { renderReference } from '../render/reference.ts';
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
  const reference = existsSync(name) ? null : openReference(name, context.library, context.language);
  if (reference !== null) {
    if (format === 'json') emit(json(referenceJson(name, reference)), options);
    else if (format === 'markdown') emit(writeReference(reference), options);
    else emit(renderReference(reference, styleFor(options)), options);
    return 0;
  }
  const text = await openText(name, context);
  if (format === 'json') emit(json(textJson(text)), options);
  else if (format === 'markdown') emit(writeMarkdown(text.resolution), options);
  else emit(renderText(text, reportWords(context.uiLanguage), styleFor(options)), options);
  if (format !== 'json') tellMessages(name, text.resolution.messages);
  return 0;
}
