import type { Row } from '../layout/row.ts';
import { textRow } from '../layout/row.ts';
import type { Voice } from '../state/desk.ts';

/** A line across the window. */
export function ruleRow({ theme }: Pick<Voice, 'theme'>, columns: number): Row {
  return textRow(theme.glyphs.rule.repeat(columns), 'dim');
}
