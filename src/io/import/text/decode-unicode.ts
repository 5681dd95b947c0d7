import { ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';
import type { Message } from '../../../core/model/message.ts';
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

/** What a file may start with to say how it is encoded. */
export const BOMS = [
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
 * The text of a file in UTF-8 or UTF-16: by its byte order mark, else by its NUL bytes, else strictly as UTF-8.
 * Null where it is neither, or where the user named an encoding; throws ImportError for binary and huge files.
 */
export function decodeUnicode(bytes: Uint8Array, options: DecodeOptions = {}): DecodedText | null {
  if (bytes.length > LIMITS.textBytes) {
    const size = `The text has ${Math.ceil(bytes.length / 1048576)} MB; ${LIMITS.textBytes / 1048576} MB is the most.`;
    throw new ImportError('too-large', size, 'Cut it into several files.');
  }
  const marked = BOMS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked !== undefined) {
    const [encoding] = marked;
    const text = encoding.startsWith('utf-32') ? null : strict(bytes, encoding);
    return text === null ? null : { text, encoding, warnings: lookOver(text) };
  }
  if (options.encoding !== undefined) return null;
  const wide = guessUtf16(bytes);
  if (wide !== null) return { ...wide, warnings: lookOver(wide.text) };
  refuseBinary(bytes);
  const text = strict(bytes, 'utf-8');
  return text === null ? null : { text, encoding: 'utf-8', warnings: lookOver(text) };
}
