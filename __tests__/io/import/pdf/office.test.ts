import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { readPdf } from '../../../../src/io/import/pdf/read-pdf.ts';
import { itWithTool } from '../../../support/need-tool.ts';

const NAMESPACES = ['office', 'style', 'text', 'fo:xsl-fo-compatible', 'table']
  .map((entry) => {
    const [prefix = '', name = prefix] = entry.split(':');
    return `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
  })
  .join(' ');

const paragraphStyle = (name: string, layout: string, type = ''): string =>
  `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${layout}/>` +
  `<style:text-properties fo:font-size="11pt" fo:language="en" fo:country="GB" ${type}/></style:style>`;

const CLAUSE =
  'that the shortage of old lamps calls for an accelerated replacement, which matters to Member States and Sector Members, ' +
  'to academia, to the private sector, to civil society and to every other stakeholder that crosses a bridge after dark;';

/** Three pages of a resolution with a running head, page numbers, hanging labels and italic headings. */
const RESOLUTION: readonly (readonly [style: string, text: string])[] = [
  ['Centre', 'RESOLUTION 990 (REV. DUBAI, 2012)'],
  ['Centre', 'Lamp identifiers and facilitating the replacement of bridge lamps'],
  ['Plain', 'The World Telecommunication Standardization Assembly (Dubai, 2012),'],
  ...['recognizing', 'noting', 'considering further', 'resolves'].flatMap(
    (heading): readonly (readonly [string, string])[] => [
      ['Call', heading],
      ...Array.from('abcdefgh', (letter): readonly [string, string] => [
        'Clause',
        // Every row must read differently: what says the same at the same height on two pages is a running head.
        `${letter})<text:tab/>${letter.toUpperCase()}: ${CLAUSE.replaceAll(' to ', ` to ${heading} ${letter} `)}`,
      ]),
    ],
  ),
];

const FODT = `<?xml version="1.0"?><office:document ${NAMESPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>${paragraphStyle('Centre', 'fo:text-align="center" fo:margin-bottom="12pt"', 'fo:font-weight="bold"')}
${paragraphStyle('Plain', 'fo:margin-bottom="8pt"')}${paragraphStyle('Call', 'fo:margin-bottom="6pt" fo:margin-left="20pt" fo:keep-with-next="always"', 'fo:font-style="italic"')}
${paragraphStyle('Clause', 'fo:margin-bottom="6pt" fo:text-align="justify"', 'fo:hyphenate="true"')}</office:styles>
<office:automatic-styles><style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/>
<style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm"><style:header><text:p>WTSA-12 – Resolution 990</text:p></style:header>
<style:footer><text:p>– <text:page-number>1</text:page-number> –</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>${RESOLUTION.map(([style, text]) => `<text:p text:style-name="${style}">${text}</text:p>`).join('')}</office:text></office:body></office:document>`;

itWithTool('soffice')(
  'a resolution printed by a word processor comes back paragraph by paragraph',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clausewatch-pdf-'));
    try {
      writeFileSync(join(folder, 'a.fodt'), FODT);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      spawnSync('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(folder, 'a.fodt'),
      ]);
      const { lines, warnings } = await readPdf(readFileSync(join(folder, 'a.pdf')));
      const expected = RESOLUTION.map(([, text]) => text.split('<text:tab/>'));
      expect(lines.map(({ label, text }) => (label === null ? [text] : [label, text]))).toEqual(expected);
      expect(warnings).toEqual([]);
      const headings = lines.filter(({ marks }) => marks.some(({ kind }) => kind === 'emphasis'));
      expect(headings.map(({ text }) => text)).toEqual([
        'recognizing',
        'noting',
        'considering further',
        'resolves',
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
