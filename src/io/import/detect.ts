import { ImportError } from './import-error.ts';

export type ImportFormat = 'docx' | 'pdf' | 'html' | 'markdown' | 'text';

const SAVE_DOCX = 'Open it and save it as a Word document (.docx), then import that.';

interface Signature {
  readonly starts: string;
  readonly what: string;
  readonly hint: string;
}

/** First bytes of files that are often sent instead of a Word file. Bytes as Latin-1 characters. */
const FOREIGN: readonly Signature[] = [
  { starts: '{\\rtf', what: 'a Rich Text (RTF) file', hint: SAVE_DOCX },
  {
    starts: '\x89PNG',
    what: 'a picture (PNG)',
    hint: 'Ask for the text as a Word file; pictures are not read.',
  },
  {
    starts: '\xff\xd8\xff',
    what: 'a picture (JPEG)',
    hint: 'Ask for the text as a Word file; pictures are not read.',
  },
  {
    starts: 'GIF8',
    what: 'a picture (GIF)',
    hint: 'Ask for the text as a Word file; pictures are not read.',
  },
  { starts: 'BM', what: 'a picture (BMP)', hint: 'Ask for the text as a Word file; pictures are not read.' },
  { starts: 'II*\0', what: 'a scan (TIFF)', hint: 'Ask for the text as a Word file; scans are not read.' },
  { starts: 'MM\0*', what: 'a scan (TIFF)', hint: 'Ask for the text as a Word file; scans are not read.' },
  { starts: '\x1f\x8b', what: 'a packed file (gzip)', hint: 'Unpack it first.' },
  { starts: '7z\xbc\xaf', what: 'a packed file (7z)', hint: 'Unpack it first.' },
  { starts: 'Rar!', what: 'a packed file (RAR)', hint: 'Unpack it first.' },
  { starts: '\x7fELF', what: 'a program', hint: 'Import Word, PDF, HTML, Markdown or text files.' },
  { starts: 'MZ\x90', what: 'a program', hint: 'Import Word, PDF, HTML, Markdown or text files.' },
];

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', from, to);

const refuse = (name: string, what: string, hint: string): never => {
  throw new ImportError('wrong-type', `${name} is ${what}, which is not read.`, hint);
};

const zipKind = (bytes: Uint8Array, name: string): 'docx' => {
  // Names stand as plain text in the directory at the end of the archive, and before each file.
  const head = latin(bytes, 0, 4_096);
  const tail = latin(bytes, Math.max(0, bytes.length - 65_536), bytes.length);
  const has = (text: string): boolean => tail.includes(text) || head.includes(text);
  if (has('mimetypeapplication/vnd.oasis.opendocument.text'))
    return refuse(name, 'an OpenDocument text (.odt)', SAVE_DOCX);
  if (has('vnd.oasis.opendocument')) return refuse(name, 'an OpenDocument file', SAVE_DOCX);
  if (has('word/') || /\.docx$/i.test(name)) return 'docx';
  if (has('xl/')) return refuse(name, 'an Excel workbook', 'Copy the text into a Word document.');
  if (has('ppt/')) return refuse(name, 'a PowerPoint presentation', 'Copy the text into a Word document.');
  if (has('mimetypeapplication/epub'))
    return refuse(name, 'an e-book (EPUB)', 'Save its text as HTML or text.');
  return refuse(name, 'a zip archive', 'Unpack it and import the files in it.');
};

const asText = (bytes: Uint8Array): string => {
  const isWide = bytes.subarray(0, 64).includes(0);
  const head = latin(bytes, 0, 16_384);
  return (isWide ? head.replace(/\0/g, '') : head).replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
};

const textKind = (bytes: Uint8Array, name: string): ImportFormat => {
  const head = asText(bytes);
  const start = head.replace(/^(?:\s|<!--[^]*?-->|<\?xml[^>]*\?>)+/, '');
  if (/^MIME-Version:|^From: <Saved by/im.test(head.slice(0, 600))) {
    return refuse(name, 'a web archive (MHTML)', 'Save the page as plain HTML.');
  }
  if (/<pkg:package|<w:wordDocument/.test(head))
    return refuse(name, 'a Word document in one XML file', SAVE_DOCX);
  if (/^<(?:!doctype html|html|head|body|title|meta|table|div|article|section|main|p|h[1-6])\b/i.test(start))
    return 'html';
  if (/\.x?html?$/i.test(name) && /<\/?[a-z][^>]*>/i.test(head)) return 'html';
  if (/\.(?:md|markdown)$/i.test(name)) return 'markdown';
  if (/^---\r?\n[^]*?\r?\n---\r?\n/.test(start)) return 'markdown';
  if (/\.(?:txt|text)$/i.test(name)) return 'text';
  // Without a telling name: a Markdown heading and a heading of a resolution as it writes them.
  return /^# \S/m.test(head) && /^(?:## \S|\*[^*\n]+\*\r?$)/m.test(head) ? 'markdown' : 'text';
};

/**
 * What a file is, by its content first and its name second. Files of other kinds throw ImportError, with
 * what to do about it. That it says `docx` does not mean that it can be read.
 */
export function detectFormat(bytes: Uint8Array, name: string): ImportFormat {
  if (bytes.length === 0)
    throw new ImportError('empty', `${name} is empty.`, 'Check that the file was copied in full.');
  const head = latin(bytes, 0, 1_024);
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipKind(bytes, name);
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    const isLocked = latin(bytes, 0, Math.min(bytes.length, 262_144))
      .replace(/\0/g, '')
      .includes('EncryptedPackage');
    if (!isLocked)
      return refuse(name, 'a Word document of the old kind (.doc), or another Office 97 file', SAVE_DOCX);
    throw new ImportError(
      'encrypted',
      `${name} is protected by a password.`,
      'Remove the password and save it again.',
    );
  }
  if (head.includes('%PDF-')) return 'pdf';
  for (const { starts, what, hint } of FOREIGN) if (head.startsWith(starts)) return refuse(name, what, hint);
  if (/^RIFF....WEBP/s.test(head))
    return refuse(name, 'a picture (WebP)', 'Ask for the text as a Word file.');
  if (/\.docx$/i.test(name))
    throw new ImportError('damaged', `${name} is named .docx but is no Word file.`, SAVE_DOCX);
  if (/\.pdf$/i.test(name))
    throw new ImportError('damaged', `${name} is named .pdf but is no PDF.`, 'Ask for the file again.');
  return textKind(bytes, name);
}
