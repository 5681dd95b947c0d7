import { isUnchanged } from '../document/entries.ts';
import { SPLIT_COLUMNS } from '../layout/geometry.ts';
import { answered } from '../state/app-state.ts';
import { keyOf, refolded } from '../state/settle.ts';
import type { Handler, Handlers } from './handler.ts';
import { refuse, reply, step } from './handler.ts';
import { seek } from './moving.ts';

const layout: Handler = (desk, state) => {
  if (desk.isInlineOnly) return refuse(desk, state, 'disabled.inlineOnly');
  const have = state.size.columns;
  if (have < SPLIT_COLUMNS)
    return refuse(desk, state, 'disabled.tooNarrow', { columns: SPLIT_COLUMNS, have });
  const wanted = state.view.sheet.layout === 'split' ? 'inline' : 'split';
  return reply(desk, { ...state, view: { ...state.view, wanted } }, `status.${wanted}`);
};

const wrap: Handler = (desk, state) => {
  const isCut = state.view.sheet.isCut !== true;
  const sheet = { ...state.view.sheet, isCut };
  return reply(desk, { ...state, view: { ...state.view, sheet } }, isCut ? 'status.cut' : 'status.wrapped');
};

const reload: Handler = (desk, state) => {
  if (!desk.session.reread) return refuse(desk, state, 'disabled.noReload');
  return { state: answered(state, desk.say('page.reading')), effects: [{ kind: 'reload' }] };
};

const foldAll: Handler = (desk, state) => {
  const { view } = state;
  const isAllOpen = !view.folding.isAllOpen;
  const folding = { ...view.folding, isAllOpen, opened: new Set<string>() };
  const next = { ...state, view: refolded(desk, view, folding) };
  return reply(desk, next, isAllOpen ? 'status.allOpen' : 'status.allFolded');
};

const fold: Handler = (desk, state) => {
  const { view } = state;
  const { folding, items, cursor } = view;
  const item = items[cursor];
  if (!item) return step(desk, state);
  if (item.kind === 'fold') {
    const opened = new Set(folding.opened).add(item.key);
    return step(desk, { ...state, view: refolded(desk, view, { ...folding, opened }) });
  }
  if (folding.isAllOpen) return foldAll(desk, state);
  // On an unchanged clause, the run around it is closed again; its key is that of its first folded clause.
  const isInRun = isUnchanged(item);
  if (isInRun) {
    let from = cursor;
    for (let at = cursor; at >= 0; at--) {
      const before = items[at];
      if (!before || before.kind === 'fold' || !isUnchanged(before)) break;
      from = at;
    }
    const changed = seek(items, cursor, 1, (next) => next.kind === 'fold' || !isUnchanged(next));
    const keys = items.slice(from, changed < 0 ? items.length : changed).map(({ key }) => `f:${key}`);
    const closing = keys.filter((key) => folding.opened.has(key));
    if (closing.length > 0) {
      const opened = new Set([...folding.opened].filter((key) => !closing.includes(key)));
      return step(desk, { ...state, view: refolded(desk, view, { ...folding, opened }) });
    }
  }
  return foldAll(desk, state);
};

const MOST_CONTEXT = 20;

const context =
  (by: 1 | -1): Handler =>
  (desk, state) => {
    const { view } = state;
    if (view.folding.isAllOpen) {
      return refuse(desk, state, 'disabled.alreadyAllOpen', { key: keyOf(desk, 'review.foldAll') });
    }
    const count = Math.max(0, Math.min(MOST_CONTEXT, view.folding.context + by));
    const folding = { ...view.folding, context: count, opened: new Set<string>() };
    return reply(desk, { ...state, view: refolded(desk, view, folding) }, 'status.context', { count });
  };

const details: Handler = (desk, state) => {
  const item = state.view.items[state.view.cursor];
  if (item?.kind === 'fold') return fold(desk, state);
  return step(desk, { ...state, overlays: [...state.overlays, { kind: 'details', top: 0 }] });
};

const list: Handler = (desk, state) =>
  step(desk, { ...state, overlays: [...state.overlays, { kind: 'list', cursor: 0, top: 0, filter: '' }] });

const copy: Handler = (desk, state) => {
  const item = state.view.items[state.view.cursor];
  if (!item || item.kind === 'fold') {
    return refuse(desk, state, 'disabled.onFold', { key: keyOf(desk, 'review.fold') });
  }
  const { path, text } = item.unit;
  return {
    state: answered(state, desk.say('status.copied', { path })),
    effects: [{ kind: 'copy', text: `${path}\n${text}` }],
  };
};

export const viewing: Handlers = {
  'review.layout': layout,
  'review.wrap': wrap,
  'review.reload': reload,
  'review.fold': fold,
  'review.foldAll': foldAll,
  'review.lessContext': context(-1),
  'review.moreContext': context(1),
  'review.details': details,
  'review.list': list,
  'review.copy': copy,
};
