import { compareTexts } from '../../app/compare-texts.ts';
import { SEVERITIES, type Severity } from '../../core/model/flag.ts';
import { hasFlagAtLeast } from '../../core/report/counts.ts';
import { checkJson, diffJson } from '../../core/report/json.ts';
import { reportWords } from '../../core/report/strings.ts';
import { UserError } from '../../io/user-error.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf, json, styleFor } from '../output.ts';
import { renderCheck, renderDiff } from '../render/changes.ts';
import { tellMessages } from '../tell-messages.ts';
import { VERSION } from '../version.ts';

/** `clausewatch diff BASE REVISED` */
export async function diff(
  base: string,
  revised: string | undefined,
  options: CommonOptions,
): Promise<number> {
  const context = contextOf(options);
  const format = formatOf(options, ['text', 'json']);
  const report = await compareTexts(base, revised, context);
  if (format === 'json') emit(json(diffJson(report)), options);
  else {
    emit(renderDiff(report, reportWords(context.uiLanguage), styleFor(options)), options);
    tellMessages(revised ?? base, report.messages);
  }
  return 0;
}

const levelOf = (name: string | undefined): Severity | null => {
  if (name === undefined) return null;
  const level = SEVERITIES.find((one) => one === name);
  if (level === undefined)
    throw new UserError(`no severity "${name}"`, { hint: `there is ${SEVERITIES.join(', ')}` });
  return level;
};

/** `clausewatch check BASE REVISED`; 1 when a red flag reaches `--fail-on`. */
export async function check(
  base: string,
  revised: string | undefined,
  options: CommonOptions & { readonly failOn?: string },
): Promise<number> {
  const context = contextOf(options);
  const format = formatOf(options, ['text', 'json', 'markdown', 'sarif']);
  const level = levelOf(options.failOn);
  const report = await compareTexts(base, revised, context);
  if (format === 'json') emit(json(checkJson(report, context.uiLanguage)), options);
  else if (format === 'markdown') {
    const { notesMarkdown } = await import('../../io/export/notes-markdown.ts');
    emit(notesMarkdown(report, context.uiLanguage), options);
  } else if (format === 'sarif') {
    const { exportSarif } = await import('../../app/export-review.ts');
    emit(exportSarif(report, context, VERSION), options);
  } else {
    emit(
      renderCheck(report, reportWords(context.uiLanguage), context.uiLanguage, styleFor(options)),
      options,
    );
    tellMessages(revised ?? base, report.messages);
  }
  return level !== null && hasFlagAtLeast(report.flags, level) ? 1 : 0;
}
