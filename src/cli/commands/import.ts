import { createInterface } from 'node:readline/promises';
import { relative } from 'node:path';
import { fileItem } from '../../app/import/file-items.ts';
import { listFiles } from '../../app/import/list-files.ts';
import { planImport, type ImportItem } from '../../app/import/plan-import.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import { ImportError } from '../../io/import/import-error.ts';
import { UserError } from '../../io/user-error.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf, json, talk } from '../output.ts';
import { progressBar } from '../progress.ts';

export interface ImportOptions extends CommonOptions {
  readonly yes?: boolean;
  readonly replace?: boolean;
  readonly reference?: string;
}

type Outcome = 'filed' | 'there already' | 'not filed' | 'in conflict';

interface Done {
  readonly item: ImportItem;
  readonly outcome: Outcome;
  readonly notes: number;
}

interface Failed {
  readonly file: string;
  readonly message: string;
}

const nameOf = (item: ImportItem): string =>
  item.kind === 'reference' ? item.id : `${item.id}:${item.language}`;

const itemJson = ({ item, outcome, notes }: Done) => ({
  file: item.file,
  id: item.id,
  language: item.language,
  kind: item.kind,
  action: item.action,
  symbol: item.symbol,
  base: item.base,
  path: item.path,
  outcome,
  new: outcome === 'filed',
  notes,
  lookAt: item.lookAt,
  differences: item.differences.map(({ kind, base, revised }) => ({
    kind,
    base: base.map(({ path }) => path),
    revised: revised.map(({ path }) => path),
  })),
});

const ask = async (count: number): Promise<boolean> => {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  const line = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await line.question(`File ${count === 1 ? 'it' : `these ${count}`}? [y/N] `);
    return /^[yYoO]/.test(answer.trim());
  } finally {
    line.close();
  }
};

const describe = (item: ImportItem): string => {
  const told = [
    item.kind,
    item.symbol,
    item.action,
    item.base === undefined ? undefined : `against ${item.base}`,
  ];
  return `${nameOf(item)}  ${told
    .filter((one) => one !== undefined)
    .map(sanitiseLine)
    .join(' · ')}`;
};

/** Reads and plans everything first: nothing is written before all that can be known is known. */
const planAll = async (files: readonly string[], options: ImportOptions) => {
  const context = contextOf(options);
  const items: ImportItem[] = [];
  const failed: Failed[] = [];
  const bar = progressBar(files.length);
  for (const file of files) {
    bar.step(file);
    try {
      const named = options.reference === undefined ? {} : { referenceName: options.reference };
      items.push(...(await planImport(file, context, named)));
    } catch (error) {
      if (!(error instanceof UserError || error instanceof ImportError)) throw error;
      if (files.length === 1) throw error;
      failed.push({ file, message: `${error.message}${error.hint === undefined ? '' : ` (${error.hint})`}` });
    }
  }
  bar.done();
  return { context, items, failed };
};

/**
 * `clausewatch import FILE|FOLDER...`: a plain text of a resolution is filed at once; proposals and whatever
 * a person should confirm are shown with their places, and filed with `--yes` (or after a question).
 */
export async function importFiles(names: readonly string[], options: ImportOptions): Promise<number> {
  const isJson = formatOf(options, ['text', 'json']) === 'json';
  const files = listFiles(names);
  if (files.length === 0)
    throw new UserError(`no document in ${names.join(', ')}`, {
      hint: 'Word, PDF, HTML, Markdown and text files are read',
    });
  const { context, items, failed } = await planAll(files, options);
  const unsure = items.filter(({ isSure, state }) => !isSure && state !== 'same');
  if (!isJson && unsure.length > 0 && options.yes !== true) {
    for (const item of unsure) talk(describe(item));
  }
  const isAllowed = options.yes === true || unsure.length === 0 || (!isJson && (await ask(unsure.length)));
  const now = new Date().toISOString();
  const filed = new Set<string>();
  const done = items.map((planned): Done => {
    // Two documents of one call may want the same place: the second meets the first as it would the day after.
    const item: ImportItem = filed.has(planned.path) ? { ...planned, state: 'conflict' } : planned;
    if (item.state === 'same') return { item, outcome: 'there already', notes: 0 };
    if (!item.isSure && !isAllowed) return { item, outcome: 'not filed', notes: 0 };
    if (item.state === 'conflict' && options.replace !== true && items.length > 1)
      return { item, outcome: 'in conflict', notes: 0 };
    const { notes } = fileItem(item, context, now, options.replace === true);
    filed.add(item.path);
    return { item, outcome: 'filed', notes };
  });
  if (isJson) emit(json({ schema: 'clausewatch/import@1', imported: done.map(itemJson), failed }), options);
  else tell(done, failed);
  return failed.length > 0 || done.some(({ outcome }) => outcome === 'in conflict') ? 2 : 0;
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  filed: '',
  'there already': ' (there already, unchanged)',
  'not filed': ' (not filed; --yes files it)',
  'in conflict': ' (another text is there; --replace files over it)',
};

const tell = (done: readonly Done[], failed: readonly Failed[]): void => {
  for (const { item, outcome, notes } of done) {
    const told = notes === 0 ? '' : `, ${notes} ${notes === 1 ? 'comment' : 'comments'} kept as notes`;
    emit(`${nameOf(item)}  ${sanitiseLine(relative('.', item.path))}${OUTCOMES[outcome]}${told}\n`, {});
    for (const line of item.lookAt) talk(`  look at: ${sanitiseLine(line)}`);
    for (const change of item.differences) {
      const paths = (change.base.length > 0 ? change.base : change.revised)
        .map(({ path }) => path)
        .join(', ');
      talk(`  differs from ${item.base ?? 'the base'}: ${sanitiseLine(paths)} (${change.kind})`);
    }
  }
  for (const { file, message } of failed) talk(`${sanitiseLine(file)}: ${sanitiseLine(message)}`);
  if (done.length + failed.length > 1) {
    const count = (outcome: Outcome) => done.filter((one) => one.outcome === outcome).length;
    const eye = done.filter(
      ({ item, outcome }) => outcome !== 'there already' && item.lookAt.length > 0,
    ).length;
    talk(
      `${count('filed')} filed, ${count('there already')} there already, ${count('not filed')} not filed, ${count('in conflict')} in conflict, ${failed.length} not read; ${eye} to look at`,
    );
  }
};
