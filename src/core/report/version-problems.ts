import type { Clause, Resolution, Section } from '../model/resolution.ts';
import { readBareLabel } from '../text/labels.ts';

/** Where two language versions of one text part: a line in each. */
export interface VersionProblem {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly otherLine: number;
}

interface Placed {
  readonly path: string;
  readonly label: string | null;
  readonly depth: number;
  readonly marks: number;
  readonly paragraphs: number;
  readonly line: number;
}

interface PlacedSection {
  readonly part: string;
  readonly section: Section;
  readonly line: number;
  readonly clauses: readonly Placed[];
}

const lineOf = (node: {
  readonly position?: { readonly start: { readonly line: number } } | undefined;
}): number => node.position?.start.line ?? 1;

const layOut = (resolution: Resolution): PlacedSection[] =>
  resolution.children.flatMap((part) =>
    part.name === 'frame'
      ? []
      : part.children.map((section) => {
          const clauses: Placed[] = [];
          const add = (clause: Clause): void => {
            clauses.push({
              path: clause.path,
              label: clause.label,
              depth: clause.depth,
              marks: clause.text.match(/\[\^[^\]\s]{1,20}\]/gu)?.length ?? 0,
              paragraphs: clause.text.split('\n\n').length,
              line: lineOf(clause),
            });
            clause.children.forEach(add);
          };
          section.children.forEach(add);
          return { part: part.name, section, line: lineOf(section), clauses };
        }),
  );

/** `b)`, Russian `b)` and Arabic `ب)` are the second of their series. */
const isSameLabel = (one: string | null, other: string | null): boolean => {
  if (one === other) return true;
  if (one === null || other === null) return false;
  const readings = (label: string) =>
    readBareLabel(label)?.readings.map(({ values, inserted }) => [...values, inserted].join()) ?? [];
  const known = readings(other);
  return readings(one).some((reading) => known.includes(reading));
};

const name = (label: string | null): string => label ?? 'no label';

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** How two clauses in the same place differ in form; null for not at all. */
const differ = (one: Placed, other: Placed): readonly [code: string, message: string] | null => {
  if (one.depth !== other.depth)
    return ['version-depth', `stands at depth ${one.depth}, in the other version at ${other.depth}`];
  if (!isSameLabel(one.label, other.label))
    return ['version-label', `has ${name(one.label)}, in the other version ${name(other.label)}`];
  if (one.marks !== other.marks)
    return [
      'version-footnote',
      `has ${count(one.marks, 'footnote mark')}, in the other version ${other.marks}`,
    ];
  if (one.paragraphs !== other.paragraphs)
    return [
      'version-paragraphs',
      `has ${count(one.paragraphs, 'paragraph')}, in the other version ${other.paragraphs}`,
    ];
  return null;
};

const compareClauses = (one: PlacedSection, other: PlacedSection): VersionProblem[] => {
  const title = one.section.path;
  const [here, there] = [one.clauses, other.clauses];
  const pairs = Math.min(here.length, there.length);
  const problems: VersionProblem[] = [];
  for (let at = 0; at < pairs; at++) {
    const [mine, theirs] = [here[at], there[at]];
    const found = mine === undefined || theirs === undefined ? null : differ(mine, theirs);
    if (found === null || mine === undefined || theirs === undefined) continue;
    const [code, message] = found;
    problems.push({ code, message: `${mine.path} ${message}`, line: mine.line, otherLine: theirs.line });
    // One clause too many shifts all that follow: the first place says it.
    if (here.length !== there.length) break;
  }
  if (here.length === there.length) return problems;
  const [mine, theirs] = [here[pairs] ?? here[here.length - 1], there[pairs] ?? there[there.length - 1]];
  const [first] = problems;
  const message = `"${title}" has ${count(here.length, 'clause')}, in the other version ${there.length}`;
  const line = first?.line ?? mine?.line ?? one.line;
  return [
    { code: 'version-clauses', message, line, otherLine: first?.otherLine ?? theirs?.line ?? other.line },
  ];
};

/**
 * Where a language version differs in structure from another of the same text: number and year, sections and
 * their parts, clauses with label, depth, paragraphs and footnote marks, footnotes. Lines are of both texts.
 */
export function versionProblems(one: Resolution, other: Resolution): readonly VersionProblem[] {
  const problems: VersionProblem[] = [];
  const add = (code: string, message: string, line = lineOf(one), otherLine = lineOf(other)) =>
    problems.push({ code, message, line, otherLine });
  const frameLine = (resolution: Resolution) => {
    const [frame] = resolution.children;
    return frame?.name === 'frame' && frame.children[0] !== undefined ? lineOf(frame.children[0]) : 1;
  };
  const frames = [frameLine(one), frameLine(other)] as const;
  if (one.number !== other.number)
    add(
      'version-number',
      `the number is ${one.number ?? 'missing'}, in the other version ${other.number ?? 'missing'}`,
      ...frames,
    );
  const [year, otherYear] = [one.revision?.year ?? null, other.revision?.year ?? null];
  if (year !== otherYear)
    add(
      'version-year',
      `the year is ${year ?? 'missing'}, in the other version ${otherYear ?? 'missing'}`,
      ...frames,
    );
  const [here, there] = [layOut(one), layOut(other)];
  for (let at = 0; at < Math.max(here.length, there.length); at++) {
    const [mine, theirs] = [here[at], there[at]];
    if (
      mine?.part !== theirs?.part ||
      here.length !== there.length ||
      mine === undefined ||
      theirs === undefined
    ) {
      const isSame = mine?.part === theirs?.part && mine?.clauses.length === theirs?.clauses.length;
      if (isSame) continue;
      const say = (placed: PlacedSection | undefined) =>
        placed === undefined
          ? 'nothing'
          : `"${placed.section.path}" (${placed.part}, ${count(placed.clauses.length, 'clause')})`;
      const ends = [here[here.length - 1]?.line ?? 1, there[there.length - 1]?.line ?? 1] as const;
      const message =
        here.length === there.length
          ? `${say(mine)} stands where the other version has ${say(theirs)}`
          : `there are ${count(here.length, 'section')}, in the other version ${there.length}: ${say(mine)} here, ${say(theirs)} there`;
      add('version-sections', message, mine?.line ?? ends[0], theirs?.line ?? ends[1]);
      return problems;
    }
    problems.push(...compareClauses(mine, theirs));
  }
  if (one.footnotes.length !== other.footnotes.length) {
    const last = (resolution: Resolution) => {
      const note = resolution.footnotes[resolution.footnotes.length - 1];
      return note === undefined ? 1 : lineOf(note);
    };
    const message = `there are ${count(one.footnotes.length, 'footnote')}, in the other version ${other.footnotes.length}`;
    add('version-footnotes', message, last(one), last(other));
  }
  return problems;
}
