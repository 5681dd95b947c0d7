import { relative } from 'node:path';
import { validateLibrary } from '../../app/validate-library.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import { consoleWords } from '../console-words.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf, json, talk } from '../output.ts';

const PROBLEMS = 1;

const shown = (path: string): string => {
  const near = relative('.', path);
  return near.startsWith('..') ? path : near;
};

/** `clausewatch validate [NAME...]`; 1 when something is to be mended. */
export function validate(
  names: readonly string[],
  options: CommonOptions & { readonly fix?: boolean },
): number {
  const context = contextOf(options);
  const isJson = formatOf(options, ['text', 'json']) === 'json';
  const { files, problems, fixed } = validateLibrary(names, context, { fix: options.fix === true });
  if (isJson) {
    const told = problems.map(({ path, line, code, message }) => ({
      file: shown(path),
      line,
      code,
      message,
    }));
    emit(json({ schema: 'clausewatch/validate@1', files, problems: told, fixed: fixed.map(shown) }), options);
  } else {
    const lines = problems.map(
      ({ path, line, code, message }) =>
        `${sanitiseLine(shown(path))}:${line}: ${sanitiseLine(message)} (${code})\n`,
    );
    emit(lines.join(''), options);
    const say = consoleWords(context.uiLanguage);
    for (const path of fixed) talk(say('validate.written', { file: sanitiseLine(shown(path)) }));
    const summary = say('validate.summary', { files, problems: problems.length });
    talk(fixed.length === 0 ? summary : `${summary}, ${say('validate.mended', { count: fixed.length })}`);
  }
  return problems.length === 0 ? 0 : PROBLEMS;
}
