import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Language } from '../../../core/model/language.ts';
import { wordStyles } from './styles.ts';
import { W_NAMESPACE, xmlFile, xmlText } from './xml.ts';

/** The parts of a Word file that differ from one export to the next, as inner XML. */
export interface WordParts {
  readonly title: string;
  readonly language: Language;
  readonly body: string;
  readonly footnotes?: string;
  readonly comments?: string;
  /** What stands at the head of every page. */
  readonly header?: string;
}

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Zip entries need a date; any fixed one will do, so that the same report gives the same bytes. */
const ZIP_DATE = '1980-01-01T00:00:00';

const separator = (id: number, type: string, sign: string): string =>
  `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${sign}/></w:r></w:p></w:footnote>`;

/** A Word file of these parts, always the same bytes for the same parts. */
export function wordFile({
  title,
  language,
  body,
  footnotes = '',
  comments = '',
  header = '',
}: WordParts): Uint8Array {
  const parts: Record<string, string> = {
    document: `<w:document ${W_NAMESPACE} xmlns:r="${REL}"><w:body>${body}<w:sectPr>${header === '' ? '' : '<w:headerReference w:type="default" r:id="rIdHeader"/>'}<w:pgSz w:w="11907" w:h="16840"/><w:pgMar w:top="1418" w:right="1134" w:bottom="1418" w:left="1134" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    styles: wordStyles(language),
    settings: `<w:settings ${W_NAMESPACE}><w:zoom w:percent="100"/></w:settings>`,
  };
  if (footnotes !== '')
    parts.footnotes = `<w:footnotes ${W_NAMESPACE}>${separator(-1, 'separator', 'separator')}${separator(0, 'continuationSeparator', 'continuationSeparator')}${footnotes}</w:footnotes>`;
  if (comments !== '') parts.comments = `<w:comments ${W_NAMESPACE}>${comments}</w:comments>`;
  if (header !== '')
    parts.header = `<w:hdr ${W_NAMESPACE}><w:p><w:pPr><w:bidi w:val="0"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">${xmlText(header)}</w:t></w:r></w:p></w:hdr>`;
  const names = Object.keys(parts);
  const overrides = names.map(
    (name) =>
      `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${name === 'document' ? 'document.main' : name}+xml"/>`,
  );
  const links = names
    .filter((name) => name !== 'document')
    .map(
      (name, at) =>
        `<Relationship Id="${name === 'header' ? 'rIdHeader' : `rId${at + 1}`}" Type="${REL}/${name}" Target="${name}.xml"/>`,
    );
  const files: Record<string, string> = {
    '[Content_Types].xml': xmlFile(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    ),
    '_rels/.rels': xmlFile(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ),
    'docProps/core.xml': xmlFile(
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>Clausewatch</dc:creator><dc:language>${language}</dc:language></cp:coreProperties>`,
    ),
    'word/_rels/document.xml.rels': xmlFile(
      `<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`,
    ),
  };
  for (const [name, root] of Object.entries(parts)) files[`word/${name}.xml`] = xmlFile(root);
  const entries: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, [strToU8(text), { mtime: ZIP_DATE }]]),
  );
  return zipSync(entries, { level: 6 });
}
