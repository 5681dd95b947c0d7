import type { History } from './build-history.ts';
import { MEASURES, driftOf, meanOf } from './drift.ts';
import { headFacts } from './head-json.ts';

/** The history as `history --json` prints it (docs/json.md). Revisions are named by their year. */
export function historyJson(history: History) {
  const years = history.revisions.map(({ year }) => year);
  const yearOf = (at: number) => years[at] ?? 0;
  const last = years.length - 1;
  const drift = driftOf(history);
  return {
    schema: 'clausewatch/history@1',
    revisions: history.revisions.map(({ text, year }) => ({ ...headFacts(text), year })),
    clauses: history.lives.map(({ unit, since, until, stages, runs }) => ({
      path: unit.path,
      part: unit.part,
      since: yearOf(since),
      ...(until === last ? { text: unit.text } : { until: yearOf(until), text: unit.text }),
      life: stages.map(({ revision, path, kind }) => ({ year: yearOf(revision), path, kind })),
      runs: runs.map(({ text, origin }) => ({ text, year: yearOf(origin) })),
    })),
    returned: history.returned.map(({ path, text, first, lost, back }) => ({
      path,
      text,
      first: yearOf(first),
      lost: yearOf(lost),
      back: yearOf(back),
    })),
    safeguards: history.safeguards.map(({ concept, member, text, held, appeared, vanished }) => ({
      concept,
      member,
      text,
      held: held.map((paths, at) => ({ year: yearOf(at), paths })).filter(({ paths }) => paths.length > 0),
      appeared: appeared.map(yearOf),
      vanished: vanished.map(yearOf),
    })),
    drift: {
      years,
      mean: Object.fromEntries(MEASURES.map((measure) => [measure, meanOf(drift, measure)])),
      clauses: drift.map(({ life, ...measures }) => ({
        path: life.unit.path,
        ...(life.until === last ? {} : { until: yearOf(life.until) }),
        ...measures,
      })),
    },
  };
}
