import iconv from 'iconv-lite';
import { ImportError } from '../import-error.ts';
import type { Message } from '../../../core/model/message.ts';
import { BOMS, decodeUnicode, type DecodedText, type DecodeOptions } from './decode-unicode.ts';
import { guessEncoding } from './guess-encoding.ts';

const ASK = 'Name its encoding (for example --encoding windows-1252), or save it as UTF-8.';

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

/**
 * The text of a file, exactly: by its byte order mark, else by its NUL bytes (UTF-16), else strictly as UTF-8,
 * else as it says of itself, else by a guess that is told in `warnings`. Throws ImportError for binary files
 * and where no guess holds: a text is never taken over mangled without a word.
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): DecodedText {
  const unicode = decodeUnicode(bytes, options);
  if (unicode !== null) return unicode;
  const marked = BOMS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked !== undefined) {
    const [encoding, mark] = marked;
    return decodeAs(encoding.startsWith('utf-32') ? bytes : bytes.subarray(mark.length), encoding);
  }
  if (options.encoding !== undefined) {
    const { encoding } = options;
    if (!iconv.encodingExists(encoding)) {
      throw new ImportError('encoding', `There is no encoding "${String(encoding).slice(0, 40)}".`, ASK);
    }
    return decodeAs(bytes, encoding);
  }
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
