import type { Block, Clause, Section, SectionPart } from '../model/resolution.ts';
import type { Message } from '../model/message.ts';
import type { SourceLine } from '../model/source.ts';
import { leadingVerbPart } from '../text/headings.ts';
import { readLabel } from '../text/labels.ts';
import type { LanguageTable } from '../text/language-table.ts';
import { joinMarked } from '../text/marks.ts';
import { toBlock } from './blocks.ts';
import {
  clauseText,
  nestClauses,
  type BodyLine,
  type ClauseDraft,
  type ClauseGroup,
} from './nest-clauses.ts';
import { readNumberLine } from './frame.ts';
import { divisionName, headingPath, labelPath, pathRegister } from './paths.ts';
import { positionOf } from './positions.ts';
import { recogniseLines, type LineRole } from './recognise-lines.ts';
import { isProposalLine, isReasons } from './stray-lines.ts';

export interface SectionsReading {
  readonly parts: readonly SectionPart[];
  readonly messages: readonly Message[];
}

type PartName = SectionPart['name'];

interface OpenSection {
  readonly part: PartName;
  readonly heading: readonly SourceLine[];
  /** Path before it is made unique. */
  readonly path: string;
  readonly verb: string | null;
  readonly addressee: string | null;
  readonly lines: BodyLine[];
}

/** A title of an annex or section has at most this many lines. */
const TITLE_LINES = 3;

const isDivisionTitle = (role: LineRole, next: LineRole | undefined): boolean => {
  if (role.role === 'division' || role.role === 'stray') return false;
  const { line } = role;
  if (line.placed !== undefined) return false;
  if (line.style === 'title' || line.style === 'annex-title') return true;
  if (role.role === 'heading') return role.match === null;
  const isLabelled = line.label !== null || readLabel(line.text) !== null;
  if (isLabelled || /[;.,:：；。，]\s*$/u.test(line.text) || line.text.length > 160) return false;
  const below = next?.line;
  if (below === undefined || next?.role === 'stray') return false;
  return (
    next?.role === 'heading' ||
    below.label !== null ||
    readLabel(below.text) !== null ||
    below.text.length > 60
  );
};

/** True for a text in which every clause brings its own verb and no heading stands alone (General Assembly). */
const isVerbLed = (roles: readonly LineRole[], table: LanguageTable): boolean => {
  if (roles.some((role) => role.role === 'heading' && role.match !== null)) return false;
  let led = 0;
  for (const role of roles) {
    if (role.role !== 'clause' || role.line.placed !== undefined) continue;
    if (leadingVerbPart(ownWords(role.line), table) !== null) led++;
    if (led === 2) return true;
  }
  return false;
};

/** The part a clause with its own verb stands in: that of its verb, outside annexes. */
const ledPart = (line: SourceLine, part: PartName, table: LanguageTable): PartName =>
  part === 'annex' ? part : (leadingVerbPart(ownWords(line), table) ?? part);

const ownWords = (line: SourceLine): string =>
  line.label === null ? (readLabel(line.text)?.rest ?? line.text) : line.text;

