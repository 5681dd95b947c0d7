import { EXPORT_FORMATS } from '../../app/export-formats.ts';
import { formatsNamed } from '../commands/exporting.ts';
import type { Row } from '../layout/row.ts';
import { fitRow } from '../layout/row-shape.ts';
import type { AppState, ListOverlay } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import { listScreen } from './list-rows.ts';

const NAME_COLUMNS = 10;

/** What the review can be exported as, one format a line. */
export function exportRows(desk: Desk, state: AppState, list: ListOverlay): Row[] {
  const formats = formatsNamed(desk, list.filter);
  return listScreen(desk, state, list, {
    title: desk.say('export.title'),
    all: EXPORT_FORMATS.length,
    shown: formats.length,
    row: (at) => {
      const format = formats[at];
      if (!format) return [];
      const isCursor = at === list.cursor;
      return fitRow(
        [
          { text: isCursor ? '>' : ' ', style: isCursor ? 'cursor' : 'plain' },
          { text: ` ${format.padEnd(NAME_COLUMNS)} `, style: 'strong' },
          { text: desk.say(`export.${format}`), style: 'plain' },
        ],
        state.size.columns,
      );
    },
  });
}
