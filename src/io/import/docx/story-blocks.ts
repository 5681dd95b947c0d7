import type { ElementHandler } from './story-runs.ts';
import { revisionOf, spend } from './story-state.ts';
import type { Revision, TrackedBlock, TrackedCell, TrackedRow } from './tracked-document.ts';

const paragraph: ElementHandler = (state, _attributes, budget) => {
  spend(budget);
  const draft = {
    line: ++state.line,
    runs: [],
    markRevisions: [],
    properties: { styleId: null, numbering: null },
    former: null,
    boxes: [] as TrackedBlock[],
  };
  state.paragraphs.push(draft);
  return () => {
    state.paragraphs.pop();
    // A field whose code is still open here never ends: better its code as text than a document cut short.
    state.fields = state.fields.map(() => 'result');
    const { line, runs, markRevisions, properties, former, boxes } = draft;
    const block = {
      kind: 'paragraph',
      line,
      runs,
      markRevisions,
      properties,
      formerProperties: former,
    } as const;
    state.containers.at(-1)?.push(block, ...boxes);
  };
};

const table: ElementHandler = (state) => {
  const draft = { rows: [] as TrackedRow[] };
  const line = state.line + 1;
  state.tables.push(draft);
  return () => {
    state.tables.pop();
    state.containers.at(-1)?.push({ kind: 'table', line, rows: draft.rows });
  };
};

const row: ElementHandler = (state, _attributes, budget) => {
  spend(budget);
  const draft = { revisions: [] as Revision[], cells: [] as TrackedCell[] };
  state.rows.push(draft);
  return () => {
    state.rows.pop();
    state.tables.at(-1)?.rows.push(draft);
  };
};

const cell: ElementHandler = (state, _attributes, budget) => {
  spend(budget);
  const blocks: TrackedBlock[] = [];
  const revisions: Revision[] = [];
  state.cells.push(revisions);
  state.containers.push(blocks);
  return () => {
    state.containers.pop();
    state.cells.pop();
    state.rows.at(-1)?.cells.push({ revisions, blocks });
  };
};

const cellRevision =
  (kind: 'ins' | 'del'): ElementHandler =>
  (state, attributes) => {
    state.cells.at(-1)?.push(revisionOf(kind, attributes));
    return undefined;
  };

/** A tracked change: of the paragraph mark, of a table row, of a numbering, or around text. */
const revision =
  (kind: Revision['kind']): ElementHandler =>
  (state, attributes) => {
    const parent = state.path.at(-2);
    const found = revisionOf(kind, attributes);
    if (parent === 'w:rPr') {
      if (state.path.at(-3) === 'w:pPr' && !state.isFormer)
        state.paragraphs.at(-1)?.markRevisions.push(found);
      return undefined;
    }
    if (parent === 'w:trPr') {
      state.rows.at(-1)?.revisions.push(found);
      return undefined;
    }
    if (parent === 'w:numPr') {
      const draft = state.paragraphs.at(-1);
      if (draft !== undefined && !state.isFormer && kind === 'ins')
        draft.former ??= { ...draft.properties, numbering: { list: '0', level: null } };
      return undefined;
    }
    if (state.revisions.some((outer) => outer.kind === kind)) return undefined;
    state.revisions.push(found);
    return () => state.revisions.pop();
  };

const textBox: ElementHandler = (state) => {
  const boxes: TrackedBlock[] = [];
  const { fields, picture } = state;
  const anchor = state.paragraphs.at(-1);
  state.containers.push(boxes);
  state.fields = [];
  state.picture = null;
  return () => {
    state.containers.pop();
    state.fields = fields;
    state.picture = picture;
    if (anchor === undefined) state.containers.at(-1)?.push(...boxes);
    else anchor.boxes.push(...boxes);
  };
};

const alternates: ElementHandler = (state) => {
  state.branches.push(false);
  return () => state.branches.pop();
};

/** Of the branches of an AlternateContent the first is read: the others say the same in an older form. */
const branch: ElementHandler = (state) => {
  if (state.branches.at(-1) === true) return 'skip';
  if (state.branches.length > 0) state.branches[state.branches.length - 1] = true;
  return undefined;
};

const notRead =
  (what: string): ElementHandler =>
  (state) => {
    state.messages.push({
      code: 'docx-not-read',
      message: `${what} is not read; its text is missing here.`,
      line: state.line,
    });
    return 'skip';
  };

/** Elements that hold blocks or tell what happened to them. */
export const BLOCK_HANDLERS: ReadonlyMap<string, ElementHandler> = new Map<string, ElementHandler>([
  ['w:p', paragraph],
  ['w:tbl', table],
  ['w:tr', row],
  ['w:tc', cell],
  ['w:cellIns', cellRevision('ins')],
  ['w:cellDel', cellRevision('del')],
  ['w:ins', revision('ins')],
  ['w:del', revision('del')],
  ['w:moveFrom', revision('moveFrom')],
  ['w:moveTo', revision('moveTo')],
  ['w:txbxContent', textBox],
  ['mc:AlternateContent', alternates],
  ['mc:Choice', branch],
  ['mc:Fallback', branch],
  ['w:altChunk', notRead('An embedded document (altChunk)')],
  ['w:subDoc', notRead('A sub-document')],
  ['w:sdtPr', () => 'skip'],
  ['w:sdtEndPr', () => 'skip'],
  ['w:smartTagPr', () => 'skip'],
  ['w:customXmlPr', () => 'skip'],
  ['w:sectPr', () => 'skip'],
  ['w:tblPr', () => 'skip'],
  ['w:tblPrEx', () => 'skip'],
  ['w:tblGrid', () => 'skip'],
  ['w:tcPrChange', () => 'skip'],
  ['w:trPrChange', () => 'skip'],
]);
