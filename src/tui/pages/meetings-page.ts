import type { Gathering, Meeting } from '../../app/letter-meetings.ts';
import { daysUntil } from '../../app/letter-meetings.ts';
import type { OpenedPages } from '../../app/pages-session.ts';
import type { ResolutionOverview } from '../../core/negotiate/overview.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import { cellWidth } from '../layout/cell-width.ts';
import type { Segment } from '../layout/row.ts';
import { rowWidth } from '../layout/row-shape.ts';
import type { Piece } from '../layout/words.ts';
import { heading, paragraph, plainPage, words } from './blocks.ts';
import { heatSegments } from './cell-signs.ts';
import type { PagesDesk } from './desk.ts';
import { gridBlock } from './grid.ts';
import type { Block, Page, Target } from './page.ts';
import { NO_SUBJECT } from './subject.ts';

/** How far a day is away: `in 12 days`; nothing for a month without a day. */
const far = (desk: PagesDesk, date: string, today: string): string => {
  const days = daysUntil(date, today);
  if (days === null) return '';
  return days < 0 ? desk.say('page.days.past', { days: -days }) : desk.say('page.days.left', { days });
};

const dayPieces = (desk: PagesDesk, date: string, today: string): Piece[] => {
  const days = daysUntil(date, today);
  const isNear = days !== null && days >= 0 && days <= 28;
  const isOver = days !== null && days < 0;
  return [
    { text: `${date}  `, style: isOver ? 'dim' : 'plain' },
    { text: far(desk, date, today), style: isNear ? 'critical' : isOver ? 'dim' : 'strong' },
  ];
};

const days = ({ start, end }: Gathering, desk: PagesDesk): string => {
  if (start === null) return desk.say('page.meetings.noDate');
  return end === null || end === start ? start : `${start} ${desk.theme.glyphs.arrow} ${end}`;
};

const gatheringBlock = (key: string, one: Gathering, today: string, desk: PagesDesk): Block => {
  const language = desk.session.uiLanguage;
  const facts = [one.organization?.[language], one.place?.[language]].filter((fact) => fact !== undefined);
  return paragraph(
    key,
    [
      { text: `${days(one, desk)}  `, style: 'dim' },
      {
        text: one.start === null || one.start < today ? '' : `${far(desk, one.start, today)}  `,
        style: 'strong',
      },
      { text: one.name[language], style: 'plain' },
      { text: facts.length > 0 ? `, ${facts.join(', ')}` : '', style: 'dim' },
      { text: one.isUnconfirmed ? `  (${desk.say('page.meetings.unconfirmed')})` : '', style: 'note' },
    ],
    { indent: 3, hang: 4 },
  );
};

const meetingBlocks = (meeting: Meeting, proposals: number, today: string, desk: PagesDesk): Block[] => {
  const language = desk.session.uiLanguage;
  const { id, contributionsDue, preparatory } = meeting;
  const open = (): Target | null =>
    proposals > 0 ? { kind: 'request', request: { kind: 'meeting', meeting: id } } : null;
  const find = `${id} ${meeting.name.en} ${meeting.name.fr} ${meeting.place?.[language] ?? ''}`;
  const place = meeting.place === null ? '' : `  ${meeting.place[language]}`;
  const isOver = (meeting.start ?? String(meeting.year ?? '9999')) < today;
  const name = `${meeting.name[language]}${place}`;
  const count: Piece = {
    text: `  ${desk.say('page.meetings.proposals', { count: proposals })}`,
    style: proposals > 0 ? 'strong' : 'dim',
  };
  // Of an old meeting without dates a line is enough.
  if (meeting.start === null && contributionsDue === null && preparatory.length === 0 && isOver) {
    const year = meeting.year === null ? '' : `  ${meeting.year}`;
    const pieces: Piece[] = [
      { text: name, style: 'heading' },
      { text: year, style: 'dim' },
      ...(proposals > 0 ? [count] : []),
    ];
    return [
      { key: `g ${id}`, isStop: false, find: '', rows: () => [[]] },
      paragraph(`m ${id}`, pieces, { open, find }),
    ];
  }
  const blocks: Block[] = [
    heading(name, `h ${id}`),
    paragraph(
      `m ${id}`,
      [
        { text: `${desk.say(isOver ? 'page.meetings.met' : 'page.meetings.meets')} `, style: 'strong' },
        { text: `${days(meeting, desk)}  `, style: 'plain' },
        { text: meeting.start === null || isOver ? '' : far(desk, meeting.start, today), style: 'strong' },
        count,
      ],
      { hang: 2, open, find },
    ),
  ];
  if (contributionsDue !== null) {
    blocks.push(
      paragraph(
        `d ${id}`,
        [
          { text: `${desk.say('page.meetings.due')} `, style: 'strong' },
          ...dayPieces(desk, contributionsDue, today),
        ],
        { hang: 2, open, find },
      ),
    );
  }
  if (preparatory.length > 0) {
    blocks.push(words(`p ${id}`, desk.say('page.meetings.preparatory'), 'dim', { isStop: false, indent: 3 }));
  }
  blocks.push(...preparatory.map((one, nth) => gatheringBlock(`${id} ${nth}`, one, today, desk)));
  return blocks;
};

