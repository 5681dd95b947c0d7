import type { Unit } from '../model/change.ts';
import type { Clause, PartName, Resolution } from '../model/resolution.ts';

const lineOf = (node: {
  readonly position?: { readonly start: { readonly line: number } } | undefined;
}): number => node.position?.start.line ?? 0;

/** The part a footnote belongs to: that of the clause that first calls it. */
const partOfNote = (label: string, units: readonly Unit[]): PartName =>
  units.find(({ text }) => text.includes(`[^${label}]`))?.part ?? 'annex';

/** Everything of a text that is compared, in reading order: frame lines, headings, clauses, and then footnotes. */
export function unitsOf(resolution: Resolution): Unit[] {
  const units: Unit[] = [];
  const none = { heading: '', section: '', verb: null, addressee: null, label: null, depth: 0 };
  for (const part of resolution.children) {
    if (part.name === 'frame') {
      for (const line of part.children) {
        units.push({
          unit: 'frame',
          path: line.name,
          part: 'frame',
          ...none,
          text: line.text,
          line: lineOf(line),
        });
      }
      continue;
    }
    for (const section of part.children) {
      const place = {
        part: part.name,
        heading: section.text,
        section: section.path,
        verb: section.verb,
        addressee: section.addressee,
      };
      if (section.text !== '') {
        const at = { label: null, depth: 0, text: section.text, line: lineOf(section) };
        units.push({ unit: 'heading', path: section.path, ...place, ...at });
      }
      const add = (clause: Clause): void => {
        const { path, label, depth, text } = clause;
        units.push({ unit: 'clause', path, ...place, label, depth, text, line: lineOf(clause) });
        clause.children.forEach(add);
      };
      section.children.forEach(add);
    }
  }
  const notes = resolution.footnotes.map((note, at): Unit => ({
    unit: 'footnote',
    path: `footnote ${note.label}${resolution.footnotes.findIndex(({ label }) => label === note.label) === at ? '' : ` (${at + 1})`}`,
    part: partOfNote(note.label, units),
    ...none,
    label: note.label,
    text: note.text,
    line: lineOf(note),
  }));
  return [...units, ...notes];
}

/** The clauses of a text, in reading order. */
export function clausesOf(resolution: Resolution): Unit[] {
  return unitsOf(resolution).filter(({ unit }) => unit === 'clause');
}
