import { rankChanges } from '../diff/rank.ts';
import type { Change, Comparison } from '../model/change.ts';
import type { Flag } from '../model/flag.ts';
import type { UiLanguage } from '../model/language.ts';
import type { Reference } from '../model/reference.ts';
import type { ComparedText, Report } from '../model/report.ts';
import type { Clause, Resolution } from '../model/resolution.ts';

/** The shapes of docs/json.md: fields may be added, those that are there stay. */

const footnotesOf = (clause: Clause, resolution: Resolution): string[] => {
  const marks = new Set([...clause.text.matchAll(/\[\^([^\]\s]+)\]/gu)].map((found) => found[1]));
  return resolution.footnotes.filter((note) => marks.has(note.label)).map((note) => note.text);
};

/** One text as `show --json` prints it. */
export function textJson({ facts, resolution }: ComparedText) {
  const clauses: object[] = [];
  const frame: Record<string, string> = {};
  for (const part of resolution.children) {
    if (part.name === 'frame') {
      for (const line of part.children) frame[line.name] = line.text;
      continue;
    }
    for (const section of part.children) {
      const add = (clause: Clause): void => {
        const footnotes = footnotesOf(clause, resolution);
        clauses.push({
          path: clause.path,
          part: part.name,
          heading: section.text,
          ...(section.verb === null ? {} : { verb: section.verb }),
          ...(section.addressee === null ? {} : { addressee: section.addressee }),
          label: clause.label,
          depth: clause.depth,
          text: clause.text,
          line: clause.position?.start.line ?? 0,
          ...(footnotes.length === 0 ? {} : { footnotes }),
        });
        clause.children.forEach(add);
      };
      section.children.forEach(add);
    }
  }
  return {
    schema: 'clausewatch/text@1',
    ...headJson({ facts, resolution }),
    frame,
    clauses,
    footnotes: resolution.footnotes.map(({ label, text }) => ({ label, text })),
    warnings: resolution.messages,
  };
}

/** What a text is, without its clauses. */
export function headJson({ facts, resolution }: ComparedText) {
  return {
    name: facts.name,
    kind: facts.kind,
    ...(facts.source === undefined ? {} : { source: facts.source }),
    ...(resolution.confidence === undefined ? {} : { confidence: resolution.confidence }),
    model: facts.isModel,
    ...(facts.sponsor === undefined ? {} : { sponsor: facts.sponsor }),
    ...(facts.symbol === undefined ? {} : { symbol: facts.symbol }),
    ...(facts.action === undefined ? {} : { action: facts.action }),
    body: resolution.body,
    instrument: resolution.instrument,
    number: resolution.number,
    draft: resolution.isDraft,
    language: resolution.language,
    title: resolution.title,
    revision: resolution.revision,
    history: resolution.history,
  };
}

const rankedChanges = ({ changes }: Comparison) => {
  const ranks = new Map(rankChanges(changes).map((change, at) => [change, at + 1]));
  return changes.map((change) => ({ change, rank: ranks.get(change) ?? 0 }));
};

const changeJson = (change: Change) => ({
  kind: change.kind,
  part: change.unit === 'clause' ? change.part : change.unit,
  base: change.base.map(({ path }) => path),
  revised: change.revised.map(({ path }) => path),
  moved: change.moved,
  ...(change.moveScope === undefined ? {} : { moveScope: change.moveScope, moveRun: change.moveRun }),
  renumbered: change.renumbered,
  editorial: change.editorial,
  ...(change.reasons.length === 0 ? {} : { reasons: change.reasons }),
  score: change.score,
  pairing: change.pairing,
  spans: change.spans,
});

/** Changes with their place in the order in which to look at them: 1 first. */
const comparisonJson = (comparison: Comparison) => ({
  changes: rankedChanges(comparison).map(({ change, rank }) => ({ ...changeJson(change), rank })),
  summary: comparison.summary,
});

/** A comparison as `diff --json` prints it. */
export function diffJson(report: Report) {
  return {
    schema: 'clausewatch/diff@1',
    base: headJson(report.base),
    revised: headJson(report.revised),
    ...comparisonJson(report.comparison),
    references: report.references ?? [],
    warnings: report.messages,
  };
}

const flagJson = (flag: Flag, language: UiLanguage) => ({
  rule: flag.rule,
  label: flag.label,
  polarity: flag.polarity,
  severity: flag.severity,
  score: flag.score,
  sum: flag.sum,
  ...(flag.signs === undefined ? {} : { signs: flag.signs }),
  base: flag.base,
  revised: flag.revised,
  message: flag.message[language],
  why: flag.why[language],
  charitable: flag.charitable[language],
  cure: flag.cure[language],
  evidence: flag.evidence,
  basis: flag.basis,
  source: flag.source,
  agreeing: flag.agreeing,
  fingerprint: flag.fingerprint,
});

/** A comparison with its flags as `check --json` prints it. */
export function checkJson(report: Report, language: UiLanguage) {
  return {
    ...diffJson(report),
    schema: 'clausewatch/check@1',
    ...(report.pack === undefined ? {} : { pack: report.pack }),
    flags: report.flags.map((flag) => flagJson(flag, language)),
    notChecked: report.notChecked,
  };
}

/** A reference text as `show --json` prints it. */
export function referenceJson(name: string, { language, title, isNumbered, paragraphs }: Reference) {
  return { schema: 'clausewatch/reference@1', name, language, title, numbered: isNumbered, paragraphs };
}
