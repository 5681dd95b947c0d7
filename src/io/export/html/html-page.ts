import { createHash } from 'node:crypto';
import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { UiLanguage } from '../../../core/model/language.ts';
import { sanitiseLine } from '../../../core/text/sanitise.ts';
import { PAGE_STYLE } from './page-style.ts';

const stringifier = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: false } })
  .freeze();

const hashOf = (source: string): string => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

/** Nothing may be fetched, sent, framed or run but the one style and the one script of the page. */
const policyOf = (script: string | undefined): string =>
  [
    `default-src 'none'`,
    `style-src ${hashOf(PAGE_STYLE)}`,
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');

export interface Page {
  readonly title: string;
  /** Language of the page's own words; texts in other languages say so themselves. */
  readonly language: UiLanguage;
  readonly body: readonly ElementContent[];
  /** Without it the page runs nothing at all. */
  readonly script?: string;
}

/**
 * A web page that needs nothing else: no request leaves it, its only style and script are named by their hashes in
 * its policy. The same content gives the same bytes.
 */
export function htmlPage({ title, language, body, script }: Page): string {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h(
        'html',
        { lang: language },
        h(
          'head',
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: policyOf(script) }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'referrer', content: 'no-referrer' }),
          h('title', sanitiseLine(title)),
          h('style', PAGE_STYLE),
        ),
        h('body', h('div.page', ...body), ...(script === undefined ? [] : [h('script', script)])),
      ),
    ],
  };
  return `${stringifier.stringify(tree)}\n`;
}
