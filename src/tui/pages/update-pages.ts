import { sanitiseLine } from '../../core/text/sanitise.ts';
import type { Language } from '../../core/model/language.ts';
import { LANGUAGES } from '../../core/model/language.ts';
import type { Chord } from '../keys/chords.ts';
import type { CommandName } from '../keys/commands.ts';
import { showKeys } from '../keys/key-table.ts';
import { resolveKey } from '../keys/resolve-key.ts';
import { QUIT } from '../state/app-state.ts';
import { keyOf } from '../state/settle.ts';
import { bufferOf, editWith, insert } from '../state/text-buffer.ts';
import type { PagesDesk } from './desk.ts';
import { lineMoved, pageMoved, settleView, withView } from './move-page.ts';
import type { Page, PageRequest, Target } from './page.ts';
import type { PagesEffect, PagesState, PagesStep, PageView } from './pages-state.ts';
import { blocksOf, currentBlock, exportOf, topView, viewOf } from './pages-state.ts';
import { helpPage } from './program-pages.ts';
import type { ScreenCommand } from './requests.ts';
import { SCREEN_COMMANDS, isReason, requestFor } from './requests.ts';
import { NO_SUBJECT } from './subject.ts';

type Handler = (desk: PagesDesk, state: PagesState) => PagesStep;

const stay = (state: PagesState, ...effects: readonly PagesEffect[]): PagesStep => ({ state, effects });

const told = (
  desk: PagesDesk,
  state: PagesState,
  name: string,
  values?: Record<string, string | number>,
  tone: 'info' | 'warning' = 'warning',
): PagesState => ({ ...state, status: { tone, text: desk.say(name, values) } });

/** A further screen on top of the others, to be read. */
export function asked(
  state: PagesState,
  request: PageRequest,
  language: Language | null = topView(state)?.language ?? null,
): PagesStep {
  const views = [...state.views, viewOf(request, null, language)];
  return stay({ ...state, views, status: null }, { kind: 'read', request, language });
}

const shown = (state: PagesState, page: Page): PagesStep => {
  const view = viewOf(null, page, topView(state)?.language ?? null);
  return stay({ ...state, views: [...state.views, settleView(state, view)] });
};

const withTop =
  (change: (desk: PagesDesk, state: PagesState, view: PageView) => PagesStep): Handler =>
  (desk, state) => {
    const view = topView(state);
    return view ? change(desk, state, view) : stay(state);
  };

const line = (direction: 1 | -1): Handler =>
  withTop((desk, state, view) => {
    const next = lineMoved(state, view, direction);
    if (next) return stay(withView(state, next));
    if (blocksOf(view).length === 0) return stay(told(desk, state, 'disabled.emptyList'));
    return stay(told(desk, state, direction > 0 ? 'page.atEnd' : 'page.atTop'));
  });

const leaf = (direction: 1 | -1): Handler =>
  withTop((desk, state, view) => {
    const next = pageMoved(state, view, direction);
    if (next) return stay(withView(state, next));
    return stay(told(desk, state, direction > 0 ? 'page.atEnd' : 'page.atTop'));
  });

const end = (direction: 1 | -1): Handler =>
  withTop((_desk, state, view) => {
    const cursor = direction > 0 ? 0 : blocksOf(view).length - 1;
    const top = direction > 0 ? { item: 0, row: 0 } : view.top;
    return stay(withView(state, settleView(state, { ...view, cursor, top }, direction)));
  });

const column = (direction: 1 | -1): Handler =>
  withTop((desk, state, view) => {
    const grid = view.page?.grid;
    if (!grid) return stay(told(desk, state, 'page.noColumns'));
    const next = view.column + direction;
    if (next < 0 || next >= grid.columns.length)
      return stay(told(desk, state, direction > 0 ? 'page.lastColumn' : 'page.firstColumn'));
    return stay(withView(state, settleView(state, { ...view, column: next })));
  });

const follow = (desk: PagesDesk, state: PagesState, target: Target | null): PagesStep => {
  if (!target) return stay(told(desk, state, 'page.nothingToOpen'));
  switch (target.kind) {
    case 'request':
      return asked(state, target.request);
    case 'page':
      return shown(state, target.page);
    case 'review':
      return stay(told(desk, state, 'library.opening', {}, 'info'), { kind: 'review', target });
    case 'back':
      return stay(state, { kind: 'leave', end: { code: 0, target } });
    case 'command': {
      const views = state.views.slice(0, -1);
      if (views.length === 0) return stay(state, { kind: 'leave', end: { code: 0, target } });
      return runInPages(desk, { ...state, views, prompt: null }, target.command);
    }
  }
};

const open: Handler = withTop((desk, state, view) => {
  const block = currentBlock(view);
  if (!block) return stay(told(desk, state, 'disabled.emptyList'));
  const target = block.open?.(view.column) ?? null;
  if (!target && block.details) return shown(state, block.details());
  return follow(desk, state, target);
});

