import type { Context } from '../../app/context.ts';
import type { UiLanguage } from '../../core/model/language.ts';
import { negotiationWords } from '../../core/negotiate/strings.ts';
import type { Say } from '../../core/text/speak.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf, json, styleFor, talk } from '../output.ts';
import type { Style } from '../render/style.ts';

/** What a command found, in each form it can be asked for; only the form asked for is made. */
export interface Answer {
  readonly json: () => object;
  readonly markdown: (language: UiLanguage, say: Say) => string;
  readonly text: (say: Say, language: UiLanguage, style: Style) => string;
  /** What the user should know of the texts: `warnings` in JSON, else on standard error. */
  readonly messages: readonly string[];
}

/** Finds the answer and puts it out in the form asked for. The format is looked at first: a wrong one costs no work. */
export async function giveAnswer(
  options: CommonOptions,
  find: (context: Context) => Promise<Answer>,
): Promise<number> {
  const context = contextOf(options);
  const format = formatOf(options, ['text', 'json', 'markdown']);
  const answer = await find(context);
  const language = context.uiLanguage;
  const say = negotiationWords(language);
  if (format === 'json') {
    emit(json({ ...answer.json(), warnings: answer.messages }), options);
    return 0;
  }
  emit(
    format === 'markdown' ? answer.markdown(language, say) : answer.text(say, language, styleFor(options)),
    options,
  );
  answer.messages.forEach(talk);
  return 0;
}
