import type { Resolution } from '../model/resolution.ts';
import type { SourceDocument, SourceLine } from '../model/source.ts';
import { readBareLabel, readLabel } from '../text/labels.ts';
import { languageTable } from '../text/language-table.ts';
import { acceptParagraph, type Accepted, type BaseParagraph } from './accept-runs.ts';
import { buildResolution } from './build-resolution.ts';
import { isWithin, lettersOf } from './flattened-runs.ts';
import { splitLines } from './split-lines.ts';
import { treeUnits } from './tree-units.ts';

/** A clause of which another reading is possible. */
export interface UncertainClause {
  /** Line of the flattened text. */
  readonly line: number;
  /** `extent`: how much was deleted beside an insertion; `deleted`: that the clause was deleted as a whole. */
  readonly why: 'extent' | 'deleted';
  /** Path in the revised text; for a clause taken for deleted, its path in the base. */
  readonly path: string;
}

export interface Unflattened {
  readonly revised: Resolution;
  readonly uncertain: readonly UncertainClause[];
}

interface Paragraph extends BaseParagraph {
  readonly path: string;
  readonly isClause: boolean;
}

/** The paragraphs of the base as they stand in a document, without footnotes. */
const paragraphsOf = (base: Resolution): Paragraph[] =>
  treeUnits(base).flatMap((unit): Paragraph[] => {
    switch (unit.kind) {
      case 'frame':
        return [{ label: null, text: unit.line.text, path: unit.line.name, isClause: false }];
      case 'section':
        return unit.section.text
          .split('\n')
          .filter((text) => text !== '')
          .map((text) => ({ label: null, text, path: unit.section.path, isClause: false }));
      case 'clause': {
        const { label, path } = unit.clause;
        return unit.clause.text
          .split('\n\n')
          .map((text, at) => ({ label: at === 0 ? label : null, text, path, isClause: true }));
      }
      case 'block':
      case 'footnote':
        return [];
    }
  });

const wordsOf = (line: SourceLine): string =>
  line.label === null ? line.text : `${line.label} ${line.text}`;

/** Least share of a flattened paragraph that is its base's; below, the letters stand in it by chance. */
const LEAST_SHARE = 0.15;
/** Most pairs of paragraphs that are tried (1,000 by 1,000). */
const MOST_PAIRS = 1_000_000;

/**
 * For each line the base paragraph it came from, or null for one that is new, in order; null when a paragraph of
 * the base has no line: it was another base, or lines were lost.
 */
const alignLines = (
  lines: readonly string[],
  base: readonly Paragraph[],
): readonly (number | null)[] | null => {
  const [n, m] = [lines.length, base.length];
  if (m === 0 || n < m || n * m > MOST_PAIRS) return null;
  const from = lines.map((line) => lettersOf(line).text);
  const to = base.map(({ label, text }) => lettersOf(`${label ?? ''} ${text}`).text);
  const width = m + 1;
  const best = new Float32Array((n + 1) * width).fill(-Infinity);
  const shares = new Float32Array(n * m).fill(-1);
  best.fill(0, n * width + m, n * width + m + 1);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m; j >= 0; j--) {
      let value = best[(i + 1) * width + j] ?? -Infinity;
      const next = best[(i + 1) * width + j + 1] ?? -Infinity;
      const [line = '', paragraph = ''] = [from[i], to[j]];
      if (j < m && next > -Infinity && paragraph.length <= line.length) {
        const share = Math.fround(paragraph.length / Math.max(1, line.length));
        if (share >= LEAST_SHARE && isWithin(paragraph, line)) {
          shares[i * m + j] = share;
          value = Math.max(value, next + share);
        }
      }
      best[i * width + j] = value;
    }
  }
  if ((best[0] ?? -Infinity) === -Infinity) return null;
  const partners: (number | null)[] = [];
  for (let i = 0, j = 0; i < n; i++) {
    const share = j < m ? (shares[i * m + j] ?? -1) : -1;
    const isPair =
      share >= 0 && best[i * width + j] === Math.fround((best[(i + 1) * width + j + 1] ?? 0) + share);
    partners.push(isPair ? j : null);
    if (isPair) j++;
  }
  return partners.filter((one) => one !== null).length === m ? partners : null;
};

interface Row {
  readonly line: SourceLine;
  readonly base: Paragraph | null;
  readonly accepted: Accepted;
}

const newRow = (line: SourceLine): Accepted => {
  const label = line.label === null ? readLabel(line.text) : null;
  return label === null
    ? { label: line.label, text: line.text, isSure: true, isUntouched: false }
    : { label: label.label, text: label.rest, isSure: true, isUntouched: false };
};

