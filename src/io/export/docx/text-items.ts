import type { Unit } from '../../../core/model/change.ts';
import type { Mark, Resolution } from '../../../core/model/resolution.ts';
import { treeUnits, type TreeUnit } from '../../../core/parse/tree-units.ts';

/** Where a paragraph ends inside an item: offsets of the signs that say so, and how the next paragraph begins. */
export interface Break {
  readonly start: number;
  readonly end: number;
  readonly label: string | null;
  readonly style: string;
}

/** One unit of a text as Word gets it, or several that were one on the other side. */
export interface TextItem {
  /** Kind, path and line: the same for the unit of the comparison and of the tree. */
  readonly key: string;
  readonly label: string | null;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Style of its first paragraph. */
  readonly style: string;
  readonly breaks: readonly Break[];
}

/** The key by which a unit of a comparison finds its item. */
export function unitItemKey({ unit, path, line }: Unit): string {
  return `${unit}\n${path}\n${line}`;
}

/** Styles of ITU documents for the lines of the frame, and for clauses by their depth from 1. */
export const FRAME_STYLES = {
  number: 'ResNo',
  title: 'Restitle',
  history: 'Resref',
  opening: 'Normalaftertitle',
} as const;
export const DEPTH_STYLES = ['Normal', 'enumlev1', 'enumlev2', 'enumlev3'] as const;

/** A blank line parts paragraphs; a block or an annex's heading has a paragraph a line. */
const BLANK_LINE = /\n\n/g;
const LINE = /\n/g;

const lineOf = (node: {
  readonly position?: { readonly start: { readonly line: number } } | undefined;
}): number => node.position?.start.line ?? 0;

/** The item of a text that breaks into paragraphs at a sign; the last style goes on. */
const itemOf = (
  key: string,
  label: string | null,
  { text, marks }: { readonly text: string; readonly marks: readonly Mark[] },
  breakAt: RegExp,
  styles: readonly [string, ...string[]],
): TextItem => ({
  key,
  label,
  text,
  marks,
  style: styles[0],
  breaks: [...text.matchAll(breakAt)].map((found, at) => ({
    start: found.index,
    end: found.index + found[0].length,
    label: null,
    style: styles[Math.min(at + 1, styles.length - 1)] ?? styles[0],
  })),
});

const toItem = (unit: TreeUnit): TextItem | null => {
  switch (unit.kind) {
    case 'frame': {
      const { line } = unit;
      return itemOf(`frame\n${line.name}\n${lineOf(line)}`, null, line, BLANK_LINE, [
        FRAME_STYLES[line.name],
      ]);
    }
    case 'section': {
      const { section, isDivision } = unit;
      if (section.text === '') return null;
      const key = `heading\n${section.path}\n${lineOf(section)}`;
      return isDivision
        ? itemOf(key, null, section, LINE, ['AnnexNo', 'Annextitle'])
        : itemOf(key, null, section, BLANK_LINE, ['Call']);
    }
    case 'clause': {
      const { clause } = unit;
      const style = DEPTH_STYLES[Math.min(clause.depth, DEPTH_STYLES.length) - 1] ?? 'Normal';
      const key = `clause\n${clause.path}\n${lineOf(clause)}`;
      return itemOf(key, clause.label, clause, BLANK_LINE, [style]);
    }
    case 'block': {
      const { kind, text } = unit.block;
      return itemOf(`block\n${kind}\n${text}`, null, { text, marks: [] }, LINE, ['Normal']);
    }
    case 'footnote':
      return null;
  }
};

/** A text as the items Word gets, in reading order; footnotes apart. */
export function textItems(resolution: Resolution): readonly TextItem[] {
  return treeUnits(resolution).flatMap((unit) => toItem(unit) ?? []);
}

/** Several items as one, their texts joined by a line feed as a comparison joins them. */
export function joinItems(items: readonly [TextItem, ...TextItem[]]): TextItem {
  const [first, ...rest] = items;
  return rest.reduce((joined, { label, text, marks, style, breaks }) => {
    const at = joined.text.length + 1;
    const shift = <Place extends { readonly start: number; readonly end: number }>(place: Place): Place => ({
      ...place,
      start: place.start + at,
      end: place.end + at,
    });
    return {
      ...joined,
      text: `${joined.text}\n${text}`,
      marks: [...joined.marks, ...marks.map(shift)],
      breaks: [...joined.breaks, { start: at - 1, end: at, label, style }, ...breaks.map(shift)],
    };
  }, first);
}

/** The lines an item makes in Word: its paragraphs, each after its label and a tab where it has one. */
export function itemLines({ label, text, breaks }: TextItem): readonly string[] {
  const starts = [{ end: 0, label }, ...breaks];
  return starts.map((from, at) => {
    const line = text.slice(from.end, breaks[at]?.start);
    return from.label === null ? line : `${from.label}\t${line}`;
  });
}
