import type { Unit } from '../../../core/model/change.ts';
import type { Mark, Resolution } from '../../../core/model/resolution.ts';
import { treeUnits, type TreeUnit } from '../../../core/parse/tree-units.ts';

/** One unit of a text as Word gets it. */
export interface TextItem {
  /** Kind, path and line: the same for the unit of the comparison and of the tree. */
  readonly key: string;
  readonly label: string | null;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Where its text breaks into paragraphs. */
  readonly breakAt: RegExp;
  /** Style of each of its paragraphs; the last one goes on. */
  readonly styles: readonly string[];
}

/** The key by which a unit of a comparison finds its item. */
export function unitItemKey({ unit, path, line }: Unit): string {
  return `${unit}\n${path}\n${line}`;
}

const FRAME_STYLES = {
  number: 'ResNo',
  title: 'Restitle',
  history: 'Resref',
  opening: 'Normalaftertitle',
} as const;
const DEPTH_STYLES = ['Normal', 'enumlev1', 'enumlev2', 'enumlev3'] as const;

/** A blank line parts paragraphs; a block or an annex's heading has a paragraph a line. */
const BLANK_LINE = /\n\n/g;
const LINE = /\n/g;

const lineOf = (node: {
  readonly position?: { readonly start: { readonly line: number } } | undefined;
}): number => node.position?.start.line ?? 0;

const toItem = (unit: TreeUnit): TextItem | null => {
  switch (unit.kind) {
    case 'frame': {
      const { name, text, marks } = unit.line;
      const key = `frame\n${name}\n${lineOf(unit.line)}`;
      return { key, label: null, text, marks, breakAt: BLANK_LINE, styles: [FRAME_STYLES[name]] };
    }
    case 'section': {
      const { text, marks, path } = unit.section;
      if (text === '') return null;
      const styles = unit.isDivision ? ['AnnexNo', 'Annextitle'] : ['Call'];
      return {
        key: `heading\n${path}\n${lineOf(unit.section)}`,
        label: null,
        text,
        marks,
        breakAt: unit.isDivision ? LINE : BLANK_LINE,
        styles,
      };
    }
    case 'clause': {
      const { path, label, text, marks, depth } = unit.clause;
      const styles = [DEPTH_STYLES[Math.min(depth, DEPTH_STYLES.length) - 1] ?? 'Normal'];
      return {
        key: `clause\n${path}\n${lineOf(unit.clause)}`,
        label,
        text,
        marks,
        breakAt: BLANK_LINE,
        styles,
      };
    }
    case 'block': {
      const { kind, text } = unit.block;
      return {
        key: `block\n${kind}\n${text}`,
        label: null,
        text,
        marks: [],
        breakAt: LINE,
        styles: ['Normal'],
      };
    }
    case 'footnote':
      return null;
  }
};

/** A text as the items Word gets, in reading order; footnotes apart. */
export function textItems(resolution: Resolution): readonly TextItem[] {
  return treeUnits(resolution).flatMap((unit) => toItem(unit) ?? []);
}

/** The lines an item makes in Word: its paragraphs, the first after its label and a tab. */
export function itemLines({ label, text, breakAt }: TextItem): readonly string[] {
  return text.split(breakAt).map((line, at) => (at === 0 && label !== null ? `${label}\t${line}` : line));
}
