/** One stretch of text to print: `font` 1 plain, 2 italic, 3 bold. */
export interface Print {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly font?: 1 | 2 | 3;
  readonly size?: number;
}

const FONTS = ['Helvetica', 'Helvetica-Oblique', 'Helvetica-Bold'];

const escape = (text: string): string => text.replace(/[\\()]/g, (sign) => `\\${sign}`);

/** A PDF of A4 pages with text at given places (Latin-1), written by hand. */
export function tinyPdf(pages: readonly (readonly Print[])[]): Uint8Array {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>'];
  const kids = pages.map((_, at) => `${6 + at * 2} 0 R`).join(' ');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  for (const font of FONTS) {
    objects.push(`<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`);
  }
  for (const prints of pages) {
    const number = objects.length + 1;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${number + 1} 0 R ` +
        '/Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> >>',
    );
    const stream = prints
      .map(
        ({ x, y, text, font = 1, size = 11 }) =>
          `BT /F${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escape(text)}) Tj ET`,
      )
      .join('\n');
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, 'latin1'));
}

/** Rows of text one under the other, 14 points apart; an empty row is a gap. */
export function column(
  x: number,
  top: number,
  rows: readonly string[],
  font: 1 | 2 | 3 = 1,
): readonly Print[] {
  return rows.map((text, at) => ({ x, y: top - at * 14, text, font })).filter(({ text }) => text !== '');
}
