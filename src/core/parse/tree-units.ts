import type {
  Block,
  Clause,
  FrameLine,
  Footnote,
  Resolution,
  Section,
  SectionPart,
} from '../model/resolution.ts';
import { matchAnnex, matchNumberedSection } from '../text/headings.ts';
import { languageTable, type LanguageTable } from '../text/language-table.ts';
import { divisionName } from './paths.ts';

/** One piece of a tree in reading order, as the writer puts it down. */
export type TreeUnit =
  | { readonly kind: 'frame'; readonly line: FrameLine }
  | {
      readonly kind: 'section';
      readonly part: SectionPart['name'];
      readonly section: Section;
      readonly isDivision: boolean;
    }
  | { readonly kind: 'clause'; readonly clause: Clause }
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'footnote'; readonly note: Footnote };

/** True for a section whose heading opens an annex or a numbered section, and whose path says so. */
const isDivision = (section: Section, table: LanguageTable): boolean => {
  const first = section.text.split('\n', 1)[0] ?? '';
  const found = matchAnnex(first, table) ?? matchNumberedSection(first, table);
  if (found === null) return false;
  const name = divisionName(first, found.number);
  const path = section.path.replace(/ \(\d+\)$/u, '');
  return path === name || path.endsWith(` ${name}`);
};

/** The units of a tree in the order in which they are written: cover, frame, sections with their clauses, footnotes. */
export function treeUnits(resolution: Resolution): TreeUnit[] {
  const table = languageTable(resolution.language);
  const units: TreeUnit[] = [];
  const addClause = (clause: Clause, blocks: ReadonlyMap<string | null, readonly Block[]>): void => {
    units.push({ kind: 'clause', clause });
    for (const block of blocks.get(clause.path) ?? []) units.push({ kind: 'block', block });
    for (const child of clause.children) addClause(child, blocks);
  };
  for (const part of resolution.children) {
    if (part.name === 'frame') {
      for (const block of part.blocks) units.push({ kind: 'block', block });
      for (const line of part.children) units.push({ kind: 'frame', line });
      continue;
    }
    for (const section of part.children) {
      units.push({ kind: 'section', part: part.name, section, isDivision: isDivision(section, table) });
      const blocks = blocksByPlace(section);
      for (const block of blocks.get(null) ?? []) units.push({ kind: 'block', block });
      for (const clause of section.children) addClause(clause, blocks);
    }
  }
  for (const note of resolution.footnotes) units.push({ kind: 'footnote', note });
  return units;
}

/** Blocks by the clause they follow; one whose clause is not there stands at the start of the section. */
const blocksByPlace = (section: Section): ReadonlyMap<string | null, readonly Block[]> => {
  const paths = new Set<string>();
  const collect = (clauses: readonly Clause[]): void => {
    for (const clause of clauses) {
      paths.add(clause.path);
      collect(clause.children);
    }
  };
  collect(section.children);
  const places = new Map<string | null, Block[]>();
  for (const block of section.blocks) {
    const place = block.after !== null && paths.has(block.after) ? block.after : null;
    places.set(place, [...(places.get(place) ?? []), block]);
  }
  return places;
};

/** What a unit says, as a key: equal for two units exactly when they are the same wherever they stand. */
export function unitKey(unit: TreeUnit): string {
  switch (unit.kind) {
    case 'frame':
      return JSON.stringify([unit.kind, unit.line.name, unit.line.text, unit.line.marks]);
    case 'section':
      return JSON.stringify([unit.kind, unit.part, unit.isDivision, unit.section.text]);
    case 'clause': {
      const { label, depth, text, marks } = unit.clause;
      return JSON.stringify([unit.kind, label, depth, text, marks]);
    }
    case 'block':
      return JSON.stringify([unit.kind, unit.block.kind, unit.block.text]);
    case 'footnote':
      return JSON.stringify([unit.kind, unit.note.label, unit.note.text, unit.note.marks]);
  }
}
