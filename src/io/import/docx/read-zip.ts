import { inflateSync } from 'fflate';
import { ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** The files of an archive by name. `read` unpacks one, or gives null where there is none of that name. */
export interface Archive {
  readonly names: readonly string[];
  readonly read: (name: string) => Uint8Array | null;
}

const HINT = 'Open it in Word, save it again as .docx, and import that file.';

const damaged = (what: string): ImportError =>
  new ImportError('damaged', `The Word file is damaged: ${what}.`, HINT);

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

const crc32 = (bytes: Uint8Array): number => {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRC_TABLE[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
};

/** Where the directory of the archive starts, and how many entries it has. */
const findDirectory = (view: DataView): { start: number; count: number } => {
  const lowest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (count === 0xffff || start === 0xffffffff) {
      throw new ImportError('wrong-type', 'The archive is in zip64 form, which no Word file needs.', HINT);
    }
    return { start, count };
  }
  throw damaged('it breaks off before its end (no zip directory)');
};

const readDirectory = (bytes: Uint8Array, view: DataView): ReadonlyMap<string, Entry> => {
  const { start, count } = findDirectory(view);
  if (count > LIMITS.zipEntries) {
    const what = `The archive holds ${count} files; a Word file has a few dozen.`;
    throw new ImportError('bomb', what, HINT);
  }
  const entries = new Map<string, Entry>();
  const names = new TextDecoder();
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw damaged('its zip directory is broken');
    if (view.getUint16(at + 8, true) & 1) {
      throw new ImportError(
        'encrypted',
        'The file is protected by a password.',
        'Remove the password and save it again.',
      );
    }
    const length = view.getUint16(at + 28, true);
    // Names never become paths of the file system; they are only keys here.
    const name = names
      .decode(bytes.subarray(at + 46, at + 46 + length))
      .replace(/\\/g, '/')
      .replace(/^\//, '');
    if (entries.has(name)) throw damaged(`it holds "${name.slice(0, 80)}" twice`);
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
};

const unpack = (bytes: Uint8Array, view: DataView, name: string, entry: Entry): Uint8Array => {
  const { offset, packed, size } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50)
    throw damaged(`${name} is missing`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length < packed) throw damaged(`${name} is cut off`);
  if (entry.method !== 0 && entry.method !== 8) throw damaged(`${name} is packed in an unknown way`);
  let content = data;
  if (entry.method === 8) {
    try {
      content = inflateSync(data, { out: new Uint8Array(size) });
    } catch (error) {
      throw new ImportError('damaged', `The Word file is damaged: ${name} cannot be unpacked.`, HINT, error);
    }
  }
  // One flipped bit inside a packed part may still unpack, to other words: never to be taken for the text.
  if (content.length !== size || crc32(content) !== entry.crc)
    throw damaged(`${name} does not match its checksum`);
  return content;
};

/**
 * The directory of a zip archive; parts are unpacked one by one, when asked for, within {@link LIMITS}
 * and against their checksum. Throws ImportError.
 */
export function readZip(bytes: Uint8Array): Archive {
  if (bytes.length > LIMITS.docxFileBytes) {
    throw new ImportError(
      'too-large',
      `The file has ${Math.round(bytes.length / 1048576)} MB; 100 MB is the most.`,
      HINT,
    );
  }
  if (bytes.length < 22) throw damaged('it is cut off after a few bytes');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  let total = 0;
  const read = (name: string): Uint8Array | null => {
    const entry = entries.get(name);
    if (entry === undefined) return null;
    const { size, packed } = entry;
    total += size;
    const isBomb = size > LIMITS.zipRatioFrom && size > packed * LIMITS.zipRatio;
    if (isBomb || size > LIMITS.zipPartBytes || total > LIMITS.zipTotalBytes) {
      const what = `${name} unpacks from ${packed} to ${size} bytes, more than any document needs.`;
      throw new ImportError('bomb', what, 'Do not trust this file; ask the sender for a clean copy.');
    }
    return unpack(bytes, view, name, entry);
  };
  return { names: [...entries.keys()], read };
}
