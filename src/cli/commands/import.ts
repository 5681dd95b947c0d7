import { relative } from 'node:path';
import { importFile } from '../../app/import-file.ts';
import { textJson } from '../../core/report/json.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf, json } from '../output.ts';
import { tellMessages } from '../tell-messages.ts';

/** `clausewatch import FILE...`: each file becomes a text of the library; its id is printed. */
export async function importFiles(files: readonly string[], options: CommonOptions): Promise<number> {
  const context = contextOf(options);
  const isJson = formatOf(options, ['text', 'json']) === 'json';
  const done: object[] = [];
  for (const file of files) {
    const { id, path, isNew, text } = await importFile(file, context);
    if (isJson) done.push({ id, path, new: isNew, text: textJson(text) });
    else {
      const where = sanitiseLine(relative('.', path));
      emit(
        `${id}:${text.resolution.language}  ${isNew ? where : `${where} (there already, unchanged)`}\n`,
        {},
      );
      tellMessages(file, text.resolution.messages);
    }
  }
  if (isJson) emit(json({ schema: 'clausewatch/import@1', imported: done }), options);
  return 0;
}
