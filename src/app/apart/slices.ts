import type { Change } from '../../core/model/change.ts';
import type { ComparedText, Report } from '../../core/model/report.ts';
import type { Answer } from './answers.ts';

/** Changes in one message: few enough for the screen to answer a key in between. */
const SLICE = 200;

/** A report as messages. Law: {@link joinSlices} over them gives the report. */
export function* reportSlices(report: Report): Generator<Answer> {
  const { base, revised, comparison, ...others } = report;
  const { changes, ...more } = comparison;
  yield { kind: 'side', side: 'base', compared: base };
  yield { kind: 'side', side: 'revised', compared: revised };
  for (let at = 0; at < changes.length; at += SLICE)
    yield { kind: 'changes', changes: changes.slice(at, at + SLICE) };
  yield { kind: 'rest', rest: { ...others, comparison: more } };
}

/** Shorter strings cost less than looking them up. */
const WORTH_SHARING = 12;

/**
 * Replaces equal strings in parsed JSON by one: a clause's words stand in its text, in both sides of its change and
 * in the spans. Changes `value`, which nobody else has seen yet.
 */
const shareStrings = (value: unknown, pool: Map<string, string>): void => {
  if (typeof value !== 'object' || value === null) return;
  const fields = value as Record<string, unknown>;
  for (const name of Object.keys(fields)) {
    const field = fields[name];
    if (typeof field !== 'string') {
      shareStrings(field, pool);
      continue;
    }
    if (field.length < WORTH_SHARING) continue;
    const known = pool.get(field);
    if (known === undefined) pool.set(field, field);
    else fields[name] = known;
  }
};

/** Puts the messages of {@link reportSlices} together again; null until the last one has come. */
export function joinSlices(): (answer: Answer) => Report | null {
  const pool = new Map<string, string>();
  const sides = new Map<'base' | 'revised', ComparedText>();
  const changes: Change[] = [];
  return (answer) => {
    shareStrings(answer, pool);
    if (answer.kind === 'side') sides.set(answer.side, answer.compared);
    else if (answer.kind === 'changes') changes.push(...answer.changes);
    if (answer.kind !== 'rest') return null;
    const [base, revised] = [sides.get('base'), sides.get('revised')];
    if (base === undefined || revised === undefined) return null;
    const { comparison, ...others } = answer.rest;
    return { ...others, base, revised, comparison: { ...comparison, changes } };
  };
}
