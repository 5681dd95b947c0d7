import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildMatrix } from '../../../src/core/negotiate/build-matrix.ts';
import { buildOutcome } from '../../../src/core/negotiate/build-outcome.ts';
import { readNegotiation, type Negotiation } from '../../../src/core/negotiate/negotiation.ts';
import type { ComparedText } from '../../../src/core/model/report.ts';
import { CORE_PACK } from '../../../src/core/rules/core-pack.ts';
import { partFrontMatter, textKey } from '../../../src/io/library/front-matter.ts';
import { readTextFile } from '../../support/library-cases.ts';

interface TruthRow {
  readonly base: string;
  readonly touched_by: Readonly<
    Record<
      string,
      { readonly kind: string; readonly at: readonly string[]; readonly kind_ok?: readonly string[] }
    >
  >;
  readonly agree: readonly (readonly string[])[];
  readonly conflict: readonly (readonly string[])[];
  readonly conflict_ok?: readonly (readonly string[])[];
}

interface Truth {
  readonly proposals: readonly { readonly name: string; readonly action: string }[];
  readonly rows: readonly TruthRow[];
  readonly added: readonly {
    readonly text: string;
    readonly at: string;
    readonly after: string | null;
    readonly agree?: readonly string[];
  }[];
  readonly insertions: readonly {
    readonly at: string;
    readonly text: string;
    readonly sources: readonly string[];
  }[];
}

export interface NegotiationCase {
  readonly name: string;
  readonly negotiation: Negotiation;
  readonly adopted: ComparedText;
  readonly truth: Truth;
}

/** Taken over from the shared data, where they were written for this project. */
const FOLDER = 'fixtures/negotiate';

/** A text with its front matter as a compared text. */
export function readCompared(path: string, name: string): ComparedText {
  const { keys } = partFrontMatter(readFileSync(path, 'utf8'), path);
  const action = textKey(keys, 'action');
  return {
    facts: { name, kind: 'proposal', isModel: true, ...(action === undefined ? {} : { action }) },
    resolution: readTextFile(path),
  };
}

/** The negotiations of a folder; null where it is absent. */
export function negotiationCases(folder: string = FOLDER): NegotiationCase[] | null {
  if (!existsSync(folder)) return null;
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const truth = JSON.parse(readFileSync(join(folder, name, 'truth.json'), 'utf8')) as Truth;
      const text = (one: string) => readCompared(join(folder, name, `${one}.md`), one);
      const tabled = truth.proposals.map((one) => ({ name: one.name, text: text(one.name), notes: [] }));
      const negotiation = readNegotiation(text('base'), tabled, CORE_PACK);
      return { name, negotiation, adopted: text('adopted'), truth };
    });
}

const key = (names: readonly string[]) => [...names].sort().join('+');

/** Cells, agreements, conflicts, slots and phrases of one case: how many are wanted and right, and every fault. */
export function scoreNegotiation({ name, negotiation, adopted, truth }: NegotiationCase) {
  const faults: string[] = [];
  const matrix = buildMatrix(negotiation);
  const score = {
    cells: 0,
    cellsRight: 0,
    agreements: 0,
    agreementsRight: 0,
    conflicts: 0,
    conflictsRight: 0,
  };
  for (const row of truth.rows) {
    const ours = matrix.rows.find(({ base }) => base?.path === row.base);
    for (const { name: sponsor } of truth.proposals) {
      const [cell, wanted] = [ours?.cells.get(sponsor), row.touched_by[sponsor]];
      if (cell === undefined && wanted === undefined) continue;
      score.cells++;
      const isRight =
        wanted !== undefined &&
        cell !== undefined &&
        (wanted.kind_ok ?? [wanted.kind]).includes(cell.kind) &&
        key(cell.revised) === key(wanted.at);
      if (isRight) score.cellsRight++;
      else
        faults.push(
          `${name}: ${row.base}, ${sponsor}: ${cell?.kind ?? 'untouched'} at ${cell?.revised.join() ?? ''}, not ${wanted?.kind ?? 'untouched'} at ${wanted?.at.join() ?? ''}`,
        );
    }
    const tally = (
      what: 'agreements' | 'conflicts',
      found: readonly string[],
      wanted: readonly string[],
      allowed: readonly string[] = [],
    ) => {
      for (const one of new Set([...found, ...wanted])) {
        if (!wanted.includes(one) && allowed.includes(one)) continue;
        score[what]++;
        if (found.includes(one) && wanted.includes(one)) score[`${what}Right`]++;
        else
          faults.push(`${name}: ${row.base}: ${what} ${one} ${found.includes(one) ? 'too many' : 'missing'}`);
      }
    };
    const agreed = (ours?.agreements ?? []).map(({ sponsors }) => key(sponsors));
    tally('agreements', agreed, row.agree.map(key));
    const clashing = (ours?.conflicts ?? []).map(({ between }) => key(between));
    tally('conflicts', clashing, row.conflict.map(key), (row.conflict_ok ?? []).map(key));
  }
  let [added, addedRight] = [0, 0];
  for (const one of truth.added) {
    if (one.text === 'adopted') continue;
    added++;
    const row = matrix.rows.find(
      ({ base, cells }) => base === null && cells.get(one.text)?.revised.includes(one.at) === true,
    );
    const isRight =
      row?.after === one.after &&
      (one.agree === undefined
        ? row.agreements.length === 0
        : row.agreements.some(({ sponsors }) => key(sponsors) === key(one.agree ?? [])));
    if (isRight) addedRight++;
    else
      faults.push(
        `${name}: ${one.text} adds ${one.at} after ${row?.after ?? 'nothing'}, not ${one.after ?? 'nothing'}`,
      );
  }
  const { insertions } = buildOutcome(negotiation, adopted, CORE_PACK);
  const plain = (text: string) =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  let phrasesRight = 0;
  for (const wanted of truth.insertions) {
    // The entry that shares the longest stretch of the phrase.
    const near = insertions
      .filter(({ at }) => at === wanted.at)
      .map((one) => {
        const words = plain(one.text).trim().split(' ');
        const held = words.filter((word) => plain(wanted.text).includes(` ${word} `)).length;
        return { one, held: held / Math.max(words.length, plain(wanted.text).trim().split(' ').length) };
      })
      .sort((a, b) => b.held - a.held)[0];
    if (near !== undefined && near.held >= 0.5 && key(near.one.sources) === key(wanted.sources))
      phrasesRight++;
    else
      faults.push(
        `${name}: ${wanted.at}: "${wanted.text}" is ${near === undefined ? 'not told' : `"${near.one.text}" of ${key(near.one.sources)}`}, not of ${key(wanted.sources)}`,
      );
  }
  return {
    ...score,
    added,
    addedRight,
    phrases: truth.insertions.length,
    phrasesRight,
    told: insertions.length,
    faults,
  };
}
