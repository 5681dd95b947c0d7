import type { History, Life, Stage } from '../../core/negotiate/build-history.ts';
import {
  LADDER_TOP,
  MEASURES,
  driftOf,
  meanOf,
  sparkline,
  type DriftRow,
} from '../../core/negotiate/drift.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import type { Read } from '../../app/pages-session.ts';
import { footnoted, spanPieces } from '../document/change-pieces.ts';
import { KIND_SIGNS } from '../document/gutter.ts';
import { cellWidth } from '../layout/cell-width.ts';
import type { Row, Segment } from '../layout/row.ts';
import type { Piece } from '../layout/words.ts';
import { heading, hung, paragraph, plainPage, words } from './blocks.ts';
import type { PagesDesk } from './desk.ts';
import { gridBlock } from './grid.ts';
import type { Block, Page, PageRequest, Target } from './page.ts';
import { NO_SUBJECT } from './subject.ts';

const yearOf = ({ revisions }: History, at: number): string => String(revisions[at]?.year ?? '');

/** What a revision did to a clause, as a sign: where it began, and where it is no more. */
const stageSegments = (life: Life, at: number, desk: PagesDesk): Segment[] => {
  const stage = life.stages.find(({ revision }) => revision === at);
  if (!stage) {
    if (at === life.until + 1)
      return [{ text: `${KIND_SIGNS.deleted} ${desk.report('kind.deleted')}`, style: 'strong' }];
    return at > life.until ? [] : [{ text: ' ', style: 'plain' }];
  }
  const { kind } = stage;
  if (kind === 'first') return [{ text: KIND_SIGNS.added, style: 'dim' }];
  if (kind === 'unchanged') return [{ text: desk.theme.glyphs.rule.repeat(3), style: 'dim' }];
  const isQuiet = kind === 'renumbered' || kind === 'editorial';
  return [{ text: `${KIND_SIGNS[kind]} ${desk.report(`kind.${kind}`)}`, style: isQuiet ? 'dim' : 'strong' }];
};

/** A clause's words, each run after the year it is from; those of the newest revision stand out. */
const blamePieces = (history: History, { runs, unit }: Life): Piece[] => {
  const last = history.revisions.length - 1;
  if (runs.length === 0) return [{ text: unit.text, style: 'dim' }];
  const pieces: Piece[] = [];
  let told = -1;
  for (const { text, origin } of runs) {
    const style: Piece['style'] = origin === last ? 'strong' : 'plain';
    // Punctuation alone is nobody's wording: it goes with the words before it.
    if (!/[\p{L}\p{N}]/u.test(text)) {
      pieces.push({ text, style: pieces.at(-1)?.style ?? style });
      continue;
    }
    // So does what closes a list before them.
    const lead = /^[\s,;.:)\]]*/u.exec(text)?.[0] ?? '';
    const words = footnoted(text.slice(lead.length));
    pieces.push(
      { text: lead, style: 'plain' },
      { text: origin === told ? '' : `[${yearOf(history, origin)}]\u00A0`, style: 'dim' },
      { text: words, style },
    );
    told = origin;
  }
  return pieces.filter(({ text }) => text !== '');
};

const levels = (desk: PagesDesk, stage: Stage): string => {
  const { modal, task, scope, limits } = stage.force;
  const told: string[] = [];
  if (modal > 0) told.push(`${desk.told('history.force')} ${modal}`);
  if (task >= 0) told.push(`${desk.told('history.task')} ${task}`);
  if (scope.length > 0) told.push(`${desk.told('history.scope')} ${scope.length}`);
  if (limits.length > 0) told.push(`${desk.told('history.limits')} ${limits.length}`);
  return told.join(', ');
};

/** The comparison of a revision with the one before, at the clause. */
const reviewOf = (history: History, life: Life, at: number): Target | null => {
  const [before, after] = [history.revisions[at - 1], history.revisions[at]];
  if (!before || !after) return null;
  const stage = life.stages.find(({ revision }) => revision === at);
  const gone = life.stages.find(({ revision }) => revision === at - 1);
  return {
    kind: 'review',
    base: before.text.facts.name,
    revised: after.text.facts.name,
    language: after.text.resolution.language,
    place: stage ? { side: 'revised', path: stage.path } : gone ? { side: 'base', path: gone.path } : null,
  };
};

