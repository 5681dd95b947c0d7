import type { PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified, type Plugin, type Processor } from 'unified';
import type { Block, Clause, MarkedText, Resolution } from '../model/resolution.ts';
import type { Placement } from '../model/source.ts';
import { sliceMarked } from '../text/marks.ts';
import { writeMarker } from './markers.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { phrasingNodes } from './phrasing.ts';
import { treeUnits, unitKey, type TreeUnit } from './tree-units.ts';

interface ToMarkdownExtension {
  readonly unsafe?: readonly { readonly character?: string }[];
  readonly extensions?: readonly ToMarkdownExtension[];
}

/** Addresses are read as plain words here, so nothing in them needs an escape ("https\://…"). */
const plainAddresses: Plugin = function (this: Processor) {
  const data = this.data() as { toMarkdownExtensions?: ToMarkdownExtension[] };
  const isAddress = (own: ToMarkdownExtension) =>
    own.unsafe?.some(({ character }) => character === '@') === true;
  data.toMarkdownExtensions = (data.toMarkdownExtensions ?? []).map((extension) => ({
    ...extension,
    ...(extension.extensions === undefined
      ? {}
      : { extensions: extension.extensions.filter((own) => !isAddress(own)) }),
  }));
};

const stringifier = unified()
  .use(remarkGfm, { singleTilde: false })
  .use(plainAddresses)
  .use(remarkStringify, {
    emphasis: '*',
    strong: '*',
    bullet: '-',
    rule: '-',
    listItemIndent: 'one',
    resourceLink: true,
  })
  .freeze();

const paragraphs = (source: MarkedText): MarkedText[] => {
  const pieces: MarkedText[] = [];
  let start = 0;
  for (const piece of source.text.split('\n\n')) {
    pieces.push(sliceMarked(source, start, start + piece.length));
    start += piece.length + 2;
  }
  return pieces;
};

const paragraph = (children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children });

const emphasised = (children: PhrasingContent[]): RootContent => paragraph([{ type: 'emphasis', children }]);

const say = (placed: Exclude<Placement, { role: 'block' }>): PhrasingContent => ({
  type: 'html',
  value: writeMarker(placed),
});

type Phrase = (source: MarkedText) => PhrasingContent[];

const frameNodes = (unit: TreeUnit & { kind: 'frame' }, isSaid: boolean, phrase: Phrase): RootContent => {
  const { line } = unit;
  if (isSaid) return paragraph([say({ role: 'frame', name: line.name }), ...phrase(line)]);
  switch (line.name) {
    case 'number':
      return { type: 'heading', depth: 1, children: phrase(line) };
    case 'title':
      return { type: 'heading', depth: 2, children: phrase(line) };
    case 'history':
      return emphasised(phrase(line));
    case 'opening':
      return paragraph(phrase(line));
  }
};

const sectionNodes = (
  { part, section, isDivision }: TreeUnit & { kind: 'section' },
  isSaid: boolean,
  phrase: Phrase,
): RootContent[] => {
  const { text } = section;
  const plain = (words: string) => phrase({ text: words, marks: [] });
  if (isSaid) return [paragraph([say({ role: 'heading', part, isDivision }), ...plain(text)])];
  if (text === '') return [];
  if (!isDivision) return [emphasised(plain(text))];
  return text
    .split('\n')
    .map((line, at) => ({ type: 'heading', depth: at === 0 ? 1 : 2, children: plain(line) }) as const);
};

const clauseNodes = (clause: Clause, isSaid: boolean, phrase: Phrase): RootContent[] =>
  paragraphs(clause).map((piece, at) => {
    const { label, depth } = clause;
    const nodes: PhrasingContent[] = [];
    if (isSaid) nodes.push(say(at === 0 ? { role: 'clause', depth, label } : { role: 'paragraph' }));
    if (at === 0 && label !== null)
      nodes.push({ type: 'text', value: piece.text === '' ? label : `${label} ` });
    return paragraph([...nodes, ...phrase(piece)]);
  });

