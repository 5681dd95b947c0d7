import type { Read } from '../../app/pages-session.ts';
import { DRAFTING_GROUP } from '../../core/negotiate/attribute.ts';
import type { Fate, Outcome } from '../../core/negotiate/build-outcome.ts';
import { compositeLines } from '../../core/negotiate/composite-lines.ts';
import type { Composite } from '../../core/negotiate/composite-types.ts';
import type { Rebase, RebasedChange } from '../../core/negotiate/rebase.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import type { StyleName } from '../layout/row.ts';
import { heading, led, paragraph, plainPage, words } from './blocks.ts';
import type { PagesDesk } from './desk.ts';
import type { Block, Page, PageRequest, Target } from './page.ts';
import { NO_SUBJECT } from './subject.ts';

type Request = Extract<PageRequest, { kind: 'composite' | 'outcome' | 'rebase' }>;

const common = (request: Request, messages: readonly string[]): Pick<Page, 'subject' | 'messages'> => ({
  subject: () => ({ ...NO_SUBJECT, resolution: request.resolution, meeting: request.meeting }),
  messages,
});

/** One text with bracketed alternatives and their sponsors. */
export function compositePage(
  desk: PagesDesk,
  request: Request,
  { data, messages, markdown }: Read<Composite>,
): Page {
  const { told } = desk;
  const { base, sponsors } = data;
  const names = sponsors.map(({ name, action }) => `${name} (${action})`).join(', ');
  return plainPage({
    kind: 'composite',
    title: told('composite.title', { base: base.facts.name }),
    isModel: base.facts.isModel,
    blocks: [
      words('note', told('composite.note'), 'dim'),
      led('sponsors', `${told('composite.sponsors')}: `, names),
      ...compositeLines(data, told).map(({ unit, text, hasOptions, isNew }, nth): Block => {
        const flat = text.replace(/\s+/gu, ' ');
        if (unit === 'heading') return heading(flat, `h${nth}`);
        const style: StyleName = isNew ? 'added' : hasOptions ? 'strong' : 'plain';
        return words(`c${nth}`, flat, style, { indent: unit === 'clause' ? 3 : 1 });
      }),
    ],
    write: markdown
      ? {
          file: `composite-${request.resolution}-${request.meeting}.md`,
          data: () => Promise.resolve(markdown()),
        }
      : null,
    language: base.resolution.language,
    ...common(request, messages),
  });
}

const GAINED = { all: 'outcome.gained', part: 'outcome.part', none: 'outcome.lost' } as const;

const fateText = ({ base, revised, kind, gained, words: count, taken }: Fate, desk: PagesDesk): string => {
  const place = (base.length > 0 ? base : revised).join(', ');
  const share = gained === 'part' && count > 0 ? ` (${taken}/${count})` : '';
  return `${desk.told(GAINED[gained])}${share}: ${desk.report(`kind.${kind}`)} ${place}`;
};

const sourcesOf = (sources: readonly string[], desk: PagesDesk): string =>
  sources.map((one) => (one === DRAFTING_GROUP ? desk.told('outcome.drafting') : one)).join(', ');

