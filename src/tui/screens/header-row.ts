import type { ComparedText } from '../../core/model/report.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import { flagSign } from '../document/gutter.ts';
import { cellWidth, cutToWidth } from '../layout/cell-width.ts';
import type { Row, Segment } from '../layout/row.ts';
import { fitRow, rowWidth } from '../layout/row-shape.ts';
import type { AppState } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import { annotations } from '../state/desk.ts';

/** How a text is called in a line that has little room. */
export function shortName({ facts, resolution }: ComparedText): string {
  const { revision } = resolution;
  if (facts.kind === 'adopted' && revision) return sanitiseLine(`${revision.place} ${revision.year}`);
  // Of a file its name will do; a library id has its own slashes.
  const name = facts.name.includes('@') ? facts.name : (facts.name.split(/[\\/]/u).at(-1) ?? facts.name);
  return sanitiseLine(facts.symbol ?? name);
}

/** Open flags counted by sign, in the order of their gravity. */
const flagCounts = (desk: Desk, state: AppState): Segment[] => {
  const { decisions } = annotations(desk, state.history.present);
  const counts = new Map<string, { sign: Segment; count: number }>();
  for (const flag of desk.session.report.flags) {
    if (decisions.get(flag.fingerprint)?.decision === 'dismissed') continue;
    const sign = flagSign(flag);
    counts.set(sign.text, { sign, count: (counts.get(sign.text)?.count ?? 0) + 1 });
  }
  return ['!!', ' !', '++'].flatMap((text) => {
    const found = counts.get(text);
    return found ? [{ text: `${text.trim()}${found.count}  `, style: found.sign.style }] : [];
  });
};

const position = ({ view }: AppState, desk: Desk): string => {
  const item = view.items[view.cursor];
  const last = item?.kind === 'fold' ? item.entries.at(-1) : item;
  return `${last?.clauses ?? 0}/${desk.clauses}`;
};

/** The top line: what is compared, that it is a model text, where one is, what is flagged, seen, noted. */
export function headerRow(desk: Desk, state: AppState): Row {
  const { report } = desk.session;
  const { columns } = state.size;
  const { say, theme } = desk;
  const { seen } = annotations(desk, state.history.present);
  const { notes } = state.history.present;
  const right: Segment[] = [
    { text: `${position(state, desk)}  `, style: 'plain' },
    ...flagCounts(desk, state),
  ];
  const seenText = say('header.seen', { seen: seen.size });
  if (columns >= 80) right.push({ text: `${seenText}  `, style: 'dim' });
  if (columns >= 100 && notes.length > 0) {
    right.push({ text: `${say('header.notes', { count: notes.length })}  `, style: 'note' });
  }
  // A language without cues is never to be read as clean.
  if (report.notChecked.length > 0) right.push({ text: `${say('header.notChecked')}  `, style: 'warning' });
  if (state.saveError !== null) right.push({ text: `${say('header.unsaved')} `, style: 'warning' });
  const { number, title } = report.revised.resolution;
  const isModel = report.base.facts.isModel || report.revised.facts.isModel;
  const model = isModel ? `  [${say('header.model')}]` : '';
  const name = ` Res. ${sanitiseLine(number ?? '?')}`;
  const to = `${theme.glyphs.arrow} ${shortName(report.revised)}`;
  const both = `  ${shortName(report.base)} ${to}`;
  const room = columns - rowWidth(right) - cellWidth(model) - cellWidth(name) - 2;
  // Where both do not fit, the text under review is the one to name.
  const versions = cellWidth(both) <= room ? both : `  ${to}`;
  const left: Segment[] = [
    { text: name, style: 'strong' },
    { text: cutToWidth(versions, Math.max(0, room), theme.glyphs.ellipsis), style: 'strong' },
    { text: model, style: 'serious' },
  ];
  const spare = room - cellWidth(versions) - 2;
  if (spare > 12)
    left.push({
      text: `  ${cutToWidth(sanitiseLine(title), spare - 2, theme.glyphs.ellipsis)}`,
      style: 'dim',
    });
  const gap = Math.max(1, columns - rowWidth(left) - rowWidth(right));
  return fitRow([...left, { text: ' '.repeat(gap), style: 'plain' }, ...right], columns);
}