/** Fewest characters of a clause that is known again where it moved to. */
const LEAST_MOVED = 20;

/** The words of a clause without the list's own punctuation. */
const bare = (text: string): string => lettersOf(text.replace(/[;,.]\s*(?:and)?\s*$/u, '')).text;

/** The rows of each list: between two headings, by the series of their labels. */
const listsOf = (rows: readonly Row[]): Row[][] => {
  const lists: Row[][] = [];
  let open: { series: string; rows: Row[] }[] = [];
  for (const row of rows) {
    if (row.base !== null && !row.base.isClause) open = [];
    const { label } = row.accepted;
    const series = label === null ? undefined : readBareLabel(label)?.readings[0]?.series;
    if (series === undefined || series.includes('bullet')) continue;
    const at = open.findIndex((list) => list.series === series);
    const list = open[at] ?? { series, rows: [] };
    if (at === -1) lists.push(list.rows);
    open = at === -1 ? [...open, list] : open.slice(0, at + 1);
    list.rows.push(row);
  }
  return lists;
};

/**
 * Clauses that must have been deleted as a whole: their label was given to another of their list, or their words
 * came in again elsewhere. A deletion alone leaves no trace in a flattened text.
 */
const findDeleted = (rows: readonly Row[]): ReadonlySet<Row> => {
  const deleted = new Set<Row>();
  const added = new Set(rows.filter(({ base }) => base === null).map(({ accepted }) => bare(accepted.text)));
  for (const row of rows) {
    const { base, accepted } = row;
    if (base?.isClause === true && accepted.text.length > LEAST_MOVED && added.has(bare(accepted.text)))
      deleted.add(row);
  }
  for (const list of listsOf(rows)) {
    const given = new Set(
      list
        .filter(({ base, accepted }) => accepted.label !== base?.label)
        .map(({ accepted }) => accepted.label),
    );
    for (const row of list) {
      const isOld = row.base !== null && row.accepted.label === row.base.label;
      if (isOld && row.accepted.isUntouched && given.has(row.accepted.label)) deleted.add(row);
    }
  }
  return deleted;
};

/**
 * Takes a flattened text apart with the adopted text it amends: the base's words are kept or deleted, the rest
 * is inserted. Null unless dropping what was inserted gives the base exactly, paragraph by paragraph and letter
 * by letter (spaces aside). What was deleted is told by where the insertions are glued on; a deletion with
 * nothing in its place cannot be seen.
 */
export function unflatten(flattened: SourceDocument, base: Resolution): Unflattened | null {
  const { language } = base;
  const table = languageTable(language);
  const lines = flattened.lines.flatMap((line) => splitLines(line, table));
  const paragraphs = paragraphsOf(base);
  const partners = alignLines(lines.map(wordsOf), paragraphs);
  if (partners === null) return null;
  const rows: Row[] = [];
  for (const [at, line] of lines.entries()) {
    const partner = partners[at] ?? null;
    const own = partner === null ? null : (paragraphs[partner] ?? null);
    const accepted = own === null ? newRow(line) : acceptParagraph(wordsOf(line), own);
    if (accepted === null) return null;
    rows.push({ line, base: own, accepted });
  }
  const deleted = findDeleted(rows);
  const kept = rows.filter((row) => !deleted.has(row) && (row.base === null || row.accepted.text !== ''));
  const revised = buildResolution(
    {
      lines: kept.map(({ line, base: own, accepted }) =>
        own === null ? line : { ...line, label: accepted.label, text: accepted.text, marks: [] },
      ),
      footnotes: flattened.footnotes.length > 0 ? flattened.footnotes : footnotesOf(base),
    },
    { language },
  );
  const pathAt = new Map<number, string>();
  for (const unit of treeUnits(revised))
    if (unit.kind === 'clause' && unit.clause.position !== undefined)
      pathAt.set(unit.clause.position.start.line, unit.clause.path);
  const uncertain = rows.flatMap((row): UncertainClause[] => {
    const { line, base: own, accepted } = row;
    if (deleted.has(row)) return [{ line: line.line, why: 'deleted', path: own?.path ?? '' }];
    // The history only ever gains a place and a year.
    if (accepted.isSure || own?.path === 'history') return [];
    return [{ line: line.line, why: 'extent', path: pathAt.get(line.line) ?? own?.path ?? '' }];
  });
  return { revised, uncertain };
}

const footnotesOf = (base: Resolution): SourceDocument['footnotes'] =>
  base.footnotes.map(({ label, text, marks }) => ({ label, text, marks, line: 0 }));
