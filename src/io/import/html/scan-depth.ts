import { ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';

/** Elements without content, and those that the next of their kind closes by itself. */
const SHALLOW = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd tr td th thead tbody tfoot option optgroup colgroup rb rt rtc rp'
  ).split(' '),
);

/**
 * Throws ImportError when tags are too many or nested too deep ({@link LIMITS}). Looks at tags only, before any
 * tree is built: building the tree of a page nested thousands deep is what hangs.
 */
export function scanDepth(html: string): void {
  const tags = /<(\/?)([a-z][a-z0-9:-]{0,40})/gi;
  const open = new Map<string, number>();
  let depth = 0;
  let count = 0;
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    const name = (tag[2] ?? '').toLowerCase();
    if (tag[1] === '' && ++count > LIMITS.htmlTags) {
      const what = `The page has more than ${LIMITS.htmlTags} elements.`;
      throw new ImportError('too-large', what, 'Copy the part you need into a text file.');
    }
    if (SHALLOW.has(name)) continue;
    const same = open.get(name) ?? 0;
    if (tag[1] === '/') {
      if (same === 0) continue;
      open.set(name, same - 1);
      depth--;
      continue;
    }
    if (name === 'script' || name === 'style') {
      const end = html.indexOf(`</${name}`, tags.lastIndex);
      if (end < 0) return;
      tags.lastIndex = end + name.length + 2;
      continue;
    }
    open.set(name, same + 1);
    if (++depth <= LIMITS.htmlDepth) continue;
    const line = html.slice(0, tag.index).split('\n').length;
    const what = `The page nests its tags deeper than ${LIMITS.htmlDepth} (line ${line}).`;
    throw new ImportError(
      'too-deep',
      what,
      'Save the page again from a browser, or copy its text into a text file.',
    );
  }
}
