import type { Composite, CompositeRow } from '../../../core/negotiate/composite-types.ts';
import { negotiationWords } from '../../../core/negotiate/strings.ts';
import type { UiLanguage } from '../../../core/model/language.ts';
import { sanitiseLine } from '../../../core/text/sanitise.ts';
import { FOOTNOTE_MARK } from '../docx/footnotes.ts';
import { wordFile } from '../docx/package.ts';
import { textRun } from '../docx/runs.ts';
import { DEPTH_STYLES, FRAME_STYLES } from '../docx/text-items.ts';
import { exportWords } from '../words.ts';
import { compositeParagraphs, type CompositeToken } from './composite-paragraphs.ts';

const BRACKET = '<w:b/><w:color w:val="8F4408"/>';
const NAMES = '<w:color w:val="5A5A64"/><w:sz w:val="18"/>';
const RAISED = '<w:vertAlign w:val="superscript"/>';

const isFrameLine = (path: string): path is keyof typeof FRAME_STYLES => Object.hasOwn(FRAME_STYLES, path);

/** The style of ITU a row is set in; what is put in stands like the clause before it. */
const styleOf = ({ unit, base }: CompositeRow, before: string): string => {
  switch (unit) {
    case 'frame':
      return base !== null && isFrameLine(base.path) ? FRAME_STYLES[base.path] : 'Normal';
    case 'heading':
      return base?.part === 'annex' ? 'AnnexNo' : 'Call';
    case 'footnote':
      return 'FootnoteText';
    case 'clause': {
      const known = (DEPTH_STYLES as readonly string[]).includes(before) ? before : 'Normal';
      return base === null
        ? known
        : (DEPTH_STYLES[Math.min(base.depth, DEPTH_STYLES.length) - 1] ?? 'Normal');
    }
  }
};

const wordRuns = (text: string): string => {
  let at = 0;
  let runs = '';
  for (const found of text.matchAll(FOOTNOTE_MARK)) {
    runs += textRun(text.slice(at, found.index)) + textRun(found[1] ?? '', [], RAISED);
    at = found.index + found[0].length;
  }
  return runs + textRun(text.slice(at));
};

const runOf = ({ kind, text }: CompositeToken): string =>
  kind === 'words' ? wordRuns(text) : textRun(text, [], kind === 'bracket' ? BRACKET : NAMES);

const paragraph = (style: string, runs: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`;

/**
 * The consolidated text as a Word file for the drafting group: in the styles of ITU, square brackets bold round what is
 * not agreed, the names of those who want it small behind it, each version of a clause a paragraph. The same composite
 * gives the same bytes.
 */
export function compositeDocx(composite: Composite, language: UiLanguage): Uint8Array {
  const [say, words] = [negotiationWords(language), exportWords(language)];
  const { base, sponsors } = composite;
  let style = 'Normal';
  const text = compositeParagraphs(composite, language).map(({ row, label, tokens }) => {
    style = styleOf(row, style);
    const lead = label === null ? '' : textRun(`${label}\t`);
    return paragraph(style, lead + tokens.map(runOf).join(''));
  });
  const head = [
    paragraph('Heading1', textRun(sanitiseLine(say('composite.title', { base: base.facts.name })))),
    paragraph('Normal', textRun(say('composite.note'))),
    paragraph('Normal', textRun(`${say('composite.sponsors')}:`)),
    ...sponsors.map(({ name, action, text: { facts } }) =>
      paragraph(
        'enumlev1',
        textRun(`–\t${sanitiseLine([name, action, facts.symbol ?? ''].join(' ').trim())}`),
      ),
    ),
  ];
  return wordFile({
    title: sanitiseLine(base.resolution.title),
    language: base.resolution.language,
    body: [...head, ...text].join(''),
    header: base.facts.isModel ? words('docx.model') : '',
  });
}
