import { spawnSync } from 'node:child_process';
import type { Report } from '../../src/core/model/report.ts';
import type { Resolution } from '../../src/core/model/resolution.ts';
import type { Note } from '../../src/core/model/review.ts';
import { buildReport } from '../../src/core/report/build-report.ts';
import { CORE_PACK } from '../../src/core/rules/core-pack.ts';
import { sanitise } from '../../src/core/text/sanitise.ts';
import { itemLines, textItems } from '../../src/io/export/docx/text-items.ts';

const facts = (name: string) => ({ name, kind: 'proposal' as const, isModel: true, sponsor: 'RCC' });

const reportOf = (base: Resolution, revised: Resolution, notes: readonly Note[] = []): Report =>
  buildReport(
    { facts: facts('base'), resolution: base },
    { facts: facts('revised'), resolution: revised },
    CORE_PACK,
    notes,
  );

/** A report with a counter-text on every third change, so that what is attached is seen to leave the texts alone. */
export function annotatedReport(base: Resolution, revised: Resolution): Report {
  const { comparison } = reportOf(base, revised);
  const notes = comparison.changes.flatMap((change, at): Note[] => {
    const unit = change.revised[0];
    if (unit === undefined || at % 3 > 0) return [];
    return [
      {
        id: `n${at}`,
        anchor: { side: 'revised', path: unit.path, quote: unit.text },
        stance: 'amend',
        comment: 'A comment & <more>',
        counterText: 'other words',
        author: 'Ana',
        created: '2024-09-01T10:00:00Z',
        updated: '2024-09-01T10:00:00Z',
      },
    ];
  });
  return reportOf(base, revised, notes);
}

/** The lines a text makes in Word. */
export function wordLines(resolution: Resolution): string[] {
  return textItems(resolution)
    .flatMap(itemLines)
    .map((line) => sanitise(line));
}

/** Lines as another program tells them: white space is one blank, how it writes footnote marks is its own. */
export function plainLines(lines: readonly string[]): string[] {
  return lines
    .map((line) =>
      line
        .replace(/\[\^[^\]\s]+\]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
}

interface PandocNode {
  readonly t?: string;
  readonly c?: unknown;
}

const wordsOf = (node: unknown): string => {
  if (Array.isArray(node)) return node.map(wordsOf).join('');
  if (typeof node !== 'object' || node === null) return '';
  const { t, c } = node as PandocNode;
  if (t === 'Str') return String(c);
  if (t === 'Space' || t === 'SoftBreak' || t === 'LineBreak') return ' ';
  // The mark of a footnote is told with its note.
  if (t === 'Note') return '';
  if (t === 'Quoted') throw new Error('pandoc was asked for no smart quotes');
  if (t === undefined) return Object.values(node).map(wordsOf).join('');
  return wordsOf(c);
};

/** The paragraphs of a tree as pandoc reads it, whatever they are nested in. */
const linesOf = (node: unknown): string[] => {
  if (Array.isArray(node)) return node.flatMap(linesOf);
  if (typeof node !== 'object' || node === null) return [];
  const { t, c } = node as PandocNode;
  return t === 'Para' || t === 'Plain' || t === 'Header' ? [wordsOf(c)] : linesOf(c);
};

/** The paragraphs pandoc reads from a Word file with all its changes accepted or rejected. */
export function pandocLines(file: string, mode: 'accept' | 'reject'): string[] {
  const run = spawnSync('pandoc', ['-f', 'docx', '-t', 'json', `--track-changes=${mode}`, file], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (run.stderr !== '' || run.status !== 0) throw new Error(`pandoc: ${run.stderr}`);
  const { blocks } = JSON.parse(run.stdout) as { readonly blocks: unknown };
  return plainLines(linesOf(blocks));
}
