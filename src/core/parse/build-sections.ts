import type { Block, Clause, Section, SectionPart } from '../model/resolution.ts';
import type { Message } from '../model/message.ts';
import type { SourceLine } from '../model/source.ts';
import type { LanguageTable } from '../text/language-table.ts';
import { joinMarked } from '../text/marks.ts';
import { readLabel } from '../text/labels.ts';
import { toBlock } from './blocks.ts';
import { clauseText, nestClauses, type ClauseDraft } from './nest-clauses.ts';
import { headingPath, labelPath, pathRegister } from './paths.ts';
import { positionOf } from './positions.ts';
import { recogniseLines, type LineRole } from './recognise-lines.ts';

export interface SectionsReading {
  readonly parts: readonly SectionPart[];
  readonly messages: readonly Message[];
}

type PartName = SectionPart['name'];

interface OpenSection {
  readonly part: PartName;
  readonly heading: readonly SourceLine[];
  readonly path: string;
  readonly verb: string | null;
  readonly addressee: string | null;
  readonly lines: SourceLine[];
}

const isAnnexTitle = (role: LineRole, next: LineRole | undefined): boolean => {
  if (role.role === 'annex') return false;
  const { line } = role;
  if (line.style === 'title' || line.style === 'annex-title') return true;
  if (role.role === 'heading') return role.match === null;
  const isLabelled = line.label !== null || readLabel(line.text) !== null;
  const nextText = next?.line;
  const introducesList =
    nextText !== undefined && (nextText.label !== null || readLabel(nextText.text) !== null);
  return !isLabelled && !/[;.,:]\s*$/u.test(line.text) && line.text.length < 160 && introducesList;
};

/** Parts, sections and clauses of the lines after the frame. Every line ends up in a clause or in a block. */
export function buildSections(lines: readonly SourceLine[], table: LanguageTable): SectionsReading {
  const roles = recogniseLines(lines, table);
  const messages: Message[] = [];
  const unique = pathRegister();
  const sections: OpenSection[] = [];
  let part: PartName = 'preamble';
  let annexPath: string | null = null;

  const openSection = (
    heading: readonly SourceLine[],
    path: string,
    more: Partial<OpenSection> = {},
  ): OpenSection => {
    const section: OpenSection = {
      part,
      heading,
      path: unique(path),
      verb: null,
      addressee: null,
      lines: [],
      ...more,
    };
    sections.push(section);
    return section;
  };

  for (let at = 0; at < roles.length; at++) {
    const role = roles[at];
    if (role === undefined) break;
    if (role.role === 'annex') {
      const heading = [role.line];
      for (
        let next = roles[at + 1];
        next !== undefined && isAnnexTitle(next, roles[at + 2]);
        next = roles[at + 1]
      ) {
        heading.push(next.line);
        at++;
        if (heading.length > 3) break;
      }
      part = 'annex';
      const word = /^\p{L}+/u.exec(role.line.text.trim())?.[0] ?? 'Annex';
      const name = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
      annexPath = role.number === null ? name : `${name} ${role.number}`;
      openSection(heading, annexPath);
      continue;
    }
    if (role.role === 'heading') {
      const { line, match } = role;
      const path = headingPath(line.text);
      if (part === 'annex') {
        openSection([line], `${annexPath ?? ''} ${path}`.trim(), { verb: match?.verb ?? null });
        continue;
      }
      if (match !== null) part = match.part;
      else
        messages.push({
          code: 'unknown-heading',
          message: `"${path}" is no heading known here; kept in the ${part}`,
          line: line.line,
        });
      openSection([line], path, { verb: match?.verb ?? null, addressee: match?.addressee ?? null });
      continue;
    }
    (sections[sections.length - 1] ?? openSection([], part)).lines.push(role.line);
  }

  const parts: SectionPart[] = [];
  for (const open of sections) {
    const last = parts[parts.length - 1];
    const section = closeSection(open, messages);
    const startsAnnex = open.part === 'annex' && open.heading.length > 0 && !open.path.includes(' ');
    if (last !== undefined && last.name === open.part && !startsAnnex) {
      parts[parts.length - 1] = { ...last, children: [...last.children, section] };
    } else parts.push({ type: 'part', name: open.part, children: [section] });
  }
  return { parts, messages };
}

const closeSection = (open: OpenSection, messages: Message[]): Section => {
  const blocks: Block[] = [];
  const words = open.lines.filter((line) => line.kind === 'paragraph');
  const { clauses: drafts, odd } = nestClauses(words);
  messages.push(...odd);
  const unique = pathRegister();
  const starts: { readonly line: number; readonly path: string }[] = [];

  const close = (siblings: readonly ClauseDraft[], parents: readonly string[]): Clause[] => {
    let bullets = 0;
    return siblings.map((draft) => {
      const labels = labelPath(parents, draft.label, bullets);
      if (draft.label === '–' || draft.label === '•') bullets++;
      const path = unique([open.path, ...labels].join(' '));
      const [line] = draft.lines;
      starts.push({ line: line?.line ?? 0, path });
      return {
        type: 'clause',
        path,
        label: draft.label,
        depth: draft.depth,
        ...clauseText(draft),
        ...(line === undefined ? {} : positionOf(line)),
        children: close(draft.children, labels),
      };
    });
  };
  const clauses = close(drafts, []);
  for (const line of open.lines) {
    if (line.kind === 'paragraph') continue;
    const before = starts.filter((start) => start.line < line.line);
    blocks.push(toBlock(line, before[before.length - 1]?.path ?? null));
  }
  const [first] = open.heading;
  const heading = joinMarked(open.heading, '\n');
  return {
    type: 'section',
    text: heading.text,
    // A heading is set in italics as a whole by custom: the marks say nothing.
    marks: [],
    path: open.path,
    verb: open.verb,
    addressee: open.addressee,
    ...(first === undefined ? {} : positionOf(first)),
    children: clauses,
    blocks,
  };
};