const details: Handler = withTop((desk, state, view) => {
  const block = currentBlock(view);
  return block?.details ? shown(state, block.details()) : stay(told(desk, state, 'page.noDetails'));
});

const back: Handler = (_desk, state) => {
  const view = topView(state);
  if (view && view.filter !== '')
    return stay(withView(state, settleView(state, { ...view, filter: '', cursor: 0 })));
  const views = state.views.slice(0, -1);
  if (views.length === 0) return stay(state, { kind: 'leave', end: { code: 0 } });
  return stay({ ...state, views });
};

const screen =
  (command: ScreenCommand): Handler =>
  (desk, state) => {
    const view = topView(state);
    const subject = view?.page?.subject(currentBlock(view), view.column) ?? NO_SUBJECT;
    const request = requestFor(command, subject, desk.origin !== null);
    if (isReason(request)) return stay(told(desk, state, request.reason));
    if (view?.request?.kind === request.kind && JSON.stringify(view.request) === JSON.stringify(request))
      return stay(told(desk, state, 'page.isHere'));
    return asked(state, request);
  };

const language: Handler = withTop((desk, state, view) => {
  if (!view.request || !view.page) return stay(told(desk, state, 'page.noLanguage'));
  const kinds = ['matrix', 'history', 'composite', 'outcome', 'rebase', 'campaigns', 'text', 'meeting'];
  if (!kinds.includes(view.request.kind)) return stay(told(desk, state, 'page.noLanguage'));
  const now = view.page.language ?? view.language ?? 'en';
  const next = LANGUAGES[(LANGUAGES.indexOf(now) + 1) % LANGUAGES.length] ?? 'en';
  const request = withoutLanguage(view.request);
  const read = { ...view, request, language: next };
  return stay(told(desk, withView(state, read), 'library.language', { language: next }, 'info'), {
    kind: 'read',
    request,
    language: next,
  });
});

/** A text that was named with its language is asked for without: another one is wanted. */
const withoutLanguage = (request: PageRequest): PageRequest =>
  request.kind === 'text' ? { ...request, text: request.text.replace(/:[a-z]{2}$/u, '') } : request;

const reload: Handler = withTop((desk, state, view) => {
  if (!view.request) return stay(told(desk, state, 'page.noReload'));
  return stay(told(desk, state, 'library.reading', {}, 'info'), {
    kind: 'read',
    request: view.request,
    language: view.language,
  });
});

const write: Handler = withTop((desk, state, view) => {
  const file = exportOf(view);
  if (!file) return stay(told(desk, state, 'page.noExport'));
  return stay({ ...state, prompt: { kind: 'export', buffer: bufferOf(file.file) } });
});

const compare: Handler = withTop((desk, state, view) => {
  const { page } = view;
  const chosen = page?.grid?.columns[view.column];
  const text = chosen?.text ?? null;
  if (!page || !chosen || text === null) return stay(told(desk, state, 'page.noColumns'));
  const { marked } = state;
  if (!marked) {
    const name = chosen.head.trim();
    const next = { ...state, marked: { text, name } };
    return stay(told(desk, next, 'page.marked', { name, key: keyOf(desk, 'page.compare') }, 'info'));
  }
  const free = { ...state, marked: null };
  if (marked.text === text) return stay(told(desk, free, 'page.unmarked', {}, 'info'));
  const { path } = page.subject(currentBlock(view), view.column);
  return follow(desk, free, {
    kind: 'review',
    base: marked.text,
    revised: text,
    language: page.language,
    place: path === null ? null : { side: 'revised', path },
  });
});

const followIt: Handler = withTop((desk, state, view) => {
  const resolution = view.page?.subject(currentBlock(view), view.column).resolution ?? null;
  if (resolution === null) return stay(told(desk, state, 'page.needs.resolution'));
  return stay(state, { kind: 'follow', resolution });
});

