import type { Element, Nodes } from 'hast';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that hold no text of the document, with all that is in them. */
export const DROPPED = set(
  'script style noscript template iframe object embed applet head title link meta svg math canvas audio video ' +
    'button input select textarea datalist map dialog rt rp',
);

/** The frame of a page: menus and the like. Left out, and said so. */
export const FURNITURE = set('nav aside');

/** Elements that begin and end a line. */
export const BLOCKS = set(
  'html body main article section header footer div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure ' +
    'figcaption table caption thead tbody tfoot tr td th address form fieldset legend details summary hr center hgroup',
);

export const EMPHASIS = set('em i cite dfn var');
export const STRONG = set('strong b');
export const STRUCK = set('s strike');
export const HEADINGS = set('h1 h2 h3 h4 h5 h6');

export const isElement = (node: Nodes): node is Element => node.type === 'element';

/** An attribute as text; undefined where it is not there. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** All text in a node, white space as it is. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}
