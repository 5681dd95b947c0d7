import { formatNumber } from './number-format.ts';
import type { List, ListLevel, NumberingDefinitions } from './numbering.ts';
import type { SettledParagraph } from './settle.ts';
import type { StyleSheet } from './styles.ts';

export interface ListLabel {
  readonly label: string;
  /** 1 for the outermost level of its list. */
  readonly level: number;
}

interface Place {
  readonly id: string;
  readonly list: List;
  readonly level: number;
}

const placeOf = (
  paragraph: SettledParagraph,
  styles: StyleSheet,
  lists: NumberingDefinitions,
): Place | null => {
  const { numbering, styleId } = paragraph.properties;
  const style = styles.styleOf(styleId);
  const id = numbering?.list ?? style.list;
  const list = id === null ? undefined : lists.get(id);
  if (id === null || list === undefined) return null;
  // A style that brings the list names no level: the level of the list names the style instead.
  const linked = [...list.levels].find(([, { styleId: own }]) => own !== null && own === style.id)?.[0];
  const level = numbering?.level ?? style.level ?? linked ?? 0;
  return list.levels.has(level) ? { id, list, level } : null;
};

const draw = (list: List, level: ListLevel, counters: readonly number[]): string =>
  level.format === 'bullet'
    ? level.pattern.replace(/[\uE000-\uF8FF]/gu, '•')
    : level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const outer = list.levels.get(at);
        const format = level.isLegal && outer?.format !== 'none' ? 'decimal' : (outer?.format ?? 'decimal');
        return formatNumber(counters[at] ?? outer?.start ?? 1, format);
      });

/**
 * A counter for one run through a document: called with every paragraph in order, it gives the label Word
 * draws before it, or null. Lists made from the same definition count on together; a deeper level starts
 * again after an outer one.
 */
export function countLabels(
  styles: StyleSheet,
  lists: NumberingDefinitions,
): (paragraph: SettledParagraph) => ListLabel | null {
  const counters = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();
  return (paragraph) => {
    if (paragraph.isEmptied) return null;
    const place = placeOf(paragraph, styles, lists);
    if (place === null) return null;
    const { id, list, level } = place;
    const own = list.levels.get(level);
    if (own === undefined) return null;
    const counts = counters.get(list.abstract) ?? [];
    counters.set(list.abstract, counts);
    if (!started.has(id)) {
      started.add(id);
      for (const [at, start] of list.startOverrides) counts[at] = start - 1;
    }
    for (let outer = 0; outer < level; outer++) counts[outer] ??= list.levels.get(outer)?.start ?? 1;
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    for (const [deeper, { restart }] of list.levels) {
      if (deeper > level && restart !== 0 && (restart === null || level < restart))
        counts[deeper] = undefined;
    }
    const label = draw(
      list,
      own,
      counts.map((count) => count ?? 1),
    ).trim();
    return label === '' ? null : { label, level: level + 1 };
  };
}
