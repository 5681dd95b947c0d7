import { existsSync, readFileSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { LANGUAGES } from '../../core/model/language.ts';
import { fold } from '../../core/text/fold.ts';
import { readYaml } from '../../io/library/front-matter.ts';
import type { LibraryResolution } from '../../io/library/library.ts';
import { slug } from '../import/place-text.ts';
import type { Problem, ReadText } from './filed-text.ts';

type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const lineWith = (source: string, word: string): number => {
  const at = source.split('\n').findIndex((line) => line.includes(word));
  return at === -1 ? 1 : at + 1;
};

/** The folder of a resolution, from the files of its texts. */
export function folderOf(resolution: LibraryResolution): string | null {
  for (const text of resolution.texts)
    for (const path of text.files.values())
      return text.meeting === null ? dirname(path) : dirname(dirname(path));
  return null;
}

/** `resolution.yaml` against the files beside it: body, number, titles of the newest revision, revisions. */
export function checkFacts(resolution: LibraryResolution, texts: readonly ReadText[]): Problem[] {
  const folder = folderOf(resolution);
  const path = folder === null ? '' : join(folder, 'resolution.yaml');
  if (folder === null || !existsSync(path)) return [];
  const source = readFileSync(path, 'utf8');
  const data = readYaml(source, path);
  const problems: Problem[] = [];
  const add = (code: string, word: string, message: string) =>
    problems.push({ path, line: lineWith(source, word), code, message });
  if (!isData(data))
    return [{ path, line: 1, code: 'facts-shape', message: 'holds no facts: body, number, titles' }];

  const own = texts.filter(({ filing }) => filing?.resolution.id === resolution.id);
  const number = typeof data.number === 'number' ? String(data.number) : data.number;
  const bodies = new Set(own.flatMap(({ resolution: { body } }) => (body === null ? [] : [body])));
  const numbers = new Set(
    own.flatMap((text) => (text.resolution.number === null ? [] : [text.resolution.number])),
  );
  if (typeof data.body === 'string' && bodies.size > 0 && !bodies.has(data.body as never))
    add('facts-body', 'body:', `the body is ${data.body}, but the texts are by ${[...bodies].join(', ')}`);
  if (typeof number === 'string' && numbers.size > 0 && !numbers.has(number))
    add('facts-number', 'number:', `the number is ${number}, but the texts say ${[...numbers].join(', ')}`);

  const adopted = resolution.texts.filter(({ kind, meeting }) => kind === 'adopted' && meeting === null);
  const newest = adopted[adopted.length - 1];
  const titles = isData(data.titles) ? data.titles : {};
  for (const language of LANGUAGES) {
    const title = titles[language];
    const text = own.find((one) => one.filing?.text === newest && one.language === language);
    if (typeof title !== 'string' || text === undefined || text.resolution.title === '') continue;
    if (fold(title).trim() !== fold(text.resolution.title).trim())
      add(
        'facts-title',
        `${language}:`,
        `the title in "${language}" is not that of ${newest?.id ?? ''}: "${text.resolution.title}"`,
      );
  }

  const revisions = Array.isArray(data.revisions) ? (data.revisions as unknown[]).filter(isData) : [];
  const listed = new Map(revisions.map((revision) => [String(revision.id), revision]));
  for (const text of adopted) {
    const name = text.id.slice(text.id.indexOf('@') + 1);
    const revision = listed.get(name);
    if (revision === undefined) {
      if (revisions.length > 0)
        add('facts-revision', 'revisions:', `${name} is filed but not among the revisions`);
      continue;
    }
    for (const one of own.filter(({ filing }) => filing?.text === text)) {
      const said = one.resolution.revision;
      const place = isData(revision.place) ? revision.place[one.language ?? 'en'] : revision.place;
      const isYear = said === null || revision.year === undefined || revision.year === said.year;
      const isPlace = said === null || typeof place !== 'string' || slug(place) === slug(said.place);
      if (isYear && isPlace) continue;
      const where = typeof place === 'string' ? `${place}, ` : '';
      add(
        'facts-place',
        name,
        `${name} is ${where}${String(revision.year)} here, but ${said.place}, ${said.year} in its ${one.language ?? ''} text`,
      );
    }
  }
  return problems;
}
