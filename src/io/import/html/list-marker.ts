import type { Element } from 'hast';
import { readLabel } from '../../../core/text/labels.ts';
import { formatNumber } from '../docx/number-format.ts';
import { attribute, isElement } from './elements.ts';

const FORMATS: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

const STYLES: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
  decimal: '1',
};

const typeOf = (list: Element): string => {
  const style = /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attribute(list, 'style') ?? '')?.[1];
  return attribute(list, 'type') ?? STYLES[style ?? ''] ?? (style === 'none' ? 'none' : '1');
};

/**
 * The markers of a list's items by item: `a)`, `ii)`, `3`, `•`, or null for an item that a browser shows
 * without one, or that brings its own label in its text. Honours type, start, value and reversed.
 */
export function listMarkers(
  list: Element,
  ownText: (item: Element) => string,
): ReadonlyMap<Element, string | null> {
  const items = list.children.filter((child): child is Element => isElement(child) && child.tagName === 'li');
  const type = typeOf(list);
  const isReversed = list.properties.reversed === true;
  let value = Number(attribute(list, 'start') ?? (isReversed ? items.length : 1));
  const markers = new Map<Element, string | null>();
  for (const item of items) {
    const own = Number(attribute(item, 'value') ?? Number.NaN);
    if (Number.isInteger(own) && list.tagName === 'ol') value = own;
    const typed = readLabel(ownText(item))?.readings[0]?.series;
    const hasLabel = typed !== undefined && typed !== 'bullet' && typed !== 'second-bullet';
    if (hasLabel || type === 'none' || typed !== undefined) markers.set(item, null);
    else if (list.tagName !== 'ol') markers.set(item, '•');
    else {
      const format = FORMATS[attribute(item, 'type') ?? type];
      markers.set(item, format === undefined ? String(value) : `${formatNumber(value, format)})`);
    }
    value += isReversed ? -1 : 1;
  }
  return markers;
}
