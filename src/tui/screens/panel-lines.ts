import type { Flag } from '../../core/model/flag.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import { notesHere } from '../commands/noting.ts';
import { flagsOf } from '../commands/moving.ts';
import type { Entry } from '../document/entries.ts';
import { KIND_SIGNS } from '../document/gutter.ts';
import { provenance } from '../document/item-rows.ts';
import type { Row } from '../layout/row.ts';
import { textRow } from '../layout/row.ts';
import { spreadRow } from '../layout/row-shape.ts';
import type { AppState } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import { annotations } from '../state/desk.ts';
import { keyOf } from '../state/settle.ts';
import { flagLines, flagTitle, paragraph } from './flag-lines.ts';
import { noteLines } from './note-lines.ts';

/** What happened to the clause: kind, place, likeness; under it, where it came from and how sure that is. */
export function changeLines(desk: Desk, entry: Entry, columns: number): Row[] {
  const { say } = desk;
  const { change } = entry;
  const path = sanitiseLine(entry.unit.path);
  if (!change) return [textRow(`   ${path}`, 'strong')];
  const kind = say(`kind.${change.kind}`);
  const isPaired = change.base.length > 0 && change.revised.length > 0 && change.score < 1;
  const alike = isPaired ? say('panel.score', { percent: Math.round(change.score * 100) }) : '';
  const lines: Row[] = [
    spreadRow(
      [
        { text: ` ${KIND_SIGNS[change.kind]} `, style: 'strong' },
        { text: path, style: 'strong' },
        { text: `  ${kind} ${provenance(change, desk)}`, style: 'plain' },
      ],
      [{ text: `${alike} `, style: 'dim' }],
      columns,
    ),
  ];
  if (change.reasons.length > 0) {
    lines.push(...paragraph(desk, say('panel.reasons'), sanitiseLine(change.reasons.join(', ')), columns));
  }
  const { runnerUp, isAmbiguous } = change.pairing;
  if (isAmbiguous && runnerUp) {
    lines.push(
      ...paragraph(
        desk,
        '',
        say('panel.ambiguous', { path: sanitiseLine(runnerUp.path) }),
        columns,
        'warning',
      ),
    );
  }
  if (change.moved) {
    lines.push(
      ...paragraph(
        desk,
        '',
        say('clause.moveOtherEnd', { key: keyOf(desk, 'review.otherEnd') }),
        columns,
        'dim',
      ),
    );
  }
  return lines;
}

const titled = (
  desk: Desk,
  state: AppState,
  entry: Entry,
  flag: Flag,
  at: number,
  columns: number,
): Row[] => {
  const { decisions } = annotations(desk, state.history.present);
  const decision = decisions.get(flag.fingerprint);
  const place = { path: entry.unit.path, at, all: entry.flags.length };
  return [
    ...flagTitle(desk, flag, place, decision, columns),
    ...paragraph(desk, '', sanitiseLine(flag.message[desk.session.uiLanguage]), columns, 'strong'),
  ];
};

/** The panel on the current item: its flag, then the notes (the panel may be small), then the small print. */
export function panelLines(desk: Desk, state: AppState, columns: number): Row[] {
  const { view } = state;
  const item = view.items[view.cursor];
  if (!item) return [];
  if (item.kind === 'fold') return [textRow(` ${desk.say('panel.unchangedRun')}`, 'dim')];
  const notes = notesHere(desk, state).flatMap((note) => noteLines(desk, note, item.change, columns));
  const flag = flagsOf(item)[view.flagAt];
  if (!flag) {
    const quiet =
      notes.length > 0
        ? notes
        : [
            textRow(
              `   ${desk.say(desk.session.report.notChecked.length > 0 ? 'panel.unchecked' : 'panel.noFlag')}`,
              'dim',
            ),
          ];
    return [...changeLines(desk, item, columns), ...quiet];
  }
  const decision = annotations(desk, state.history.present).decisions.get(flag.fingerprint);
  return [
    ...titled(desk, state, item, flag, view.flagAt, columns),
    ...notes,
    ...flagLines(desk, flag, decision, columns),
  ];
}

/** Everything about the current clause for the details screen: all its flags in full, then the notes. */
export function detailLines(desk: Desk, state: AppState, columns: number): Row[] {
  const item = state.view.items[state.view.cursor];
  if (!item || item.kind === 'fold') return [];
  const { decisions } = annotations(desk, state.history.present);
  const lines = changeLines(desk, item, columns);
  for (const [at, flag] of item.flags.entries()) {
    lines.push([], ...titled(desk, state, item, flag, at, columns));
    lines.push(...flagLines(desk, flag, decisions.get(flag.fingerprint), columns));
  }
  for (const note of notesHere(desk, state)) lines.push([], ...noteLines(desk, note, item.change, columns));
  return lines;
}
