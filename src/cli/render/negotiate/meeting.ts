import type { MeetingOverview } from '../../../app/negotiate/meeting.ts';
import type { UiLanguage } from '../../../core/model/language.ts';
import { reportWords } from '../../../core/report/strings.ts';
import type { Say } from '../../../core/text/speak.ts';
import { safe, type Style } from '../style.ts';
import { plainTable } from './table.ts';

/** One row a resolution and language: what each sponsor asks for and how grave it is. */
export function meetingTable({ resolutions }: Pick<MeetingOverview, 'resolutions'>): string[][] {
  const names = [
    ...new Set(resolutions.flatMap(({ proposals }) => proposals.map(({ name }) => name))),
  ].sort();
  const rows = resolutions.map(({ id, language, proposals, counts }) => [
    `${id} ${language}`,
    ...names.map((name) => {
      const proposal = proposals.find((one) => one.name === name);
      if (proposal === undefined) return '';
      const { worst } = proposal.heat;
      const isGrave = worst === 'serious' || worst === 'critical';
      return `${proposal.action} ${proposal.touched}${worst === null ? '' : isGrave ? '!!' : '!'}`;
    }),
    String(counts.agreed),
    String(counts.conflicts),
  ]);
  return [['', ...names, '=', 'x'], ...rows];
}

/** All resolutions of a meeting, a row each, the gravest proposals first below. */
export function renderMeeting(
  overview: Pick<MeetingOverview, 'meeting' | 'resolutions'>,
  say: Say,
  language: UiLanguage,
  style: Style,
): string {
  const report = reportWords(language);
  const { meeting, resolutions } = overview;
  const [head = [], ...rows] = meetingTable(overview);
  const proposals = resolutions.flatMap((resolution) =>
    resolution.proposals.map((one) => ({ resolution, one })),
  );
  const texts = new Set(proposals.map(({ one }) => one.text));
  const ids = new Set(resolutions.map(({ id }) => id));
  const lines = [style.bold(safe(say('meeting.title', { meeting, count: ids.size, proposals: texts.size })))];
  if (resolutions.some(({ isModel }) => isModel)) lines.push(style.dim(say('matrix.model')));
  lines.push(
    '',
    ...plainTable(
      head.map(safe),
      rows.map((row) => row.map(safe)),
      style.width,
    ),
    '',
  );
  const grave = proposals
    .filter(({ one }) => one.heat.red > 0)
    .sort((a, b) => b.one.heat.red - a.one.heat.red);
  for (const { resolution, one } of grave.slice(0, 20)) {
    const worst = one.heat.worst === null ? 'none' : report(`severity.${one.heat.worst}`);
    const { name, touched, heat } = one;
    lines.push(
      safe(
        `  ${resolution.id} ${resolution.language} ${say('matrix.sponsorHeat', { name, touched, red: heat.red, green: heat.green, worst })}`,
      ),
    );
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
