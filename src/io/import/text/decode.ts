import iconv from 'iconv-lite';
import { ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';
import type { Message } from '../../../core/model/message.ts';
import { guessEncoding } from './guess-encoding.ts';
import { guessUtf16 } from './guess-utf16.ts';

export interface DecodeOptions {
  /** What the user says the encoding is: beats everything but a byte order mark. */
  readonly encoding?: string;
  /** What the document says of itself (`<meta charset>`): asked when it is not UTF-8. */
  readonly declared?: string | null;
}

export interface DecodedText {
  readonly text: string;
  /** IANA name in lower case: `utf-8`, `utf-16le`, `windows-1252`. */
  readonly encoding: string;
  readonly warnings: readonly Message[];
}

const ASK = 'Name its encoding (for example --encoding windows-1252), or save it as UTF-8.';

const BOMS = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const;

const strict = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const warning = (code: string, message: string): Message => ({ code, message });

const decodeAs = (bytes: Uint8Array, name: string, warnings: readonly Message[] = []): DecodedText => {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), name);
  const lost = (text.match(/\uFFFD/g) ?? []).length;
  if (lost === 0) return { text, encoding: name.toLowerCase(), warnings };
  const message = `${lost} characters cannot be read as ${name} and are shown as U+FFFD. ${ASK}`;
  return { text, encoding: name.toLowerCase(), warnings: [...warnings, warning('encoding-lost', message)] };
};

/** A text that is nearly all UTF-8 with a few broken bytes: any other encoding would spoil the good ones. */
const mostlyUtf8 = (bytes: Uint8Array): string | null => {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = (text.match(/\uFFFD/g) ?? []).length;
  const good = (text.match(/[^\0-\x7f\uFFFD]/gu) ?? []).length;
  return broken > 0 && good >= 10 * broken ? text : null;
};

const lookOver = (text: string): readonly Message[] => {
  const lost = (text.match(/\uFFFD/g) ?? []).length;
  const doubled = (text.match(/Ã[\u0080-\u00BF]|â€[\u0099\u009C\u009D™œ“”]|Ð[\u00B0-\u00BF]/g) ?? []).length;
  const warnings: Message[] = [];
  if (lost > 0) {
    warnings.push(
      warning('encoding-lost', `${lost} characters were lost before this file was made (U+FFFD).`),
    );
  }
  if (doubled > 2) {
    const message = `The text looks decoded wrongly before it was saved ("Ã©" for "é", ${doubled} times).`;
    warnings.push(warning('encoding-doubled', message));
  }
  return warnings;
};

const refuseBinary = (bytes: Uint8Array): void => {
  let controls = 0;
  const sample = bytes.subarray(0, 65_536);
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) controls++;
  if (bytes.includes(0) || controls > sample.length / 100 + 2) {
    const hint = 'Import Word, PDF, HTML, Markdown or plain text files.';
    throw new ImportError('binary', 'This is a binary file, not a text.', hint);
  }
};

/**
 * The text of a file, exactly: by its byte order mark, else by its NUL bytes (UTF-16), else strictly as UTF-8,
 * else as it says of itself, else by a guess that is told in `warnings`. Throws ImportError for binary files
 * and where no guess holds: a text is never taken over mangled without a word.
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): DecodedText {
  if (bytes.length > LIMITS.textBytes) {
    const size = `The text has ${Math.ceil(bytes.length / 1048576)} MB; ${LIMITS.textBytes / 1048576} MB is the most.`;
    throw new ImportError('too-large', size, 'Cut it into several files.');
  }
  for (const [encoding, mark] of BOMS) {
    if (!mark.every((byte, at) => bytes[at] === byte)) continue;
    if (encoding.startsWith('utf-32')) return decodeAs(bytes, encoding);
    const text = strict(bytes, encoding);
    if (text !== null) return { text, encoding, warnings: lookOver(text) };
    return decodeAs(bytes.subarray(mark.length), encoding);
  }
  if (options.encoding !== undefined) {
    const { encoding } = options;
    if (!iconv.encodingExists(encoding)) {
      throw new ImportError('encoding', `There is no encoding "${String(encoding).slice(0, 40)}".`, ASK);
    }
    return decodeAs(bytes, options.encoding);
  }
  const wide = guessUtf16(bytes);
  if (wide !== null) return { ...wide, warnings: lookOver(wide.text) };
  refuseBinary(bytes);
  const utf8 = strict(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', warnings: lookOver(utf8) };
  const nearly = mostlyUtf8(bytes);
  if (nearly !== null) {
    const at = nearly.slice(0, nearly.indexOf('\uFFFD')).split('\n').length;
    const message = `The file is UTF-8 with broken bytes, shown as U+FFFD; the first is in line ${at}.`;
    return {
      text: nearly,
      encoding: 'utf-8',
      warnings: [{ ...warning('encoding-lost', message), line: at }],
    };
  }
  const declared = options.declared ?? null;
  const isUsable = declared !== null && iconv.encodingExists(declared) && !/^utf-?8$/i.test(declared);
  if (isUsable) return decodeAs(bytes, declared);
  const guess = guessEncoding(bytes);
  if (guess === null) throw new ImportError('encoding', 'The encoding of this text cannot be told.', ASK);
  const sure = guess.isClear ? '' : `; it may be ${guess.runnerUp}`;
  const message = `The text is read as ${guess.encoding}, guessed from its letters${sure}. Check the accents.`;
  return decodeAs(bytes, guess.encoding, [warning('encoding-guessed', message)]);
}
