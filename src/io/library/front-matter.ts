import { parseDocument } from 'yaml';
import { UserError } from '../user-error.ts';

/** A text file taken apart: the front matter's keys, and the Markdown with the lines before it blanked out. */
export interface FrontMatter {
  readonly keys: Readonly<Record<string, unknown>>;
  /** The front matter as written, fences included; empty when there is none. */
  readonly raw: string;
  readonly body: string;
}

const FENCED = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;
const LARGEST = 64 * 1024;
const DEEPEST = 32;

const isTooDeep = (source: string): boolean => {
  let depth = 0;
  for (const char of source) {
    if (char === '[' || char === '{') depth++;
    else if (char === ']' || char === '}') depth--;
    if (depth > DEEPEST) return true;
  }
  return source.split('\n').some((line) => (/^[ ]*/.exec(line)?.[0].length ?? 0) > DEEPEST * 8);
};

/** Plain data of a YAML source of limited size and depth. Throws a UserError that names `where` and the line. */
export function readYaml(source: string, where: string, limit: number = LARGEST): unknown {
  if (source.length > limit || isTooDeep(source)) {
    throw new UserError(`${where}: the YAML is too large or too deeply nested`);
  }
  const document = parseDocument(source, { prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line;
    const what = error.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? 'not valid YAML';
    throw new UserError(`${where}${line === undefined ? '' : `:${line}`}: ${what}`, {
      hint: 'mend the YAML',
    });
  }
  try {
    return document.toJS({ maxAliasCount: 50 }) as unknown;
  } catch (cause) {
    throw new UserError(`${where}: too many aliases in the YAML`, { cause });
  }
}

/** A key with one plain word or several: what nearly every front matter is made of. */
const PLAIN_LINE = /^([A-Za-z][\w-]*): ([A-Za-z0-9][\w./@()-]*(?: [\w./@()-]+)*)$/;
/** Plain words that YAML takes for something else than text. */
const TYPED = /^(?:true|false|null|0o[0-7]+|0x[\da-f]+|(?:\d+(?:\.\d*)?)(?:e[-+]?\d+)?)$/i;

/**
 * Front matter of plain lines alone, read as YAML reads it; null for any other. A library has hundreds of them,
 * and each program start reads them all.
 */
export function readPlainKeys(source: string): Readonly<Record<string, string>> | null {
  const keys = new Map<string, string>();
  for (const line of source.trimEnd().split(/\r?\n/)) {
    const [, key, value] = PLAIN_LINE.exec(line) ?? [];
    if (key === undefined || value === undefined || TYPED.test(value) || keys.has(key)) return null;
    keys.set(key, value);
  }
  return Object.fromEntries(keys);
}

/** Parts a text file into front matter and Markdown. Unknown keys are kept; YAML that is broken is a UserError. */
export function partFrontMatter(source: string, where: string): FrontMatter {
  const found = FENCED.exec(source);
  if (found === null) return { keys: {}, raw: '', body: source };
  const inside = found[1] ?? '';
  const data = readPlainKeys(inside) ?? readYaml(inside, where);
  const keys =
    typeof data === 'object' && data !== null && !Array.isArray(data)
      ? (data as Record<string, unknown>)
      : {};
  return { keys, raw: found[0], body: source.slice(found[0].length) };
}

/** A front matter value as text, or undefined. */
export function textKey(keys: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = Object.hasOwn(keys, name) ? keys[name] : undefined;
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}
