import { strToU8, zipSync, type Zippable } from 'fflate';
import { xmlFile, xmlText } from '../docx/xml.ts';
import type { Table } from './issue-list.ts';

/** The ground of a cell that is to be seen from afar. */
export type Tint = 'red' | 'green';

/** A sheet of a workbook; `widths` in characters, the last one goes on. */
export interface Sheet extends Table {
  readonly name: string;
  readonly widths: readonly number[];
  /** The tint of a cell, by its row (the head not counted) and column. */
  readonly tintOf?: (row: number, column: number) => Tint | null;
}

/** Styles of cells, by their place in the workbook's list. */
const HEAD = 1;
const BODY = 2;
const TINTS: Readonly<Record<Tint, number>> = { red: 3, green: 4 };

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const ZIP_DATE = '1980-01-01T00:00:00';
/** Excel refuses a cell with more. */
const LONGEST = 32_000;

/** `A`, `B`, … `Z`, `AA`: the name of a column counted from 0. */
const columnName = (at: number): string =>
  at < 26
    ? String.fromCharCode(65 + at)
    : columnName(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26));

const cellXml = (value: string | number, reference: string, style: number): string => {
  if (value === '') return '';
  if (typeof value === 'number') return `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
  const text = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
};

/** Points of a line of text, and the tallest row Excel takes. */
const LINE = 15;
const TALLEST = 405;

/** A row as tall as its longest cell: not every program measures wrapped text when it opens a workbook. */
const heightOf = (row: readonly (string | number)[], widthAt: (at: number) => number): number => {
  const lines = row.map((value, at) =>
    String(value)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((1.1 * line.length) / widthAt(at))), 0),
  );
  return Math.min(TALLEST, LINE * Math.max(1, ...lines));
};

const sheetXml = ({ columns, rows, widths, tintOf }: Sheet): string => {
  const widthAt = (at: number): number => widths[Math.min(at, widths.length - 1)] ?? 20;
  const cols = columns.map(
    (_, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthAt(at)}" customWidth="1"/>`,
  );
  const lines = [columns, ...rows].map((row, at) => {
    const cells = row.map((value, place) => {
      const tint = at === 0 ? null : (tintOf?.(at - 1, place) ?? null);
      const style = at === 0 ? HEAD : tint === null ? BODY : TINTS[tint];
      return cellXml(value, `${columnName(place)}${at + 1}`, style);
    });
    return `<row r="${at + 1}" ht="${heightOf(row, widthAt)}" customHeight="1">${cells.join('')}</row>`;
  });
  const range = `A1:${columnName(Math.max(columns.length - 1, 0))}${rows.length + 1}`;
  return `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="${LINE}"/><cols>${cols.join('')}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="${range}"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
};

const fillXml = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;

/** A cell's style: words wrap and begin at the top. */
const styleXml = (font: number, fill: number): string =>
  `<xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;

/** A name Excel accepts for a sheet. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

/**
 * A workbook of these sheets: texts stand as inline strings, so that no cell can be a formula; header row
 * and first column frozen, with filters. The same tables give the same bytes.
 */
export function xlsxFile(sheets: readonly Sheet[]): Uint8Array {
  const styles = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fillXml('FFFBE4E2')}${fillXml('FFDFF1E3')}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${styleXml(1, 0)}${styleXml(0, 0)}${styleXml(0, 2)}${styleXml(0, 3)}</cellXfs></styleSheet>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${xmlText(sheetName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rIdStyles" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
  };
  for (const [at, sheet] of sheets.entries()) files[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet);
  const entries: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, [strToU8(xmlFile(text)), { mtime: ZIP_DATE }]]),
  );
  return zipSync(entries, { level: 6 });
}
