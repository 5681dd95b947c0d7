import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MORE =
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml"';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface TinyParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly relationships?: string;
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

const relationship = (type: string): string =>
  `<Relationship Id="x-${type}" Type="${TYPES}/${type}" Target="${type}.xml"/>`;

const relationships = (inner: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

/** A Word file of nothing but the given inner XML of its parts. */
export function tinyDocx(parts: TinyParts): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '_rels/.rels': strToU8(
      relationships(`<Relationship Id="a" Type="${TYPES}/officeDocument" Target="word/document.xml"/>`),
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${W} ${MORE}><w:body>${parts.body}</w:body></w:document>`,
    ),
  };
  let links = parts.relationships ?? '';
  for (const name of ['styles', 'numbering', 'footnotes', 'endnotes', 'comments'] as const) {
    const inner = parts[name];
    if (inner === undefined) continue;
    files[`word/${name}.xml`] = strToU8(`<w:${name} ${W} ${MORE}>${inner}</w:${name}>`);
    links += relationship(name);
  }
  files['word/_rels/document.xml.rels'] = strToU8(relationships(links));
  return zipSync({ ...files, ...parts.files }, { level: 6 });
}

/** A run of text. */
export const r = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph: its content, its style, and what is inside its `w:rPr` (the mark). */
export const p = (content: string, style = '', mark = '', more = ''): string =>
  `<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}${more}${mark === '' ? '' : `<w:rPr>${mark}</w:rPr>`}</w:pPr>${content}</w:p>`;

const WHO = 'w:id="1" w:author="Author" w:date="2024-09-01T10:00:00Z"';

export const ins = (content: string): string => `<w:ins ${WHO}>${content}</w:ins>`;
export const del = (content: string): string =>
  `<w:del ${WHO}>${content.replaceAll('w:t>', 'w:delText>').replaceAll('<w:t ', '<w:delText ')}</w:del>`;
export const INS_MARK = `<w:ins ${WHO}/>`;
export const DEL_MARK = `<w:del ${WHO}/>`;
/** A paragraph numbered by Word. */
export const numbered = (list: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

export const TAB = '<w:r><w:tab/></w:r>';
