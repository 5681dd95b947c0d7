import type { ComparedText, Report } from '../../../src/core/model/report.ts';
import type { Revision } from '../../../src/core/negotiate/build-history.ts';
import { readNegotiation, type Negotiation } from '../../../src/core/negotiate/negotiation.ts';
import { parseMarkdown } from '../../../src/core/parse/parse-markdown.ts';
import { buildReport } from '../../../src/core/report/build-report.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';

/** Strings that are alive somewhere: in a browser, a spreadsheet, a terminal, a Word file, a Markdown page. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</style><script>alert(2)</script>',
  '</title><iframe src="http://evil.example/">',
  '<a href="javascript:alert(1)">here</a>',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\n=1+1',
  ' =1+1',
  '|cmd',
  '＝1+1',
  '\u001B]52;c;ZXZpbA==\u0007\u001B[31mred',
  '\u009B31mred\u0008\u0000',
  'safe\u202Egnp.exe\u2066x\u2069',
  '![x](http://evil.example/p.png) [x](javascript:alert(1))',
  '{{7*7}} ${7*7} %n',
  ']]></w:t><w:instrText>DDEAUTO c:\\\\cmd</w:instrText>',
  '&lt;script&gt; &#x3c;b&#x3e;',
];

/** A payload as Markdown that means just its characters. */
const escaped = (payload: string): string =>
  payload.replace(/([\\`*_{}[\]()#+.!<>&|~-])/g, '\\$1').replace(/[\n\t]/g, ' ');

const text = (lines: readonly string[]): string =>
  ['# RESOLUTION 99 (Rev. Geneva, 2022)', '## A title', 'The Assembly,', '*resolves*', ...lines].join('\n\n');

/** A report that holds every hostile string in every field that comes from outside. */
export function hostileReport(payloads: readonly string[] = HOSTILE): Report {
  const numbered = (lines: readonly string[]): string[] =>
    lines.map((line, at) => `${at + 1} ${line.trim()};`);
  const safe = payloads.map(escaped);
  const base = parseMarkdown(text(numbered(safe.map(() => 'to study the matter of addresses'))));
  const revised = parseMarkdown(text(numbered(safe.map((one) => `to study the matter ${one} of addresses`))));
  const all = payloads.join(' ');
  const facts = (side: string) => ({
    name: `${side} ${all}`,
    kind: 'proposal' as const,
    isModel: true,
    sponsor: all,
    symbol: all,
    action: all,
  });
  const report = buildReport(
    { facts: facts('base'), resolution: base },
    { facts: facts('revised'), resolution: revised },
    CORE_PACK,
    [],
  );
  const [change] = report.comparison.changes.filter(({ unit }) => unit === 'clause');
  const place = change?.revised[0];
  const told = { en: all, fr: all };
  return {
    ...report,
    flags: payloads.map((one, at) => ({
      rule: one,
      label: one,
      polarity: 'red',
      severity: 'serious',
      score: 5,
      sum: [[one, 5]],
      signs: [[one, 5]],
      base: [],
      revised: [place?.path ?? ''],
      message: { en: one, fr: one },
      why: told,
      charitable: told,
      cure: told,
      evidence: [{ side: 'revised', path: place?.path ?? '', start: 0, end: 2, text: one }],
      basis: [one],
      source: [one],
      agreeing: [one],
      fingerprint: `f${at}`,
    })),
    notes: payloads.flatMap((one, at) =>
      [place?.path ?? '', 'nowhere 1'].map((path) => ({
        id: `n${at}${path}`,
        anchor: {
          side: 'revised' as const,
          path,
          quote: one,
          ...(path === 'nowhere 1' ? { isLost: true } : {}),
        },
        stance: 'oppose' as const,
        comment: one,
        counterText: one,
        author: one,
        created: one,
        updated: one,
      })),
    ),
    decisions: [{ flag: 'f0', decision: 'dismissed', reason: all, author: all, decided: all }],
    notChecked: payloads.map((one) => ({ what: one, reason: one })),
    messages: payloads.map((one) => ({ code: one, message: one })),
    citations: payloads.map((one) => ({ reference: one, title: one, paragraph: 1, text: one })),
  };
}

/** A text whose clauses, names and facts are hostile; `at` tells two of them apart. */
const hostileText = (at: number, payloads: readonly string[]): ComparedText => {
  const all = payloads.join(' ');
  const clauses = payloads.map(
    (one, place) =>
      `${place + 1} to study the matter ${at === 0 ? '' : escaped(one)} of addresses ${place % (at + 2)};`,
  );
  return {
    facts: {
      name: `${all} ${at}`,
      kind: 'proposal',
      isModel: true,
      sponsor: all,
      symbol: all,
      action: 'MOD',
    },
    resolution: { ...parseMarkdown(text(clauses)), title: all },
  };
};

/** A negotiation whose sponsors are called, and write, what is hostile. */
export function hostileNegotiation(payloads: readonly string[] = HOSTILE): Negotiation {
  const tabled = [1, 2, 3].map((at) => ({
    name: `${payloads.join(' ')} ${at}`,
    text: hostileText(at, payloads),
    notes: [],
  }));
  return readNegotiation(hostileText(0, payloads), tabled, CORE_PACK);
}

/** Revisions of hostile words. */
export function hostileRevisions(payloads: readonly string[] = HOSTILE): readonly Revision[] {
  return [0, 1, 0, 2].map((at, place) => ({ text: hostileText(at, payloads), year: 2008 + 4 * place }));
}
