import type { ShownImport } from '../../app/pages-session.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import { heading, paragraph, plainPage, words } from './blocks.ts';
import type { PagesDesk } from './desk.ts';
import type { Block, Page } from './page.ts';

/** What the documents of a file or folder would become in the library, before anything is written. */
export function importPage(desk: PagesDesk, path: string, { items, failed }: ShownImport): Page {
  const { say, report, theme } = desk;
  const blocks: Block[] = [];
  for (const [nth, item] of items.entries()) {
    const { id, language, kind, state, symbol, action, base, file, lookAt, differences } = item;
    const facts = [
      kind === 'reference' ? say('page.import.reference') : report(`kind.${kind}`),
      symbol,
      action,
      base === undefined ? undefined : `${theme.glyphs.arrow} ${base}`,
    ].filter((fact) => fact !== undefined);
    blocks.push(
      paragraph(
        `i${nth}`,
        [
          { text: `${kind === 'reference' ? id : `${id}:${language}`}  `, style: 'strong' },
          { text: `${facts.join(` ${theme.glyphs.dot} `)}  `, style: 'plain' },
          { text: say(`page.import.${state}`), style: state === 'conflict' ? 'critical' : 'dim' },
        ],
        { hang: 2, find: `${id} ${file}` },
      ),
      words(`f${nth}`, file, 'dim', { indent: 3, isStop: false }),
      ...lookAt.map((line, at) =>
        words(`l${nth}.${at}`, line, 'warning', { indent: 3, hang: 2, isStop: false }),
      ),
      ...differences.map((change, at) => {
        const paths = (change.base.length > 0 ? change.base : change.revised)
          .map((unit) => unit.path)
          .join(', ');
        const text = `${base ?? ''}: ${paths} (${report(`kind.${change.kind}`)})`;
        return words(`d${nth}.${at}`, text, 'note', { indent: 3, hang: 2, isStop: false });
      }),
    );
  }
  if (failed.length > 0) blocks.push(heading(say('page.import.failed')));
  for (const [nth, { file, message }] of failed.entries()) {
    blocks.push(
      paragraph(
        `x${nth}`,
        [
          { text: `${file}  `, style: 'strong' },
          { text: message, style: 'warning' },
        ],
        { hang: 2 },
      ),
    );
  }
  const fresh = items.filter(({ state }) => state === 'new').length;
  return plainPage({
    kind: 'import',
    title: `${say('page.import.title')}  ${sanitiseLine(path)}`,
    facts: say('page.import.count', { count: fresh }),
    blocks,
    canFile: fresh > 0,
  });
}
