import type { Element, Nodes, Root } from 'hast';
import { attribute, isElement, textOf } from './elements.ts';

const MARK = /^[\s[(]*(\d{1,3}|[*†‡]{1,3}|[a-z])[\s\])]*$/u;

export interface FootnoteFinds {
  /** The element that is a footnote mark, and the label it shows. */
  readonly references: ReadonlyMap<Element, string>;
  /** The block that holds a footnote, and its label. */
  readonly definitions: ReadonlyMap<Element, string>;
  /** Links from a footnote back to its mark: no part of its text. */
  readonly backlinks: ReadonlySet<Element>;
}

interface Place {
  readonly element: Element;
  /** The place of the element it stands in. A chain: an array for each of a million elements would be too much. */
  readonly parent: Place | null;
}

/** The innermost element around a place that passes the test. */
const around = (place: Place, test: (element: Element) => boolean): Element | undefined => {
  for (let at = place.parent; at !== null; at = at.parent) if (test(at.element)) return at.element;
  return undefined;
};

const allElements = (root: Root): readonly Place[] => {
  const found: Place[] = [];
  const visit = (node: Nodes, parent: Place | null): void => {
    let here = parent;
    if (isElement(node)) {
      here = { element: node, parent };
      found.push(here);
    }
    if ('children' in node) for (const child of node.children) visit(child, here);
  };
  visit(root, null);
  return found;
};

const BLOCK = /^(?:li|p|div|dd|td|aside)$/;

/**
 * Footnotes of a page: a raised or bracketed number that links to a place further down, and the block at
 * that place. Numbers without a link are left as they stand.
 */
export function findFootnotes(root: Root): FootnoteFinds {
  const places = allElements(root);
  const references = new Map<Element, string>();
  const definitions = new Map<Element, string>();
  const backlinks = new Set<Element>();
  const targets = new Map<string, { readonly place: Place; readonly order: number }>();
  places.forEach((place, order) => {
    for (const name of ['id', 'name']) {
      const id = attribute(place.element, name);
      if (id !== undefined && !targets.has(id)) targets.set(id, { place, order });
    }
  });
  places.forEach((here, order) => {
    const { element } = here;
    if (element.tagName !== 'a') return;
    const href = attribute(element, 'href') ?? '';
    const label = href.startsWith('#') ? MARK.exec(textOf(element))?.[1] : undefined;
    if (label === undefined) return;
    const target = targets.get(href.slice(1));
    const isRaised =
      here.parent?.element.tagName === 'sup' ||
      element.children.some((child) => isElement(child) && child.tagName === 'sup');
    const isBracketed = /[[(]/.test(textOf(element));
    if (target === undefined || target.order <= order || !(isRaised || isBracketed)) return;
    const { place } = target;
    const block = BLOCK.test(place.element.tagName)
      ? place.element
      : around(place, ({ tagName }) => BLOCK.test(tagName));
    if (block === undefined || around(here, (outer) => outer === block) !== undefined) return;
    references.set(element, label);
    definitions.set(block, label);
  });
  for (const place of places) {
    const { element } = place;
    const isLink = element.tagName === 'a' && (attribute(element, 'href') ?? '').startsWith('#');
    if (!isLink || references.has(element)) continue;
    const isBack = MARK.test(textOf(element)) || /^\W*$/u.test(textOf(element));
    if (isBack && around(place, (outer) => definitions.has(outer)) !== undefined) backlinks.add(element);
  }
  return { references, definitions, backlinks };
}