/** One clause through the revisions: what each did to its words, and what it bound to. */
const lifePage = (history: History, life: Life, desk: PagesDesk): Page => {
  const blocks: Block[] = [];
  for (const stage of life.stages) {
    const { revision, path, kind } = stage;
    const change = history.comparisons[revision - 1]?.changes.find(
      ({ unit, revised }) => unit === 'clause' && revised.some((one) => one.path === path),
    );
    const what = kind === 'first' ? '' : `: ${desk.report(`kind.${kind}`)}`;
    blocks.push(heading(`${yearOf(history, revision)}  ${path}${what}`, `h${revision}`));
    blocks.push(
      paragraph(
        `w${revision}`,
        kind === 'unchanged' || kind === 'first' || !change
          ? [{ text: stage.unit.text, style: kind === 'first' ? 'plain' : 'dim' }]
          : spanPieces(change.spans),
        { indent: 3, markers: desk.theme.markers, open: () => reviewOf(history, life, revision) },
      ),
    );
    const told = levels(desk, stage);
    if (told !== '') blocks.push(words(`l${revision}`, told, 'dim', { indent: 3, isStop: false }));
  }
  if (life.runs.length > 0) {
    blocks.push(heading(desk.say('page.history.blame')));
    blocks.push(paragraph('blame', blamePieces(history, life), { indent: 3 }));
  }
  return plainPage({ kind: 'details', title: sanitiseLine(life.unit.path), blocks });
};

const topOf = (rows: readonly DriftRow[], measure: (typeof MEASURES)[number]): number =>
  measure === 'force' || measure === 'task'
    ? LADDER_TOP[measure]
    : Math.max(1, ...rows.flatMap((row) => row[measure].map((value) => value ?? 0)));

const series = (values: readonly (number | null)[]): string =>
  values.map((value) => (value === null || value < 0 ? '-' : String(value))).join(' ');

/** Plain figures where a font may lack the bars. */
const chart = (desk: PagesDesk, values: readonly (number | null)[], top: number): string =>
  desk.session.ascii === true ? '' : `${sparkline(values, top)}  `;

const driftBlocks = (history: History, desk: PagesDesk): Block[] => {
  const rows = driftOf(history);
  if (rows.length === 0) return [];
  const years = history.revisions.map(({ year }) => year).join(' ');
  const named = MEASURES.map((measure) => desk.told(`history.${measure}`));
  const widest = Math.max(...named.map(cellWidth));
  return [
    heading(`${desk.told('history.drift')} (${years})`),
    words('d.note', desk.told('history.driftNote'), 'dim', { indent: 3, isStop: false }),
    ...MEASURES.map((measure, nth) => {
      const mean = meanOf(rows, measure);
      const top =
        measure === 'force' || measure === 'task'
          ? LADDER_TOP[measure]
          : Math.max(1, ...mean.map((value) => value ?? 0));
      const name = (named[nth] ?? '').padEnd(widest);
      return words(`d.${measure}`, `${name}  ${chart(desk, mean, top)}${series(mean)}`, 'plain', {
        indent: 3,
      });
    }),
    ...rows.map((row) => {
      const told = MEASURES.map(
        (measure, nth) =>
          `${named[nth] ?? ''} ${chart(desk, row[measure], topOf(rows, measure)).trim() || series(row[measure])}`,
      );
      const { path } = row.life.unit;
      return paragraph(
        `d ${path}`,
        [
          { text: `${path}  `, style: 'strong' },
          { text: told.join(`  `), style: 'plain' },
        ],
        { indent: 3, hang: 2, details: () => lifePage(history, row.life, desk) },
      );
    }),
    ...rows.flatMap((row): Block[] => {
      const spoken = row.addressee.filter((one) => one !== null);
      if (new Set(spoken).size < 2) return [];
      const { path } = row.life.unit;
      const arrow = ` ${desk.theme.glyphs.arrow} `;
      return [
        words(`a ${path}`, `${desk.told('history.addressee')}, ${path}: ${spoken.join(arrow)}`, 'plain', {
          indent: 3,
          hang: 2,
        }),
      ];
    }),
  ];
};

const goneBlocks = (history: History, desk: PagesDesk): Block[] => {
  const { returned, safeguards } = history;
  const blocks: Block[] = [];
  if (returned.length > 0) blocks.push(heading(desk.told('history.returned')));
  for (const [nth, { path, text, first, lost, back }] of returned.entries()) {
    const [from, gone, again] = [first, lost, back].map((at) => yearOf(history, at));
    const told = desk.told('history.returnedLine', {
      path,
      first: from ?? '',
      lost: gone ?? '',
      back: again ?? '',
    });
    blocks.push(
      paragraph(
        `r${nth}`,
        [
          { text: `${told}: `, style: 'strong' },
          { text, style: 'plain' },
        ],
        { indent: 3, hang: 2 },
      ),
    );
  }
  const turned = safeguards.filter(({ appeared, vanished }) => appeared.length + vanished.length > 0);
  blocks.push(heading(desk.told('history.safeguards')));
  if (turned.length === 0) blocks.push(words('s.none', desk.told('history.none'), 'dim', { indent: 3 }));
  for (const [nth, { text, appeared, vanished, held }] of turned.entries()) {
    const turns = [
      ...appeared.map((at) => ({ at, sign: '+ ', style: 'green' as const, name: 'history.appeared' })),
      ...vanished.map((at) => ({ at, sign: '! ', style: 'serious' as const, name: 'history.vanished' })),
    ].sort((a, b) => a.at - b.at);
    blocks.push(
      paragraph(
        `s${nth}`,
        [
          { text: `“${text}” `, style: 'strong' },
          { text: `(${[...new Set(held.flat())].join(', ')})`, style: 'dim' },
          ...turns.flatMap(({ at, sign, style, name }): Piece[] => [
            { text: `  ${sign}`, style },
            { text: desk.told(name, { year: yearOf(history, at) }), style: 'plain' },
          ]),
        ],
        { indent: 3, hang: 2 },
      ),
    );
  }
  return blocks;
};

