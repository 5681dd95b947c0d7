/*
 * npm run bench:redline: redlines of all shipped, shared and odd texts and of generated ones in six languages, read back
 * by our reader and by pandoc with all changes accepted and rejected; and how often a split or merge is a true one.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redlineCases } from '../__tests__/support/redline-cases.ts';
import { annotatedReport, pandocLines, plainLines, wordLines } from '../__tests__/support/redline-check.ts';
import { redlineDocx } from '../src/io/export/docx/redline.ts';
import { textItems } from '../src/io/export/docx/text-items.ts';
import { weave } from '../src/io/export/docx/weave.ts';
import { plainText } from '../src/io/import/docx/plain-text.ts';
import { readDocx } from '../src/io/import/docx/read-docx.ts';

const folder = mkdtempSync(join(tmpdir(), 'redline-'));
const cases = redlineCases({ seeds: Number(process.argv[2] ?? 5) });
let [own, pandoc, parted, whole] = [0, 0, 0, 0];
for (const { name, base, revised } of cases) {
  const report = annotatedReport(base, revised);
  const bytes = redlineDocx(report, 'en');
  const file = join(folder, 'redline.docx');
  writeFileSync(file, bytes);
  const document = readDocx(bytes);
  for (const [mode, text] of [
    ['reject', base],
    ['accept', revised],
  ] as const) {
    const wanted = plainLines(wordLines(text)).join('\n');
    const lines = plainText(document, mode).split('\n');
    const isOwn = plainLines(lines.filter((line) => !/^\[\^\d+\]: /.test(line))).join('\n') === wanted;
    const isPandoc = pandocLines(file, mode).join('\n') === wanted;
    if (isOwn) own++;
    else console.log(`own reader: ${name} ${mode}`);
    if (isPandoc) pandoc++;
    else console.log(`pandoc: ${name} ${mode}`);
  }
  const kept = new Set(
    weave(report.comparison, textItems(base), textItems(revised)).flatMap((step) =>
      step.kind === 'gone' || step.kind === 'come' ? [] : [step.change],
    ),
  );
  for (const [at, { kind }] of report.comparison.changes.entries()) {
    if (kind !== 'split' && kind !== 'merged') continue;
    parted++;
    if (kept.has(at)) whole++;
  }
}
rmSync(folder, { recursive: true });
console.log(
  `${cases.length} pairs: our reader ${own}/${2 * cases.length} texts exact, pandoc ${pandoc}/${2 * cases.length}`,
);
console.log(`${whole}/${parted} splits and merges with their kept words kept`);