/** Gathers lines under their headings and decides each section's part. */
const gatherSections = (
  roles: readonly LineRole[],
  table: LanguageTable,
  messages: Message[],
): readonly OpenSection[] => {
  const sections: OpenSection[] = [];
  const verbLed = isVerbLed(roles, table);
  let part: PartName = 'preamble';
  let division: string | null = null;
  /** True after "Reasons:" or a proposal's symbol: what follows is no clause until a heading comes. */
  let isAfterText = false;

  const openSection = (
    heading: readonly SourceLine[],
    path: string,
    more: Partial<OpenSection> = {},
  ): OpenSection => {
    const section = { part, heading, path, verb: null, addressee: null, lines: [], ...more };
    sections.push(section);
    return section;
  };
  const add = (line: SourceLine, isStray: boolean): void => {
    (sections[sections.length - 1] ?? openSection([], part)).lines.push({ line, isStray });
  };

  for (let at = 0; at < roles.length; at++) {
    const role = roles[at];
    if (role === undefined) break;
    const { line } = role;
    if (role.role === 'stray') {
      if (isReasons(line, table) || isProposalLine(line)) isAfterText = true;
      add(line, true);
      continue;
    }
    if (role.role === 'clause') {
      const own: PartName = verbLed && !isAfterText ? ledPart(line, part, table) : part;
      if (own !== part) {
        part = own;
        openSection([], part);
      }
      if (isAfterText && readNumberLine(line.text, table) !== null) {
        messages.push({
          code: 'second-text',
          message: `"${line.text.slice(0, 60)}" opens another text: import the document to split its proposals`,
          line: line.line,
        });
      }
      const isPlaced = line.placed?.role === 'clause' || line.placed?.role === 'paragraph';
      add(line, isAfterText && !isPlaced);
      continue;
    }
    isAfterText = false;
    if (role.role === 'division') {
      const heading = [line];
      for (
        let next = roles[at + 1];
        next !== undefined &&
        line.placed === undefined &&
        heading.length < TITLE_LINES &&
        isDivisionTitle(next, roles[at + 2]);
        next = roles[at + 1]
      ) {
        heading.push(next.line);
        at++;
      }
      if (line.placed?.role === 'heading') part = line.placed.part;
      else if (role.isAnnex) part = 'annex';
      const name = divisionName(line.text, role.number);
      // A section inside an annex is cited below it.
      const path: string =
        role.isAnnex || part !== 'annex' || division === null ? name : `${division} ${name}`;
      if (role.isAnnex) division = name;
      openSection(heading, path);
      continue;
    }
    const { match } = role;
    const path = headingPath(line.text);
    if (line.placed?.role === 'heading') part = line.placed.part;
    else if (part !== 'annex' && match !== null) part = match.part;
    if (part === 'annex') {
      const own = `${division ?? ''} ${path}`.trim();
      openSection(line.text === '' ? [] : [line], own === '' ? part : own, { verb: match?.verb ?? null });
      continue;
    }
    if (match === null && line.text !== '') {
      messages.push({
        code: 'unknown-heading',
        message: `"${path}" is no heading known here; kept in the ${part}: check that it opens a section`,
        line: line.line,
      });
    }
    openSection(line.text === '' ? [] : [line], path === '' ? part : path, {
      verb: match?.verb ?? null,
      addressee: match?.addressee ?? null,
    });
  }
  return sections;
};

/** Parts, sections and clauses of the lines after the frame. Law: every line ends up in a clause, a heading or a block. */
export function buildSections(lines: readonly SourceLine[], table: LanguageTable): SectionsReading {
  const messages: Message[] = [];
  const roles = recogniseLines(lines, table);
  const uniqueSection = pathRegister();
  const uniqueClause = pathRegister();
  const parts: SectionPart[] = [];
  let lostPart: PartName | null = null;
  const addSection = (name: PartName, section: Section): void => {
    const last = parts[parts.length - 1];
    if (last?.name === name) parts[parts.length - 1] = { ...last, children: [...last.children, section] };
    else parts.push({ type: 'part', name, children: [section] });
  };

  for (const open of gatherSections(roles, table, messages)) {
    const { groups, odd } = nestClauses(open.lines);
    messages.push(...odd);
    if (open.verb !== null) lostPart = null;
    groups.forEach((group, at) => {
      // Where headings were lost, figures tell the operative clauses from the lettered ones before them.
      if (at > 0 && open.part === 'preamble' && group.isNumbered) lostPart = 'operative';
      const part = at === 0 ? open.part : (lostPart ?? open.part);
      const isOwn = at === 0;
      const path = uniqueSection(
        isOwn && open.heading.length > 0 ? open.path : part === 'annex' ? open.path : part,
      );
      const section = isOwn ? open : { ...open, part, heading: [], verb: null, addressee: null };
      addSection(part, closeSection(section, path, group, uniqueClause));
    });
  }
  return { parts, messages };
}

const closeSection = (
  open: OpenSection,
  path: string,
  group: ClauseGroup,
  unique: (path: string) => string,
): Section => {
  const pathOf = new Map<ClauseDraft, string>();
  const close = (siblings: readonly ClauseDraft[], parents: readonly string[]): Clause[] => {
    let bullets = 0;
    return siblings.map((draft) => {
      const labels = labelPath(parents, draft.label, bullets);
      if (draft.label === '–' || draft.label === '•') bullets++;
      const own = unique([path, ...labels].join(' '));
      const [line] = draft.lines;
      pathOf.set(draft, own);
      const { text, marks } = clauseText(draft);
      return {
        type: 'clause',
        path: own,
        label: draft.label,
        depth: draft.depth,
        text,
        marks,
        ...(line === undefined ? {} : positionOf(line)),
        children: close(draft.children, labels),
      };
    });
  };
  const children = close(group.clauses, []);
  const blocks: Block[] = group.strays.map(({ line, after }) =>
    toBlock(line, after === null ? null : (pathOf.get(after) ?? null)),
  );
  const place = open.heading[0] ?? group.line;
  return {
    type: 'section',
    text: joinMarked(open.heading, '\n').text,
    // A heading is set in italics as a whole by custom: the marks say nothing.
    marks: [],
    path,
    verb: open.verb,
    addressee: open.addressee,
    ...(place === null ? {} : positionOf(place)),
    children,
    blocks,
  };
};
