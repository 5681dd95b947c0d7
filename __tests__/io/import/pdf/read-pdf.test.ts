import { Readable } from 'node:stream';
import { createDeflate } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { ImportError } from '../../../../src/io/import/import-error.ts';
import { readPdf } from '../../../../src/io/import/pdf/read-pdf.ts';
import { FUZZ_RUNS, damage, seeded } from '../seeded.ts';
import { column, tinyPdf, type Print } from './tiny-pdf.ts';

const texts = async (pages: readonly (readonly Print[])[]): Promise<readonly string[]> =>
  (await readPdf(tinyPdf(pages))).lines.map(({ label, text }) =>
    label === null ? text : `[${label}] ${text}`,
  );

const PAGE: readonly Print[] = [
  { x: 200, y: 760, text: 'RESOLUTION 990 (REV. DUBAI, 2012)', font: 3 },
  { x: 150, y: 740, text: 'Lamp identifiers and the replacement of lamps', font: 3 },
  { x: 60, y: 700, text: 'recognizing', font: 2 },
  { x: 60, y: 676, text: 'a)', font: 2 },
  {
    x: 95,
    y: 676,
    text: 'that the shortage of old lamps calls for an accelerated replacement, which matters',
  },
  {
    x: 60,
    y: 662,
    text: 'to every Member State and to all Sector Members of the Union, and that the report of re-',
  },
  { x: 60, y: 648, text: 'placement has been received;' },
  { x: 60, y: 630, text: 'b)', font: 2 },
  { x: 95, y: 630, text: 'the needs of developing countries' },
  { x: 258, y: 634, text: '1', size: 7 },
  { x: 264, y: 630, text: ' and small islands,' },
  { x: 60, y: 606, text: 'resolves', font: 2 },
  { x: 60, y: 582, text: '1' },
  { x: 95, y: 582, text: 'to continue.' },
  { x: 60, y: 80, text: '1', size: 6 },
  { x: 66, y: 76, text: 'These include least developed countries.', size: 9 },
];

describe('PDF by layout', () => {
  it('finds headings, labels at the margin, wrapped paragraphs, cut words, footnotes', async () => {
    const { lines, footnotes, warnings } = await readPdf(tinyPdf([PAGE]));
    expect(lines.map(({ label, text }) => [label, text])).toEqual([
      [null, 'RESOLUTION 990 (REV. DUBAI, 2012)'],
      [null, 'Lamp identifiers and the replacement of lamps'],
      [null, 'recognizing'],
      [
        'a)',
        'that the shortage of old lamps calls for an accelerated replacement, which matters to every Member State ' +
          'and to all Sector Members of the Union, and that the report of replacement has been received;',
      ],
      ['b)', 'the needs of developing countries[^1] and small islands,'],
      [null, 'resolves'],
      ['1', 'to continue.'],
    ]);
    expect(lines[2]?.marks).toEqual([{ kind: 'emphasis', start: 0, end: 11 }]);
    expect(footnotes.map(({ label, text }) => [label, text])).toEqual([
      ['1', 'These include least developed countries.'],
    ]);
    expect(warnings).toEqual([]);
  });

  it('leaves out running heads and page numbers, and joins a sentence over the page end', async () => {
    const head = (number: number): readonly Print[] => [
      { x: 60, y: 800, text: `Resolution 990 ${number % 2 === 0 ? '– WTSA' : ''}` },
      { x: 290, y: 40, text: `- ${number} -` },
    ];
    const rows = (from: number): readonly string[] =>
      Array.from(
        { length: 8 },
        (_, at) => `line ${from + at} of a long paragraph that runs on from edge to edge and does not stop`,
      );
    const pages = [1, 2, 3, 4].map((number) => [...head(number), ...column(60, 700, rows(number * 10))]);
    const found = await texts(pages);
    expect(found).toHaveLength(1);
    expect(found[0]).not.toMatch(/Resolution 990|- \d -/);
    expect(found[0]).toMatch(/line 17 .* does not stop line 20/);
  });

  it('reads two columns one after the other, below a title over both', async () => {
    const left = Array.from({ length: 10 }, (_, at) => `left row ${at} with words to fill the column`);
    const right = Array.from({ length: 10 }, (_, at) => `right row ${at} with words to fill the column`);
    const title: Print = {
      x: 150,
      y: 740,
      text: 'A title that goes right over both columns of this page',
      font: 3,
    };
    const found = await texts([[title, ...column(50, 700, left), ...column(310, 700, right)]]);
    expect(found[0]).toBe(title.text);
    expect(found.slice(1).join(' ')).toMatch(/left row 0.*left row 9.*right row 0.*right row 9/);
  });

  it('parts paragraphs by gaps and short rows', async () => {
    const full = 'words that fill the row from the left margin right up to the other margin of page';
    const found = await texts([column(60, 700, [full, full, 'a short end.', full, full, '', full, full])]);
    expect(found).toEqual([`${full} ${full} a short end.`, `${full} ${full}`, `${full} ${full}`]);
  });

  it('refuses a PDF without text, saying that it is a scan', async () => {
    await expect(readPdf(tinyPdf([[]]))).rejects.toMatchObject({ code: 'empty' });
  });
});

/** So many megabytes of a text, packed without ever standing in memory as a whole. */
const packRepeated = async (text: string, megabytes: number): Promise<Buffer> => {
  const deflate = createDeflate({ level: 9 });
  const one = Buffer.alloc(1_000_000, text);
  Readable.from(Array.from({ length: megabytes }, () => one)).pipe(deflate);
  const chunks: Buffer[] = [];
  for await (const chunk of deflate) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

describe('hostile PDF', () => {
  it.each([
    ['no PDF at all', Buffer.from('%PDF-1.7 nothing')],
    ['cut off', tinyPdf([PAGE]).slice(0, 400)],
    ['600 pages', tinyPdf(Array.from({ length: 600 }, () => PAGE))],
  ])('%s', async (_, bytes) => {
    await expect(readPdf(bytes)).rejects.toBeInstanceOf(ImportError);
  });

  it('stops one that takes too long', async () => {
    const slow = { stallMs: 1, totalMs: 1, memory: 400 * 1024 * 1024 };
    await expect(readPdf(tinyPdf([PAGE]), slow)).rejects.toMatchObject({ code: 'too-slow' });
  });

  it('stops one that eats memory: a stream of 1 GB in 1 MB', async () => {
    const bomb = await packRepeated('(x) Tj ', 1_000);
    const head =
      '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>\nendobj\n';
    const stream = Buffer.concat([
      Buffer.from(`${head}4 0 obj\n<< /Length ${bomb.length} /Filter /FlateDecode >>\nstream\n`, 'latin1'),
      bomb,
      Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'),
    ]);
    const started = performance.now();
    await expect(readPdf(stream)).rejects.toBeInstanceOf(ImportError);
    expect(performance.now() - started).toBeLessThan(40_000);
  });

  const runs = Math.max(20, Math.floor(FUZZ_RUNS / 50));
  it(`${runs} damaged files end in lines or an ImportError`, async () => {
    const random = seeded(5);
    const good = tinyPdf([PAGE]);
    for (let run = 0; run < runs; run++) {
      await readPdf(damage(good, random)).catch((error: unknown) => {
        if (!(error instanceof ImportError)) throw error;
      });
    }
    expect.assertions(0);
  });
});
