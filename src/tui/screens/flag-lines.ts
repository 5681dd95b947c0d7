import { sumWords } from '../../core/report/sum-words.ts';
import { instrumentWords } from '../../core/report/instruments.ts';
import type { Flag } from '../../core/model/flag.ts';
import type { FlagDecision } from '../../core/model/review.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import { flagSign } from '../document/gutter.ts';
import type { Row, Segment } from '../layout/row.ts';
import { spreadRow } from '../layout/row-shape.ts';
import type { Piece } from '../layout/words.ts';
import { wrapPieces } from '../layout/wrap.ts';
import { gradeName, labelName } from './label-name.ts';
import type { Desk } from '../state/desk.ts';

/** How far a flag's explanation is indented under its sign. */
const INDENT = 3;

/** Text set under a bold lead-in (`Why`), with a hanging indent. */
export function paragraph(
  { say }: Pick<Desk, 'say'>,
  lead: string,
  text: string,
  columns: number,
  style: Segment['style'] = 'plain',
): Row[] {
  const pieces: Piece[] = lead === '' ? [] : [{ text: say('panel.lead', { name: lead }), style: 'strong' }];
  pieces.push({ text, style });
  return wrapPieces(pieces, columns - INDENT, null).map((row) => [
    { text: ' '.repeat(INDENT), style: 'plain' },
    ...row,
  ]);
}

const standing = (desk: Desk, decision: FlagDecision | undefined): string => {
  if (!decision) return desk.say('panel.open');
  return desk.say(decision.decision === 'accepted' ? 'panel.accepted' : 'panel.dismissed');
};

/** Below this the name of a flag takes a line of its own. */
const ONE_LINE = 60;

/** The lines that name a flag: sign, label, place, severity; which of how many and what was decided. */
export function flagTitle(
  desk: Desk,
  flag: Flag,
  place: { readonly path: string; readonly at: number; readonly all: number },
  decision: FlagDecision | undefined,
  columns: number,
): Row[] {
  const { say } = desk;
  const sign = flagSign(flag);
  const name: Segment[] = [sign, { text: ` ${labelName(say, flag)}`, style: 'strong' }];
  const path: Segment = { text: `  ${sanitiseLine(place.path)}`, style: 'plain' };
  const severity: Segment = { text: `  ${gradeName(say, flag)}`, style: sign.style };
  const count = place.all > 1 ? `${say('panel.flagOf', { at: place.at + 1, all: place.all })}  ` : '';
  const state: Segment = { text: `${count}${standing(desk, decision)} `, style: 'dim' };
  if (columns >= ONE_LINE) return [spreadRow([...name, path, severity], [state], columns)];
  return [
    name,
    [{ text: ' ', style: 'plain' }, path],
    [{ text: ' ', style: 'plain' }, severity, { ...state, text: `  ${state.text}` }],
  ];
}

/** Everything a flag has to say, most important first. */
export function flagLines(
  desk: Desk,
  flag: Flag,
  decision: FlagDecision | undefined,
  columns: number,
): Row[] {
  const { say, session } = desk;
  const language = session.uiLanguage;
  const lines: Row[] = [];
  const add = (name: string, text: string): void => {
    if (text !== '') lines.push(...paragraph(desk, say(name), sanitiseLine(text), columns));
  };
  if (decision) {
    const who = say('panel.by', {
      decision: standing(desk, decision),
      author: sanitiseLine(decision.author),
    });
    lines.push(...paragraph(desk, who, sanitiseLine(decision.reason), columns, 'note'));
  }
  add('flag.why', flag.why[language]);
  lines.push(
    ...paragraph(desk, say('flag.sum'), sanitiseLine(sumWords(flag, desk.session.uiLanguage)), columns),
  );
  add('flag.basis', instrumentWords(flag.basis, language));
  add('flag.charitable', flag.charitable[language]);
  add('flag.cure', flag.cure[language]);
  add('panel.evidence', flag.evidence.map(({ text }) => `“${text}”`).join(', '));
  add('flag.agreeing', flag.agreeing.join(', '));
  return lines;
}