const handlers: Readonly<Partial<Record<CommandName, Handler>>> = {
  'list.next': line(1),
  'list.previous': line(-1),
  'list.first': end(1),
  'list.last': end(-1),
  'list.pageDown': leaf(1),
  'list.pageUp': leaf(-1),
  'list.open': open,
  'list.filter': withTop((_desk, state, view) =>
    stay({ ...state, prompt: { kind: 'filter', buffer: bufferOf(view.filter) } }),
  ),
  'page.left': column(-1),
  'page.right': column(1),
  'page.details': details,
  'page.compare': compare,
  'page.language': language,
  'page.reload': reload,
  'page.export': write,
  'page.follow': followIt,
  'page.file': withTop((desk, state, view) =>
    view.request?.kind === 'import' && view.page?.canFile === true
      ? stay(told(desk, state, 'library.reading', {}, 'info'), { kind: 'file', path: view.request.path })
      : stay(told(desk, state, 'page.nothingToFile')),
  ),
  'page.seen': withTop((desk, state, view) =>
    view.page?.kind === 'following'
      ? stay(state, { kind: 'markSeen' })
      : stay(told(desk, state, 'page.onlyFollowing')),
  ),
  ...Object.fromEntries(SCREEN_COMMANDS.map((command) => [command, screen(command)])),
  'app.palette': (_desk, state) => {
    const step = asked(state, { kind: 'palette', contexts: ['screens', 'page', 'list', 'everywhere'] });
    return { ...step, state: { ...step.state, prompt: { kind: 'filter', buffer: bufferOf('') } } };
  },
  'app.help': (desk, state) =>
    topView(state)?.page?.kind === 'help'
      ? back(desk, state)
      : shown(state, helpPage(desk, ['page', 'list', 'screens', 'everywhere'])),
  'app.back': back,
  'app.quit': (_desk, state) => stay(state, { kind: 'leave', end: { code: QUIT } }),
  'app.interrupt': (_desk, state) => stay(state, { kind: 'leave', end: { code: 130 } }),
  'app.redraw': (_desk, state) => stay(state, { kind: 'redraw' }),
  'app.theme': (_desk, state) => stay(state, { kind: 'theme' }),
  'app.suspend': (_desk, state) => stay(state, { kind: 'suspend' }),
  'prompt.accept': (desk, state) => confirm(desk, state),
  'prompt.cancel': (_desk, state) => cancel(state),
};

/** The names of the commands that do something on the further screens. */
export function pageCommands(): readonly string[] {
  return Object.keys(handlers);
}

const runInPages = (desk: PagesDesk, state: PagesState, command: CommandName): PagesStep =>
  handlers[command]?.(desk, state) ?? stay(state);

const confirm: Handler = (desk, state) => {
  const { prompt } = state;
  if (!prompt) return stay(state);
  const closed = { ...state, prompt: null };
  const text = prompt.buffer.text.trim();
  switch (prompt.kind) {
    case 'filter':
      return topView(state)?.page?.kind === 'palette' ? open(desk, closed) : stay(closed);
    case 'export':
      if (text === '') return stay(told(desk, closed, 'status.noPath'));
      return stay(closed, { kind: 'write', path: text, mayReplace: false });
    case 'replace':
      if (!/^[yo]/iu.test(text)) return stay(told(desk, closed, 'status.notReplaced', {}, 'info'));
      return stay(closed, { kind: 'write', path: prompt.path ?? '', mayReplace: true });
  }
};

const cancel = (state: PagesState): PagesStep => {
  const closed = { ...state, prompt: null };
  const view = topView(state);
  if (state.prompt?.kind !== 'filter' || !view) return stay(closed);
  if (view.request?.kind === 'palette') {
    const views = state.views.slice(0, -1);
    if (views.length === 0) return stay(closed, { kind: 'leave', end: { code: 0 } });
    return stay({ ...closed, views });
  }
  return stay(withView(closed, settleView(closed, { ...view, filter: '' })));
};

const type = (desk: PagesDesk, state: PagesState, chord: Chord): PagesStep => {
  const { prompt } = state;
  const view = topView(state);
  if (!prompt || !view) return stay(state);
  if (prompt.kind === 'filter' && chord.kind === 'key') {
    if (chord.key === 'down') return line(1)(desk, state);
    if (chord.key === 'up') return line(-1)(desk, state);
  }
  if (chord.kind === 'key' && chord.key === 'backspace' && prompt.buffer.text === '') return cancel(state);
  const buffer =
    chord.kind === 'paste'
      ? insert(prompt.buffer, sanitiseLine(chord.text))
      : editWith(prompt.buffer, chord.key);
  const next = { ...state, prompt: { ...prompt, buffer } };
  if (prompt.kind !== 'filter') return stay(next);
  const top = { item: 0, row: 0 };
  return stay(withView(next, settleView(next, { ...view, filter: buffer.text, cursor: 0, top })));
};

/** What a key does on the further screens: the one way in for all input. */
export function pressInPages(desk: PagesDesk, before: PagesState, chord: Chord): PagesStep {
  const state = { ...before, status: null, pending: [] };
  if (chord.kind === 'paste') return type(desk, state, chord);
  const context = state.prompt ? 'prompt' : 'page';
  const outcome = resolveKey(desk.keys, context, before.pending, chord.key);
  if (outcome.kind === 'pending') return stay({ ...state, pending: outcome.pressed });
  if (outcome.kind === 'command') return runInPages(desk, state, outcome.command);
  if (state.prompt) return type(desk, state, chord);
  const values = { key: showKeys(outcome.pressed), help: keyOf(desk, 'app.help') };
  return stay(told(desk, state, 'disabled.unknownKey', values));
}
