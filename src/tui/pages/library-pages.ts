import type { Read, ShownProblem } from '../../app/pages-session.ts';
import type { FollowingOverview } from '../../app/negotiate/read-following.ts';
import type { Language } from '../../core/model/language.ts';
import type { Receipt } from '../../core/diff/receipt.ts';
import type { VersionFinding } from '../../core/negotiate/compare-versions.ts';
import type { Campaign } from '../../core/negotiate/find-campaigns.ts';
import type { Deadline, FollowedText } from '../../core/negotiate/following.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import type { Piece } from '../layout/words.ts';
import { heading, led, paragraph, plainPage, words } from './blocks.ts';
import { heatSegments } from './cell-signs.ts';
import type { PagesDesk } from './desk.ts';
import type { Block, Page, PageRequest, Target } from './page.ts';
import { NO_SUBJECT, readId } from './subject.ts';

const textTarget =
  (text: string, line: string | null = null) =>
  (): Target => ({ kind: 'request', request: { kind: 'text', text, at: { line } } });

/** The same inserted wording across proposals, resolutions and years; Enter opens a text at it. */
export function campaignsPage(
  desk: PagesDesk,
  resolution: string | null,
  { data, messages }: Read<readonly Campaign[]>,
): Page {
  const { told } = desk;
  const blocks: Block[] = [];
  for (const [nth, { text, uses, quotes, leavesOut }] of data.entries()) {
    blocks.push(heading(told('campaigns.uses', { count: uses.length }), `h${nth}`));
    blocks.push(words(`t${nth}`, `“${text.replace(/\s+/gu, ' ')}”`));
    for (const [at, { id, year, path, likeness }] of uses.entries()) {
      const alike =
        likeness === 1 ? '' : `  (${told('campaigns.alike', { percent: Math.round(likeness * 100) })})`;
      blocks.push(
        paragraph(
          `u${nth}.${at}`,
          [
            { text: `${year}  `, style: 'strong' },
            { text: `${id}, ${path}`, style: 'plain' },
            { text: alike, style: 'dim' },
          ],
          { indent: 4, hang: 2, open: textTarget(id, path), find: `${text} ${id} ${path}` },
        ),
      );
    }
    if (quotes.length === 0) continue;
    const names = (numbers: readonly string[]): string => numbers.map((one) => `§${one}`).join(', ');
    const cited = `${told('campaigns.quotes', { names: names(quotes) })}; ${told('campaigns.leaves', { names: names(leavesOut) })}`;
    blocks.push(led(`q${nth}`, 'Tunis Agenda: ', cited, { indent: 4, isStop: false }));
  }
  return plainPage({
    kind: 'campaigns',
    title: told('campaigns.title', { count: data.length }),
    facts: resolution ?? '',
    blocks,
    subject: () => ({ ...NO_SUBJECT, resolution }),
    messages,
  });
}

const findingText = (
  { kind, path, one, other, levels, otherLevels }: VersionFinding,
  desk: PagesDesk,
): string =>
  desk.told(`versions.${kind}`, {
    path,
    text: path,
    one,
    other,
    before: levels?.[0] ?? 0,
    after: levels?.[1] ?? 0,
    otherBefore: otherLevels?.[0] ?? 0,
    otherAfter: otherLevels?.[1] ?? 0,
    count: levels?.[0] ?? 0,
    otherCount: otherLevels?.[0] ?? 0,
  });

/** Changes made in one language and not in another; Enter opens the text there. */
export function versionsPage(
  desk: PagesDesk,
  text: string,
  {
    data,
    messages,
  }: Read<{ readonly languages: readonly Language[]; readonly findings: readonly VersionFinding[] }>,
): Page {
  const { languages, findings } = data;
  const blocks = findings.map((finding, nth) =>
    words(`f${nth}`, findingText(finding, desk), 'plain', {
      hang: 2,
      open: textTarget(`${text}:${finding.one}`, finding.path),
    }),
  );
  if (blocks.length === 0)
    blocks.push(words('none', desk.told(languages.length < 2 ? 'versions.alone' : 'versions.agree')));
  const id = readId(text);
  return plainPage({
    kind: 'versions',
    title: desk.told('versions.title', { text }),
    facts: languages.join(' '),
    blocks,
    subject: () => ({
      ...NO_SUBJECT,
      resolution: id?.resolution ?? null,
      meeting: id?.meeting ?? null,
      text,
    }),
    messages,
  });
}

const deadlineText = ({ meeting, kind, date, days }: Deadline, desk: PagesDesk): string | null => {
  if (days < 0) return kind === 'contributions' ? desk.told('following.past', { meeting, date }) : null;
  return desk.told(kind === 'contributions' ? 'following.deadline' : 'following.meets', {
    meeting,
    date,
    days,
  });
};

const followedBlock = (text: FollowedText, desk: PagesDesk): Block => {
  const { id, action, status, novelty, worst, red, dangers } = text;
  const labels = dangers.map((label) => desk.report(`label.${label}`)).join(', ');
  const danger = worst === null ? desk.told('following.noDanger') : labels;
  const pieces: Piece[] = [
    { text: `${id}  `, style: novelty === null ? 'plain' : 'strong' },
    { text: `${action}  ${desk.told(`status.${status}`)}  `, style: 'dim' },
    {
      text:
        novelty === null ? '' : `${desk.told(novelty === 'new' ? 'following.new' : 'following.changed')}  `,
      style: 'note',
    },
    ...heatSegments({ red, green: 0, worst }),
    { text: `  ${danger}`, style: 'plain' },
  ];
  return paragraph(`t ${id}`, pieces, {
    indent: 3,
    hang: 3,
    open: () => ({ kind: 'review', base: '', revised: id, language: null, place: null }),
    find: `${id} ${danger}`,
  });
};

