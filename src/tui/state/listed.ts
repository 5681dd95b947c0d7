import type { Flag } from '../../core/model/flag.ts';
import type { Note } from '../../core/model/review.ts';
import type { Entry } from '../document/entries.ts';
import { searchKey } from '../document/highlight.ts';
import { gradeName, labelName } from '../screens/label-name.ts';
import type { AppState } from './app-state.ts';
import type { Desk } from './desk.ts';
import { annotations } from './desk.ts';

/** A line of the list of all flags and notes. */
export type Listed =
  | { readonly kind: 'flag'; readonly entry: Entry; readonly flag: Flag; readonly flagAt: number }
  | { readonly kind: 'note'; readonly entry: Entry | null; readonly note: Note }
  /** What was not checked, and what reader and parser had to say. */
  | { readonly kind: 'warning'; readonly entry: null; readonly text: string };

const textOf = (desk: Desk, listed: Listed): string => {
  const path = listed.entry?.unit.path ?? '';
  if (listed.kind === 'flag') {
    const { label, message } = listed.flag;
    return `${path} ${label} ${labelName(desk.say, listed.flag)} ${gradeName(desk.say, listed.flag)} ${message[desk.session.uiLanguage]}`;
  }
  if (listed.kind === 'warning') return listed.text;
  const { note } = listed;
  return `${note.anchor.path} ${note.stance ?? ''} ${note.author} ${note.comment} ${note.counterText ?? ''}`;
};

/** All flags and notes in reading order, then what was not checked and notes without a place; only those that hold the filter's words. */
export function listedIn(desk: Desk, state: AppState, filter: string): readonly Listed[] {
  const { byChange, orphans } = annotations(desk, state.history.present);
  const all: Listed[] = [];
  for (const entry of desk.entries) {
    if (entry.kind === 'ghost') continue;
    for (const [flagAt, flag] of entry.flags.entries()) all.push({ kind: 'flag', entry, flag, flagAt });
    for (const note of byChange.get(entry.index) ?? []) all.push({ kind: 'note', entry, note });
  }
  const { notChecked, messages } = desk.session.report;
  for (const { what, reason } of notChecked) {
    all.push({ kind: 'warning', entry: null, text: desk.say('panel.notChecked', { what, reason }) });
  }
  for (const { message } of messages) all.push({ kind: 'warning', entry: null, text: message });
  for (const note of orphans) all.push({ kind: 'note', entry: null, note });
  const words = searchKey(filter)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return all;
  return all.filter((listed) => {
    const text = searchKey(textOf(desk, listed));
    return words.every((word) => text.includes(word));
  });
}
