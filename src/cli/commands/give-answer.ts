import type { Context } from '../../app/context.ts';
import type { UiLanguage } from '../../core/model/language.ts';
import { negotiationWords } from '../../core/negotiate/strings.ts';
import type { Say } from '../../core/text/speak.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf, json, styleFor, talk } from '../output.ts';
import type { Style } from '../render/style.ts';

/** What some commands can be asked for besides text, JSON and Markdown. */
export type DocumentFormat = 'html' | 'docx' | 'xlsx';

type WriteDocument = (language: UiLanguage) => Promise<string | Uint8Array>;

/** What a command found, in each form it can be asked for; only the form asked for is made. */
export interface Answer {
  readonly json: () => object;
  readonly markdown: (language: UiLanguage, say: Say) => string;
  readonly text: (say: Say, language: UiLanguage, style: Style) => string;
  /** The documents the command said it can write; what writes one is loaded for it alone. */
  readonly documents?: Readonly<Partial<Record<DocumentFormat, WriteDocument>>>;
  /** What the user should know of the texts: `warnings` in JSON, else on standard error. */
  readonly messages: readonly string[];
}

/** Finds the answer and puts it out in the form asked for. The format is looked at first: a wrong one costs no work. */
export async function giveAnswer(
  options: CommonOptions,
  find: (context: Context) => Promise<Answer>,
  documents: readonly DocumentFormat[] = [],
): Promise<number> {
  const context = contextOf(options);
  const format = formatOf(options, ['text', 'json', 'markdown', ...documents]);
  const answer = await find(context);
  const language = context.uiLanguage;
  const say = negotiationWords(language);
  if (format === 'json') {
    emit(json({ ...answer.json(), warnings: answer.messages }), options);
    return 0;
  }
  if (format === 'text') emit(answer.text(say, language, styleFor(options)), options);
  else if (format === 'markdown') emit(answer.markdown(language, say), options);
  else {
    const write = answer.documents?.[format];
    if (write === undefined) throw new Error(`${format} was promised and cannot be written`);
    emit(await write(language), options);
  }
  answer.messages.forEach(talk);
  return 0;
}
