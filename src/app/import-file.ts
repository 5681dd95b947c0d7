import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { ComparedText } from '../core/model/report.ts';
import type { Body, Resolution } from '../core/model/resolution.ts';
import { buildResolution, isResolution } from '../core/parse/build-resolution.ts';
import { parseMarkdown } from '../core/parse/parse-markdown.ts';
import { writeMarkdown } from '../core/parse/write-markdown.ts';
import { readBytes } from '../io/files/read-bytes.ts';
import { writeWhole } from '../io/files/write-file.ts';
import { linesOf, readSource } from '../io/import/read-source.ts';
import { partFrontMatter } from '../io/library/front-matter.ts';
import { writeTextId } from '../io/library/text-id.ts';
import { UserError } from '../io/user-error.ts';
import type { Context } from './context.ts';

/** What an import did. */
export interface Imported {
  readonly id: string;
  readonly path: string;
  /** False when the same file had been imported before: nothing was written. */
  readonly isNew: boolean;
  readonly text: ComparedText;
}

const BODY_NAMES: Readonly<Record<Body, string>> = {
  WTSA: 'wtsa',
  PP: 'pp',
  WTDC: 'wtdc',
  WTPF: 'wtpf',
  Council: 'council',
  UNGA: 'unga',
  ITR: 'itr',
};

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);

/** Where a text belongs: `wtpf-5` and `2013-geneve`, `-draft` added while it is not adopted. */
const placeOf = (resolution: Resolution, file: string): { resolution: string; text: string } => {
  const body = resolution.body === null ? 'text' : BODY_NAMES[resolution.body];
  const number = slug(resolution.number ?? '') || slug(basename(file).replace(/\..*$/, '')) || 'unnamed';
  const { revision } = resolution;
  const when = revision === null ? 'undated' : `${revision.year}-${slug(revision.place) || 'unnamed'}`;
  return { resolution: `${body}-${number}`, text: resolution.isDraft ? `${when}-draft` : when };
};

/**
 * Files a document in the library as Markdown with front matter. Importing the same file again changes
 * nothing; a different text is never overwritten.
 */
export async function importFile(file: string, context: Context): Promise<Imported> {
  const bytes = await readBytes(file);
  const source = await readSource(bytes, file);
  const options = context.language === undefined ? {} : { language: context.language };
  const resolution =
    source.format === 'markdown'
      ? parseMarkdown(partFrontMatter(source.text, file).body, options)
      : buildResolution(linesOf(source, 'accept'), options);
  if (!isResolution(resolution)) {
    throw new UserError(`${file} holds no resolution: no number line and no known heading`, {
      hint: 'check the file, or say its language with --lang',
    });
  }
  const place = placeOf(resolution, file);
  const id = writeTextId(place.resolution, place.text);
  const path = join(context.library.root, place.resolution, `${place.text}.${resolution.language}.md`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const kind = resolution.isDraft ? 'draft' : 'adopted';
  const frontMatter = [
    '---',
    `kind: ${kind}`,
    `source: ${JSON.stringify(basename(file))}`,
    `sha256: ${sha256}`,
    '---',
    '',
  ];
  const markdown = `${frontMatter.join('\n')}\n${writeMarkdown(resolution)}`;
  const text: ComparedText = { facts: { name: id, kind, isModel: false }, resolution };
  if (existsSync(path)) {
    if (readFileSync(path, 'utf8').includes(`sha256: ${sha256}`)) return { id, path, isNew: false, text };
    throw new UserError(`${relative('.', path)} is there already and holds another text`, {
      hint: 'move it away, or import into another library with --library',
    });
  }
  writeWhole(path, markdown);
  return { id, path, isNew: true, text };
}