/** Whose words were adopted. */
export function outcomePage(
  desk: PagesDesk,
  request: Request,
  { data, messages, markdown }: Read<Outcome>,
): Page {
  const { told } = desk;
  const blocks: Block[] = [];
  const openAt = (path: string) => (): Target => ({
    kind: 'review',
    base: data.base.facts.name,
    revised: data.adopted.facts.name,
    language: data.base.resolution.language,
    place: { side: 'revised', path },
  });
  const phrases = (
    name: string,
    list: Outcome['insertions'] | Outcome['deletions'],
    style: 'added' | 'removed',
  ): void => {
    blocks.push(heading(told(name)));
    for (const [nth, { at, text, sources }] of list.entries()) {
      blocks.push(
        paragraph(
          `${name} ${nth}`,
          [
            { text: `${at}  `, style: 'strong' },
            { text: text.trim(), style, mark: style },
            { text: `  <- ${sourcesOf(sources, desk)}`, style: 'note' },
          ],
          { indent: 3, hang: 2, markers: desk.theme.markers, open: openAt(at) },
        ),
      );
    }
  };
  phrases('outcome.insertions', data.insertions, 'added');
  if (data.insertions.length === 0) blocks.push(words('none', told('outcome.none'), 'dim', { indent: 3 }));
  if (data.deletions.length > 0) phrases('outcome.deletions', data.deletions, 'removed');
  blocks.push(heading(told('outcome.sponsors')));
  for (const { name, action, fates, adoptedWords } of data.sponsors) {
    const count = (wanted: Fate['gained']): number => fates.filter(({ gained }) => gained === wanted).length;
    const counts = { all: count('all'), part: count('part'), none: count('none'), words: adoptedWords };
    blocks.push(words(`sponsor ${name}`, told('outcome.sponsor', { name, action, ...counts }), 'strong'));
    for (const [nth, fate] of fates.entries()) {
      const style: StyleName = fate.gained === 'none' ? 'dim' : 'plain';
      blocks.push(words(`fate ${name} ${nth}`, fateText(fate, desk), style, { indent: 4, hang: 2 }));
    }
  }
  blocks.push(words('drafting', told('outcome.draftingWords', { words: data.draftingWords })));
  blocks.push(heading(told('outcome.flags')));
  const flags = data.sponsors.flatMap(({ name, flags: own }) => own.map((one) => ({ name, ...one })));
  if (!flags.some(({ isRealised }) => isRealised))
    blocks.push(words('noFlags', told('outcome.noFlags'), 'dim', { indent: 3 }));
  for (const [nth, { name, flag, isRealised }] of flags.entries()) {
    const path = [...flag.revised, ...flag.base][0] ?? '';
    const line = told(isRealised ? 'outcome.flagTrue' : 'outcome.flagGone', {
      name,
      label: desk.report(`label.${flag.label}`),
      path,
    });
    const style: StyleName = !isRealised ? 'dim' : flag.polarity === 'red' ? 'serious' : 'green';
    blocks.push(words(`flag ${nth}`, line, style, { indent: 3, hang: 2 }));
  }
  return plainPage({
    kind: 'outcome',
    title: told('outcome.title', { adopted: data.adopted.facts.name }),
    isModel: data.base.facts.isModel,
    blocks,
    write: markdown
      ? {
          file: `outcome-${request.resolution}-${request.meeting}.md`,
          data: () => Promise.resolve(markdown()),
        }
      : null,
    language: data.base.resolution.language,
    ...common(request, messages),
  });
}

const FIT_STYLE: Readonly<Record<RebasedChange['fit'], StyleName>> = {
  clean: 'plain',
  shifted: 'plain',
  conflicting: 'critical',
  moot: 'dim',
};

/** What becomes of each proposal on the adopted text. */
export function rebasePage(desk: PagesDesk, request: Request, { data, messages }: Read<Rebase>): Page {
  const { told } = desk;
  const blocks: Block[] = [];
  for (const { name, action, fit, changes, notes } of data.proposals) {
    blocks.push(heading(`${name} (${action}): ${told(`rebase.${fit}`)}`));
    for (const [nth, change] of changes.entries()) {
      const place = (change.base.length > 0 ? change.base : change.revised).join(', ');
      const reason = told(`rebase.reason.${change.reason}`, { path: change.onto.join(', ') });
      blocks.push(
        paragraph(
          `${name} ${nth}`,
          [
            { text: `${told(`rebase.${change.fit}`)}: `, style: FIT_STYLE[change.fit] },
            { text: `${desk.report(`kind.${change.kind}`)} ${place} `, style: 'plain' },
            { text: `(${reason})`, style: 'dim' },
          ],
          { indent: 3, hang: 2 },
        ),
      );
    }
    if (notes.length > 0)
      blocks.push(
        words(`${name} notes`, told('rebase.notes', { count: notes.length }), 'note', { indent: 3 }),
      );
    for (const [nth, { was, path }] of notes.entries())
      blocks.push(
        words(`${name} note ${nth}`, `${was} ${desk.theme.glyphs.arrow} ${path ?? '–'}`, 'note', {
          indent: 5,
        }),
      );
  }
  return plainPage({
    kind: 'rebase',
    title: sanitiseLine(told('rebase.title', { onto: data.onto.facts.name })),
    isModel: data.base.facts.isModel,
    blocks,
    language: data.base.resolution.language,
    ...common(request, messages),
  });
}
