import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Language } from '../core/model/language.ts';
import type { Message } from '../core/model/message.ts';
import type { ComparedText, TextFacts } from '../core/model/report.ts';
import type { Resolution } from '../core/model/resolution.ts';
import { buildResolution, isResolution } from '../core/parse/build-resolution.ts';
import { parseMarkdown } from '../core/parse/parse-markdown.ts';
import { readBytes, readStdin } from '../io/files/read-bytes.ts';
import { readGitName, showGitFile } from '../io/git/show-file.ts';
import { linesOf, readSource, type Source } from '../io/import/read-source.ts';
import { partFrontMatter, textKey } from '../io/library/front-matter.ts';
import { findText } from '../io/library/library.ts';
import { UserError } from '../io/user-error.ts';
import type { Context } from './context.ts';

type Keys = Readonly<Record<string, unknown>>;

/** The bytes a name stands for, and the language its file name gives. */
interface Fetched {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly language: Language | undefined;
}

const languageInName = (file: string): Language | undefined =>
  /\.(en|fr|es|ru|ar|zh)\.[a-z]+$/i.exec(basename(file))?.[1]?.toLowerCase() as Language | undefined;

/** Finds what a name stands for: `-`, a file, a library id, `REV:path` of the Git repository, in this order. */
const fetchText = async (
  name: string,
  context: Context,
  preferred: Language | undefined,
): Promise<Fetched> => {
  if (name === '-') return { bytes: await readStdin(), file: 'standard input', language: context.language };
  if (existsSync(name))
    return { bytes: await readBytes(name), file: name, language: context.language ?? languageInName(name) };
  const git = readGitName(name);
  if (git !== null && /[./\\]/.test(git.path)) {
    const language = context.language ?? languageInName(git.path);
    return { bytes: await showGitFile(git.revision, git.path), file: name, language };
  }
  if (/[\\/]/.test(name) && !name.includes('@'))
    throw new UserError(`no file ${name}`, { hint: 'check the path' });
  if (/\.(md|txt|docx|pdf|html?)$/i.test(name))
    throw new UserError(`no file ${name}`, { hint: 'check the path' });
  const { path, language } = findText(context.library, name, context.language ?? preferred);
  return { bytes: await readBytes(path), file: path, language };
};

const factsOf = (name: string, keys: Keys): TextFacts => {
  const kind = textKey(keys, 'kind');
  const [sponsor, symbol, action] = ['sponsor', 'symbol', 'action'].map((key) => textKey(keys, key));
  return {
    name,
    kind: kind === 'adopted' || kind === 'proposal' ? kind : 'draft',
    isModel: textKey(keys, 'status') === 'model',
    ...(sponsor === undefined ? {} : { sponsor }),
    ...(symbol === undefined ? {} : { symbol }),
    ...(action === undefined ? {} : { action }),
  };
};

/** Shifts the lines of a text that stood below front matter. */
const belowFrontMatter = (body: string, raw: string): string =>
  '\n'.repeat(raw.split('\n').length - 1) + body;

const parseSource = (
  source: Source,
  side: 'accept' | 'reject',
  file: string,
  language: Language | undefined,
) => {
  const options = language === undefined ? {} : { language };
  if (source.format !== 'markdown')
    return { keys: {}, resolution: buildResolution(linesOf(source, side), options) };
  const { keys, raw, body } = partFrontMatter(source.text, file);
  return { keys, resolution: parseMarkdown(belowFrontMatter(body, raw), options) };
};

const withWarnings = (resolution: Resolution, warnings: readonly string[]): Resolution => {
  const extra: Message[] = warnings.map((message) => ({ code: 'reader', message }));
  return extra.length === 0 ? resolution : { ...resolution, messages: [...extra, ...resolution.messages] };
};

const noResolution = (file: string): UserError =>
  new UserError(
    `${file} holds no resolution: no number line and no known heading ("considering", "resolves" …)`,
    {
      hint: 'check the file, or say its language with --lang',
    },
  );

export interface OpenOptions {
  /** Which side of tracked changes; the accepted one by default. */
  readonly side?: 'accept' | 'reject';
  /** Language to take from the library when the user named none: that of the text it is compared with. */
  readonly preferred?: Language;
}

/** Opens one text by the name the user gave. Throws a UserError when there is none, or it holds no resolution. */
export async function openText(
  name: string,
  context: Context,
  { side = 'accept', preferred }: OpenOptions = {},
): Promise<ComparedText> {
  const { bytes, file, language } = await fetchText(name, context, preferred);
  const source = await readSource(bytes, file);
  const { keys, resolution } = parseSource(source, side, file, language);
  if (!isResolution(resolution)) throw noResolution(file);
  return { facts: factsOf(name, keys), resolution: withWarnings(resolution, source.warnings) };
}
