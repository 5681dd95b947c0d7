import { EXPORT_FORMATS, type ExportFormat } from '../../app/export-formats.ts';
import type { AppState, Step } from '../state/app-state.ts';
import { answered } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import { bufferOf } from '../state/text-buffer.ts';
import type { Handler, Handlers } from './handler.ts';
import { refuse, step } from './handler.ts';

/** The formats whose names hold all words of a filter. */
export function formatsNamed(desk: Pick<Desk, 'say'>, filter: string): readonly ExportFormat[] {
  const words = filter.toLowerCase().split(' ');
  return EXPORT_FORMATS.filter((format) => {
    const text = `${format} ${desk.say(`export.${format}`)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The menu of formats; where files cannot be named, the notes go where they are kept. */
const menu: Handler = (desk, state) => {
  if (!desk.session.exportAs)
    return { state: answered(state, desk.say('status.exporting')), effects: [{ kind: 'export' }] };
  const overlay = { kind: 'export', cursor: 0, top: 0, filter: '' } as const;
  return step(desk, { ...state, overlays: [...state.overlays, overlay] });
};

/** Asks for the file, once a format was chosen. */
export function chooseFormat(desk: Desk, state: AppState, format: ExportFormat | undefined): Step {
  if (!format) return refuse(desk, state, 'disabled.emptyList');
  const name = desk.session.exportName?.(format) ?? format;
  const overlays = state.overlays.slice(0, -1);
  return step(desk, { ...state, overlays, prompt: { kind: 'export', buffer: bufferOf(name), format } });
}

/** Writes the file named; one that is there already is asked about first. */
export function confirmExport(desk: Desk, state: AppState): Step {
  const { prompt } = state;
  const closed = { ...state, prompt: null };
  const format = prompt?.format;
  if (!prompt || !format) return step(desk, closed);
  const text = prompt.buffer.text.trim();
  if (prompt.kind === 'replace') {
    if (!/^[yo]/iu.test(text)) return refuse(desk, closed, 'status.notReplaced');
    return write(desk, closed, { format, path: prompt.path ?? '', mayReplace: true });
  }
  if (text === '') return refuse(desk, closed, 'status.noPath');
  return write(desk, closed, { format, path: text, mayReplace: false });
}

const write = (
  desk: Desk,
  state: AppState,
  file: { readonly format: ExportFormat; readonly path: string; readonly mayReplace: boolean },
): Step => ({
  state: answered(state, desk.say('status.writing', { path: file.path })),
  effects: [{ kind: 'exportAs', ...file }],
});

const importNotes: Handler = (desk, state) => {
  if (!desk.session.importNotes) return refuse(desk, state, 'disabled.noImport');
  return step(desk, { ...state, prompt: { kind: 'import', buffer: bufferOf('') } });
};

/** Takes the notes of the file named into the review. */
export function confirmImport(desk: Desk, state: AppState, path: string): Step {
  const closed = { ...state, prompt: null };
  if (path.trim() === '') return refuse(desk, closed, 'status.noPath');
  return {
    state: answered(closed, desk.say('page.reading')),
    effects: [{ kind: 'importNotes', path: path.trim() }],
  };
}

export const exporting: Handlers = { 'review.export': menu, 'review.importNotes': importNotes };
