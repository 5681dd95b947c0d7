import type { Element } from 'hast';
import { s } from 'hastscript';

const [WIDTH, HEIGHT] = [360, 170];
const [LEFT, RIGHT, TOP, BOTTOM] = [28, 18, 18, 26];

export interface Series {
  /** What the chart tells, for those who do not see it. */
  readonly label: string;
  readonly years: readonly number[];
  readonly values: readonly (number | null)[];
  /** Where the scale ends; it begins at nought. */
  readonly top: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A line over the years as inline SVG, each point with its value; a gap where there is none. */
export function lineChart({ label, years, values, top }: Series): Element {
  const last = Math.max(1, values.length - 1);
  const x = (at: number): number => round(LEFT + (at / last) * (WIDTH - LEFT - RIGHT));
  const y = (value: number): number =>
    round(HEIGHT - BOTTOM - (Math.min(value, top) / top) * (HEIGHT - TOP - BOTTOM));
  const points = values.flatMap((value, at) => (value === null ? [] : [{ at, value }]));
  const path = points
    .map(({ at, value }, place) => {
      const isNext = place > 0 && points[place - 1]?.at === at - 1;
      return `${isNext ? 'L' : 'M'}${x(at)} ${y(value)}`;
    })
    .join('');
  return s(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, role: 'img', ariaLabel: label },
    s('line.axis', { x1: LEFT, x2: WIDTH - RIGHT, y1: y(0), y2: y(0) }),
    s('line.axis', { x1: LEFT, x2: WIDTH - RIGHT, y1: y(top), y2: y(top) }),
    s('text', { x: LEFT - 6, y: y(0) + 4, textAnchor: 'end' }, '0'),
    s('text', { x: LEFT - 6, y: y(top) + 4, textAnchor: 'end' }, String(top)),
    ...years.map((year, at) => s('text', { x: x(at), y: HEIGHT - 8, textAnchor: 'middle' }, String(year))),
    s('path.line', { d: path }),
    ...points.flatMap(({ at, value }) => [
      s('circle.dot', { cx: x(at), cy: y(value), r: 3.5 }),
      s('text.value', { x: x(at), y: y(value) - 8, textAnchor: 'middle' }, String(value)),
    ]),
  );
}

const [BAR, GAP, TALL] = [9, 2, 20];

/** A bar a revision, a line at the foot where there is none: small enough for a cell of a table. */
export function barChart({ label, values, top }: Series): Element {
  const width = values.length * (BAR + GAP);
  return s(
    'svg.spark',
    { viewBox: `0 0 ${width} ${TALL}`, width, height: TALL, role: 'img', ariaLabel: label },
    ...values.map((value, at) => {
      const height =
        value === null || value < 0 ? 1 : Math.max(2, round((Math.min(value, top) / top) * TALL));
      return s('rect', { x: at * (BAR + GAP), y: TALL - height, width: BAR, height });
    }),
  );
}
