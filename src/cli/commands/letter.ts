import { letterDocx } from '../../app/export-letter.ts';
import { readTemplate, writeLetter } from '../../app/letter.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf } from '../output.ts';

export interface LetterOptions extends CommonOptions {
  readonly country?: string;
  readonly to?: string;
  readonly from?: string;
  readonly template?: string;
}

/** `clausewatch letter MEETING`, or `letter BASE REVISED` */
export async function letter(
  meetingOrBase: string,
  revised: string | undefined,
  options: LetterOptions,
): Promise<number> {
  const context = contextOf(options);
  const format = formatOf(options, ['markdown', 'docx']);
  const { country, to, from, template } = options;
  const facts = {
    ...(country === undefined ? {} : { country }),
    ...(to === undefined ? {} : { to }),
    ...(from === undefined ? {} : { from }),
    ...(template === undefined ? {} : { template: readTemplate(template) }),
    today: new Date().toISOString().slice(0, 10),
  };
  const markdown = await writeLetter(meetingOrBase, revised, facts, context);
  emit(format === 'docx' ? letterDocx(markdown, context.uiLanguage) : markdown, options);
  return 0;
}