/** The resolutions one follows: what is new since one last looked, what is dangerous in it, the next days. */
export function followingPage(desk: PagesDesk, { looked, resolutions, deadlines }: FollowingOverview): Page {
  const { told } = desk;
  const blocks: Block[] = [];
  if (resolutions.length === 0) blocks.push(words('none', desk.say('page.following.none')));
  for (const [nth, one] of deadlines.entries()) {
    const text = deadlineText(one, desk);
    if (text !== null)
      blocks.push(words(`d${nth}`, text, one.days >= 0 && one.days <= 28 ? 'critical' : 'plain'));
  }
  for (const { id, title, regions } of resolutions) {
    blocks.push(heading(`${id}  ${title}`, `h ${id}`));
    for (const { acronym, texts } of regions) {
      blocks.push(
        words(`r ${id} ${acronym ?? ''}`, acronym ?? told('following.others'), 'dim', { isStop: false }),
      );
      const sorted = texts.toSorted(
        (a, b) => Number(b.novelty !== null) - Number(a.novelty !== null) || b.red - a.red,
      );
      blocks.push(...sorted.map((text) => followedBlock(text, desk)));
    }
  }
  const subjectOf = (block: Block | undefined): string | null => block?.key.replace(/^t /u, '') ?? null;
  return plainPage({
    kind: 'following',
    title: told('following.title'),
    facts: looked === null ? told('following.neverLooked') : told('following.looked', { date: looked }),
    blocks,
    subject: (block) => {
      const id = readId(subjectOf(block) ?? '');
      return {
        ...NO_SUBJECT,
        resolution: id?.resolution ?? null,
        meeting: id?.meeting ?? null,
        text: id?.text ?? null,
      };
    },
  });
}

/** What is wrong in the library, as `validate` finds it. */
export function problemsPage(
  desk: PagesDesk,
  { files, problems }: { readonly files: number; readonly problems: readonly ShownProblem[] },
): Page {
  const blocks = problems.map(({ file, line, code, message }, nth) =>
    paragraph(
      `p${nth}`,
      [
        { text: `${file}:${line}  `, style: 'strong' },
        { text: message, style: 'plain' },
        { text: `  (${code})`, style: 'dim' },
      ],
      { hang: 2 },
    ),
  );
  if (blocks.length === 0) blocks.push(words('none', desk.say('page.problems.none')));
  return plainPage({
    kind: 'problems',
    title: desk.say('page.problems.title', { count: problems.length }),
    facts: desk.say('page.problems.files', { count: files }),
    blocks,
  });
}

/** Whether anything but form changed, with the reason for each change; `x` writes it for others to check. */
export function receiptPage(desk: PagesDesk, receipt: Receipt): Page {
  const report = desk.origin?.report;
  const blocks: Block[] = [
    words('result', desk.say(receipt.editorialOnly ? 'page.receipt.form' : 'page.receipt.words'), 'strong'),
    led('base', `${desk.report('header.base')}: `, receipt.baseDigest),
    led('revised', `${desk.report('header.revised')}: `, receipt.revisedDigest),
    heading(desk.report('changes.title')),
  ];
  for (const [nth, { kind, base, revised, reasons, editorialOnly }] of receipt.lines.entries()) {
    const path = revised[0] ?? base[0] ?? '';
    blocks.push(
      paragraph(
        `l${nth}`,
        [
          { text: editorialOnly ? '   ' : ' ! ', style: 'serious' as const },
          { text: `${path}  `, style: 'strong' },
          { text: `${desk.report(`kind.${kind}`)}  `, style: 'plain' },
          { text: reasons.join(', '), style: 'dim' },
        ],
        {
          hang: 3,
          open: () => ({
            kind: 'back',
            place: { side: revised[0] === undefined ? 'base' : 'revised', path },
            flag: null,
          }),
        },
      ),
    );
  }
  return plainPage({
    kind: 'receipt',
    title: desk.say('page.receipt.title'),
    facts: sanitiseLine(report?.revised.facts.name ?? ''),
    isModel: report?.revised.facts.isModel === true,
    blocks,
    write: { file: 'receipt.json', data: () => Promise.resolve(`${JSON.stringify(receipt, null, 2)}\n`) },
  });
}

/** Markdown of ours as it is read: headings, list items and paragraphs, without the signs. */
const plainWords = (markdown: string): string =>
  markdown.replace(/\\([!-/:-@[-`{-~])/gu, '$1').replace(/(?<![\w*])\*{1,2}([^*\n]+)\*{1,2}(?!\w)/gu, '$1');

/** The letter that asks for a national consultation, as it would be sent; `x` writes it. */
export function letterPage(
  desk: PagesDesk,
  request: Extract<PageRequest, { kind: 'letter' }>,
  markdown: string,
): Page {
  const blocks = markdown
    .split(/\n\s*\n|\n(?=[-*] )/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part, nth): Block => {
      const head = /^#+ (.*)$/su.exec(part)?.[1];
      if (head !== undefined) return heading(plainWords(head), `h${nth}`);
      const item = /^[-*] (.*)$/su.exec(part)?.[1];
      const text = plainWords(item ?? part).replace(/\s*\n\s*/gu, ' ');
      return item === undefined
        ? words(`p${nth}`, text)
        : words(`p${nth}`, `- ${text}`, 'plain', { indent: 3, hang: 2 });
    });
  return plainPage({
    kind: 'letter',
    title: desk.say('page.letter.title'),
    facts: request.revised ?? request.base,
    blocks,
    write: {
      file: `letter-${request.base.replace(/[^\w.-]+/gu, '-')}.md`,
      data: () => Promise.resolve(markdown),
    },
  });
}