/** What comes next stands first; what is over, the newest first. */
const byDate =
  (today: string) =>
  (a: Meeting, b: Meeting): number => {
    const dateOf = ({ start, contributionsDue, year }: Meeting): string =>
      start ?? contributionsDue ?? String(year ?? '9999');
    const [one, other] = [dateOf(a), dateOf(b)];
    const [isOneOver, isOtherOver] = [one < today, other < today];
    if (isOneOver !== isOtherOver) return isOneOver ? 1 : -1;
    return (one < other ? -1 : 1) * (isOneOver ? -1 : 1);
  };

/** Meetings and their deadlines: the days left, the proposals there are, the preparatory meetings. */
export function meetingsPage(
  desk: PagesDesk,
  { meetings, today, proposals }: Awaited<ReturnType<OpenedPages['meetings']>>,
): Page {
  const sorted = [...meetings].sort(byDate(today));
  const idOf = (block: Block | undefined): string | null => {
    const key = block?.key ?? '';
    return (
      sorted.find(({ id }) => key === `m ${id}` || key === `d ${id}` || key.startsWith(`${id} `))?.id ?? null
    );
  };
  return plainPage({
    kind: 'meetings',
    title: desk.say('page.meetings.title'),
    facts: desk.say('page.meetings.today', { date: today }),
    blocks: sorted.flatMap((meeting) => meetingBlocks(meeting, proposals.get(meeting.id) ?? 0, today, desk)),
    subject: (block) => ({ ...NO_SUBJECT, meeting: idOf(block) }),
    writeLine: (block) => {
      const id = idOf(block);
      return id === null ? null : { file: `${id}.ics`, data: () => desk.port.calendar(id) };
    },
  });
}

const proposalSegments = ({ proposals }: ResolutionOverview, name: string): Segment[] => {
  const proposal = proposals.find((one) => one.name === name);
  if (!proposal) return [];
  return [
    { text: `${proposal.action} ${proposal.touched} `, style: 'plain' },
    ...heatSegments(proposal.heat),
  ];
};

/** All resolutions of a meeting at a glance: a line a resolution, a column a sponsor; Enter opens its matrix. */
export function meetingPage(
  desk: PagesDesk,
  meeting: string,
  resolutions: readonly ResolutionOverview[],
): Page {
  const { told } = desk;
  const names = [
    ...new Set(resolutions.flatMap(({ proposals }) => proposals.map(({ name }) => name))),
  ].sort();
  const count = resolutions.reduce((sum, { proposals }) => sum + proposals.length, 0);
  const widest = Math.max(
    7,
    ...resolutions.flatMap((one) => names.map((name) => rowWidth(proposalSegments(one, name)))),
  );
  const keyOf = ({ id, language }: ResolutionOverview): string => `${id} ${language}`;
  return plainPage({
    kind: 'meeting',
    title: sanitiseLine(told('meeting.title', { meeting, count: resolutions.length, proposals: count })),
    isModel: resolutions.some(({ isModel }) => isModel),
    blocks: resolutions.map((one) =>
      gridBlock({
        key: keyOf(one),
        name: `${one.id} ${one.language}  ${one.title}`,
        style: 'plain',
        cells: names.map((name) => proposalSegments(one, name)),
        last: [
          {
            text: told('meeting.row', {
              touched: one.counts.touched,
              agreed: one.counts.agreed,
              conflicts: one.counts.conflicts,
            }),
            style: 'dim',
          },
        ],
        find: `${one.id} ${one.language} ${one.title}`,
        ellipsis: desk.theme.glyphs.ellipsis,
        open: (at) => ({
          kind: 'request',
          request: { kind: 'matrix', resolution: one.id, meeting, at: { column: names[at] ?? null } },
        }),
      }),
    ),
    grid: {
      corner: desk.say('page.meetings.resolution'),
      last: '',
      columns: names.map((name) => ({ name, head: name.toUpperCase(), under: [], text: null })),
      nameColumns: Math.max(20, ...resolutions.map(({ id, title }) => cellWidth(`${id} en  ${title}`) + 1)),
      cellColumns: widest,
      widestColumns: widest,
      lastColumns: 42,
    },
    write: { file: `${meeting}.ics`, data: () => desk.port.calendar(meeting) },
    subject: (block) => ({
      ...NO_SUBJECT,
      meeting,
      resolution: resolutions.find((one) => keyOf(one) === block?.key)?.id ?? null,
    }),
  });
}
