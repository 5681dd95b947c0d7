import type { Flag } from '../../core/model/flag.ts';
import type { Heat } from '../../core/negotiate/matrix-types.ts';
import type { Segment, StyleName } from '../layout/row.ts';

/** How grave flags look: the worst red one decides, green ones count where there is none. */
export function flagsStyle(flags: readonly Pick<Flag, 'polarity' | 'severity'>[]): StyleName {
  const red = flags.filter(({ polarity }) => polarity === 'red');
  if (red.some(({ severity }) => severity === 'serious' || severity === 'critical')) return 'critical';
  if (red.length > 0) return 'serious';
  return flags.length > 0 ? 'green' : 'plain';
}

/** Points as `!12 +3`: a mark for red, a plus for green; nothing where there are none. */
export function heatSegments({ red, green, worst }: Heat): Segment[] {
  const isGrave = worst === 'serious' || worst === 'critical';
  const segments: Segment[] = [];
  if (red > 0)
    segments.push({ text: `${isGrave ? '!!' : '!'}${red}`, style: isGrave ? 'critical' : 'serious' });
  if (green > 0) segments.push({ text: `${red > 0 ? ' ' : ''}+${green}`, style: 'green' });
  return segments;
}
