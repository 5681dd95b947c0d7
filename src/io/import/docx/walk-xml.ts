import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';

const HINT = 'Open it in Word, save it again as .docx, and import that file.';

/**
 * Namespaces by the prefix Word gives them, in the transitional and the strict form of the format;
 * files may choose any prefix.
 */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);

/** The attributes of an element, asked for by prefixed name (`w:val`). */
export type Attributes = (name: string) => string | undefined;

/** The namespaces in force from some element on. */
interface Scope {
  readonly depth: number;
  readonly prefixes: ReadonlyMap<string, string>;
  /** Names as the file writes them, and with our prefix. */
  readonly names: Map<string, string>;
}

/**
 * Names with the prefixes above. Done here and not by saxes, which looks every name up through all open
 * elements: in a deep document that is most of the time.
 */
const nameIn = (scope: Scope, written: string, isAttribute: boolean): string => {
  const colon = written.indexOf(':');
  if (colon < 0 && isAttribute) return written;
  const known = scope.names.get(written);
  if (known !== undefined) return known;
  const uri = scope.prefixes.get(colon < 0 ? '' : written.slice(0, colon)) ?? '';
  const local = colon < 0 ? written : written.slice(colon + 1);
  const name = uri === '' && colon < 0 ? local : `${PREFIXES.get(uri) ?? '?'}:${local}`;
  if (scope.names.size < 2_000) scope.names.set(written, name);
  return name;
};

const attributesOf =
  (tag: SaxesTagPlain, scope: Scope): Attributes =>
  (name) => {
    for (const [written, value] of Object.entries(tag.attributes)) {
      if (nameIn(scope, written, true) === name) return value;
    }
    return undefined;
  };

/** The scope of an element: the outer one, or a new one where it declares namespaces. */
const scopeOf = (tag: SaxesTagPlain, outer: Scope, depth: number): Scope => {
  let prefixes: Map<string, string> | null = null;
  for (const [name, value] of Object.entries(tag.attributes)) {
    if (!name.startsWith('xmlns')) continue;
    prefixes ??= new Map(outer.prefixes);
    prefixes.set(name.slice(6), value.trim());
  }
  // Every new scope copies the outer one: no file has more than some fifty.
  if (prefixes !== null && prefixes.size > 500) {
    throw new ImportError('bomb', 'The Word file declares more namespaces than any document needs.', HINT);
  }
  return prefixes === null ? outer : { depth, prefixes, names: new Map() };
};

export interface XmlHandlers {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

const decoderFor = (bytes: Uint8Array): InstanceType<typeof TextDecoder> => {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8', { fatal: true });
};

/**
 * Reads an XML part as events, in pieces, so that no tree and no second copy of the text stands in memory.
 * Any DOCTYPE, too much depth, one endless token, and whatever is not well-formed throw ImportError.
 */
export function walkXml(bytes: Uint8Array, part: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser();
  const scopes: Scope[] = [
    { depth: 0, prefixes: new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]), names: new Map() },
  ];
  const scope = (): Scope => scopes.at(-1) ?? { depth: 0, prefixes: new Map(), names: new Map() };
  let elements = 0;
  let depth = 0;
  let silence = 0;
  parser.on('doctype', () => {
    const what = `${part} declares a document type, which no Word file does.`;
    throw new ImportError('doctype', what, 'Do not trust this file; ask the sender for a clean copy.');
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    silence = 0;
    if (++depth > LIMITS.xmlDepth)
      throw new ImportError('too-deep', `${part} is nested deeper than ${LIMITS.xmlDepth}.`, HINT);
    if (++elements > LIMITS.xmlElements)
      throw new ImportError('too-large', `${part} has more than ${LIMITS.xmlElements} elements.`, HINT);
    const own = scopeOf(tag, scope(), depth);
    if (own !== scope()) scopes.push(own);
    handlers.open(nameIn(own, tag.name, false), attributesOf(tag, own));
  });
  parser.on('closetag', (tag) => {
    silence = 0;
    handlers.close(nameIn(scope(), tag.name, false));
    if (scope().depth === depth && scopes.length > 1) scopes.pop();
    depth--;
  });
  parser.on('text', (text) => handlers.text(text));
  parser.on('cdata', (text) => handlers.text(text));
  const decoder = decoderFor(bytes);
  const step = 65_536;
  try {
    for (let at = 0; at < bytes.length; at += step) {
      silence += step;
      if (silence > LIMITS.xmlSilence)
        throw new ImportError('bomb', `${part} holds one endless piece of text.`, HINT);
      parser.write(decoder.decode(bytes.subarray(at, at + step), { stream: true }));
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    throw new ImportError(
      'damaged',
      `The Word file is damaged: ${part}: ${reason.slice(0, 200)}`,
      HINT,
      error,
    );
  }
}