/** Tables and pictures are kept as their Markdown, stray text is escaped like any other; the rest stands fenced. */
const blockNode = (block: Block, isSaid: boolean): RootContent => {
  const lang = block.kind === 'text' ? 'block' : block.kind;
  const isMarkdown =
    (block.kind === 'table' && block.text.startsWith('|')) ||
    (block.kind === 'picture' && block.text.startsWith('!['));
  if (!isSaid && isMarkdown) return { type: 'html', value: block.text };
  if (isSaid || block.kind !== 'text') return { type: 'code', lang, value: block.text };
  return paragraph([{ type: 'text', value: block.text }]);
};

/** Writes the units; those in `said` with a marker or a fence that says what they are. */
const render = (
  units: readonly TreeUnit[],
  said: ReadonlySet<number>,
  notes: ReadonlySet<string>,
): string => {
  const phrase: Phrase = (source) => phrasingNodes(source, notes);
  const children = units.flatMap((unit, at): RootContent[] => {
    const isSaid = said.has(at);
    switch (unit.kind) {
      case 'frame':
        return [frameNodes(unit, isSaid, phrase)];
      case 'section':
        return sectionNodes(unit, isSaid, phrase);
      case 'clause':
        return clauseNodes(unit.clause, isSaid, phrase);
      case 'block':
        return [blockNode(unit.block, isSaid)];
      case 'footnote': {
        const { label } = unit.note;
        const pieces = paragraphs(unit.note).map((piece) => ({
          type: 'paragraph' as const,
          children: phrase(piece),
        }));
        return [{ type: 'footnoteDefinition', identifier: label.toLowerCase(), label, children: pieces }];
      }
    }
  });
  const root: Root = { type: 'root', children };
  return stringifier.stringify(root);
};

/** How far ahead the comparison looks for the next unit that is alike on both sides. */
const REACH = 12;

/** Units that were read back as something else. */
const findMisread = (wanted: readonly string[], got: readonly string[]): number[] => {
  const misread: number[] = [];
  let at = 0;
  let other = 0;
  while (at < wanted.length) {
    if (wanted[at] === got[other]) {
      at++;
      other++;
      continue;
    }
    misread.push(at);
    // Both sides go on where they are alike again.
    const meeting = meet(wanted, got, at, other);
    for (let skipped = at + 1; skipped < meeting.at; skipped++) misread.push(skipped);
    ({ at, other } = meeting);
  }
  if (misread.length === 0 && other < got.length) misread.push(wanted.length - 1);
  return misread;
};

const meet = (
  wanted: readonly string[],
  got: readonly string[],
  at: number,
  other: number,
): { readonly at: number; readonly other: number } => {
  for (let sum = 1; sum <= REACH; sum++) {
    for (let here = 0; here <= sum; here++) {
      const [mine, theirs] = [at + here, other + sum - here];
      if (mine < wanted.length && theirs < got.length && wanted[mine] === got[theirs] && mine > at)
        return { at: mine, other: theirs };
    }
  }
  return { at: at + 1, other: other + 1 };
};

/** After so many readings every unit is said outright. */
const ROUNDS = 5;

/**
 * The canonical Markdown of a text, without front matter: number line as `#`, title as `##`, history and
 * headings in emphasis, one paragraph a clause, footnotes at the end. What would be read as something else (a
 * clause that starts like a label, a stray line) gets a marker that says what it is: the writer reads its own
 * text to find these.
 * Law: reading what was written gives the same tree; writing what was read from canonical text gives the same bytes.
 */
export function writeMarkdown(resolution: Resolution): string {
  const units = treeUnits(resolution);
  const notes = new Set(resolution.footnotes.map((note) => note.label));
  const wanted = units.map(unitKey);
  const said = new Set<number>();
  for (let round = 0; round < ROUNDS; round++) {
    const text = render(units, said, notes);
    const reread = treeUnits(parseMarkdown(text, { language: resolution.language })).map(unitKey);
    const misread = findMisread(wanted, reread);
    if (misread.length === 0) return text;
    const before = said.size;
    for (const at of misread) said.add(at);
    // A unit that was said and is still misread is disturbed by its neighbour.
    if (said.size === before) for (const at of misread) said.add(Math.max(0, at - 1));
  }
  return render(units, new Set(units.keys()), notes);
}
