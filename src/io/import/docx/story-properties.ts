import type { ElementHandler } from './story-runs.ts';
import type { CommentAnchor, ParagraphDraft, StoryState } from './story-state.ts';

type Properties = ParagraphDraft['properties'];

/** The properties a `w:pPr` element is filling: those of now, or (inside `w:pPrChange`) those of before. */
const current = (state: StoryState): Properties | null => {
  const draft = state.paragraphs.at(-1);
  if (draft === undefined || !state.path.includes('w:pPr')) return null;
  return state.isFormer ? draft.former : draft.properties;
};

const change: ElementHandler = (state) => {
  const draft = state.paragraphs.at(-1);
  if (draft === undefined) return 'skip';
  draft.former = { styleId: null, numbering: null };
  state.isFormer = true;
  return () => {
    state.isFormer = false;
  };
};

const numbering =
  (name: 'list' | 'level'): ElementHandler =>
  (state, attributes) => {
    const properties = state.path.at(-2) === 'w:numPr' ? current(state) : null;
    if (properties === null) return undefined;
    const value = attributes('w:val') ?? '';
    const known = properties.numbering ?? { list: null, level: null };
    properties.numbering =
      name === 'list' ? { ...known, list: value } : { ...known, level: Number(value) || 0 };
    return undefined;
  };

const anchorOf = (state: StoryState, id: string): CommentAnchor => {
  const anchor = state.anchors.get(id) ?? { quote: '', struck: '', line: 0 };
  state.anchors.set(id, anchor);
  return anchor;
};

/** Paragraph properties, links, and the anchors of comments. */
export const PROPERTY_HANDLERS: ReadonlyMap<string, ElementHandler> = new Map<string, ElementHandler>([
  [
    'w:pStyle',
    (state, attributes) => {
      const properties = current(state);
      if (properties !== null) properties.styleId = attributes('w:val') ?? null;
      return undefined;
    },
  ],
  ['w:ilvl', numbering('level')],
  ['w:numId', numbering('list')],
  ['w:pPrChange', change],
  [
    'w:hyperlink',
    (state, attributes) => {
      const url = state.links.get(attributes('r:id') ?? '');
      if (url === undefined) return undefined;
      state.urls.push(url);
      return () => state.urls.pop();
    },
  ],
  [
    'w:commentRangeStart',
    (state, attributes) => {
      const id = attributes('w:id') ?? '';
      anchorOf(state, id);
      // A hostile file opens thousands at once, and each would cost at every run.
      if (state.openAnchors.size < 64) state.openAnchors.add(id);
      return undefined;
    },
  ],
  [
    'w:commentRangeEnd',
    (state, attributes) => {
      state.openAnchors.delete(attributes('w:id') ?? '');
      return undefined;
    },
  ],
  [
    'w:commentReference',
    (state, attributes) => {
      const id = attributes('w:id') ?? '';
      const anchor = anchorOf(state, id);
      state.openAnchors.delete(id);
      if (anchor.line === 0) anchor.line = state.paragraphs.at(-1)?.line ?? 0;
      return undefined;
    },
  ],
]);
