import { relative } from 'node:path';
import { validateLibrary } from '../../app/validate-library.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
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
    for (const path of fixed) talk(`${sanitiseLine(shown(path))}: written anew in canonical form`);
    talk(
      `${files} files, ${problems.length} problems${fixed.length === 0 ? '' : `, ${fixed.length} mended`}`,
    );
  }
  return problems.length === 0 ? 0 : PROBLEMS;
}