const panelRows = (history: History, life: Life, desk: PagesDesk, columns: number): Row[] => [
  ...hung(
    [
      { text: `${sanitiseLine(life.unit.path)}  `, style: 'strong' },
      { text: desk.told('history.since', { year: yearOf(history, life.since) }), style: 'dim' },
    ],
    columns - 1,
    1,
    0,
    null,
  ),
  ...hung(
    blamePieces(history, life).map((piece) => ({ ...piece, text: sanitiseLine(piece.text) })),
    columns - 1,
    3,
    0,
    null,
  ),
];

/** Every clause through the adopted revisions: a line a clause, a column a year; the year of each phrase below. */
export function historyPage(
  desk: PagesDesk,
  request: Extract<PageRequest, { kind: 'history' }>,
  { data: history, messages, markdown }: Read<History>,
): Page {
  const { told } = desk;
  const { ellipsis, dot } = desk.theme.glyphs;
  const last = history.revisions.length - 1;
  const lives = new Map<string, Life>();
  const line = (life: Life, nth: number): Block => {
    const { path } = life.unit;
    const key = `${nth} ${path}`;
    lives.set(key, life);
    return gridBlock({
      key,
      name: path,
      style: 'plain',
      cells: history.revisions.map((_, at) => stageSegments(life, at, desk)),
      last: [],
      find: `${path} ${life.unit.text}`,
      ellipsis,
      open: (at) => reviewOf(history, life, at),
      details: () => lifePage(history, life, desk),
    });
  };
  const standing = history.lives.filter(({ until }) => until === last);
  const gone = history.lives.filter(({ until }) => until !== last);
  const [first] = history.revisions;
  const language = first?.text.resolution.language ?? null;
  const kinds = history.lives.flatMap(({ stages }) =>
    stages.map(({ kind }) =>
      kind === 'first' || kind === 'unchanged' ? 3 : desk.report(`kind.${kind}`).length + 2,
    ),
  );
  const places = history.revisions.map(({ text }) => cellWidth(text.resolution.revision?.place ?? ''));
  const widest = Math.max(9, ...kinds, ...places);
  return plainPage({
    kind: 'history',
    title: `${request.resolution} ${dot} ${sanitiseLine(history.revisions[last]?.text.resolution.title ?? '')}`,
    facts: told('history.title', { resolution: request.resolution, count: history.revisions.length }),
    isModel: history.revisions.some(({ text }) => text.facts.isModel),
    blocks: [
      ...standing.map(line),
      ...(gone.length > 0 ? [heading(told('history.gone'))] : []),
      ...gone.map((life, nth) => line(life, standing.length + nth)),
      ...goneBlocks(history, desk),
      ...driftBlocks(history, desk),
    ],
    grid: {
      corner: told('matrix.clause'),
      last: '',
      columns: history.revisions.map(({ year, text }) => ({
        name: String(year),
        head: String(year),
        under: [[{ text: text.resolution.revision?.place ?? '', style: 'dim' as const }]],
        text: text.facts.name,
      })),
      nameColumns: Math.max(12, ...history.lives.map(({ unit }) => cellWidth(unit.path) + 1)),
      cellColumns: widest,
      widestColumns: widest,
      lastColumns: 0,
    },
    panel: (block, _at, columns) => {
      const life = lives.get(block?.key ?? '');
      return life ? panelRows(history, life, desk, columns) : [];
    },
    start: { column: String(history.revisions[last]?.year ?? ''), ...request.at },
    write: markdown
      ? { file: `history-${request.resolution}.md`, data: () => Promise.resolve(markdown()) }
      : null,
    subject: (block, at) => {
      const life = lives.get(block?.key ?? '');
      const stage = life?.stages.find(({ revision }) => revision === at);
      return {
        ...NO_SUBJECT,
        resolution: request.resolution,
        text: history.revisions[at]?.text.facts.name ?? null,
        base: history.revisions[at - 1]?.text.facts.name ?? null,
        path: stage?.path ?? null,
        basePath: life?.unit.path ?? null,
        language,
      };
    },
    language,
    messages,
  });
}
