// How well clauses are aligned: npm run bench:alignment
import { existsSync, readFileSync } from 'node:fs';
import { LANGUAGES } from '../src/core/model/language.ts';
import type { Resolution } from '../src/core/model/resolution.ts';
import { generatePair } from '../__tests__/support/generate-pair.ts';
import { writeText, type Group, type Item } from '../__tests__/support/generate-tree.ts';
import { libraryCases, sharedCases } from '../__tests__/support/library-cases.ts';
import {
  emptyScore,
  scoreAlignment,
  type AlignmentScore,
  type PlaceTruth,
} from '../__tests__/support/score-alignment.ts';
import { scoreTruth, sumScores } from '../__tests__/support/score-truth.ts';

interface Line {
  readonly id: number | null;
  readonly head: boolean;
  readonly from: readonly number[];
  readonly kind: string;
  readonly label: string;
  readonly text: string;
}

const PLAN = { clauses: 100, amended: 0.2, moves: 5, splits: 3, merges: 3, added: 4, deleted: 4 };

const PROFILES = {
  plain: {},
  hard: {
    amended: 0.3,
    subItems: 0.15,
    runs: 2,
    crossings: 2,
    headings: 3,
    duplicates: 3,
    interleaved: 2,
    bis: 2,
    rewritten: 5,
  },
} as const;

/** The text that lines make, as its tree: the parser is not what is measured here. */
const treeOf = (lines: readonly Line[]): Resolution => {
  const groups: { heading: string; part: Group['part']; items: Item[] }[] = [];
  for (const { head, kind, label, text } of lines) {
    if (head) groups.push({ heading: text, part: kind === 'pre' ? 'preamble' : 'operative', items: [] });
    else groups[groups.length - 1]?.items.push({ text, label, children: [] });
  }
  return writeText(groups, 'en', 2022).tree;
};

interface SharedPair {
  readonly profile: string;
  readonly baseLines: readonly Line[];
  readonly revLines: readonly Line[];
  readonly truth: { readonly moved: readonly { readonly id: number }[] };
}

const rate = (part: number, whole: number): string => (whole === 0 ? '   -  ' : (part / whole).toFixed(4));

const print = (name: string, score: AlignmentScore): void => {
  const cells = (['pairs', 'moves', 'splits', 'merges'] as const).map((what) => {
    const { wanted, found, right } = score[what];
    return `${what} ${rate(right, found)} / ${rate(right, wanted)}`;
  });
  console.log(`${name.padEnd(44)} ${cells.join('   ')}   ties ${score.ties}`);
};

console.log('precision / recall\n');

const path = '../shared/data/alignment/pairs.json';
if (existsSync(path)) {
  const pairs = JSON.parse(readFileSync(path, 'utf8')) as SharedPair[];
  for (const profile of new Set(pairs.map((pair) => pair.profile))) {
    const score = emptyScore();
    for (const pair of pairs.filter((one) => one.profile === profile)) {
      const clauses = (lines: readonly Line[]) => lines.filter((line) => !line.head);
      const places = new Map(clauses(pair.baseLines).map((line, at) => [line.id, at]));
      const byFrom = new Map<string, { base: number[]; revised: number[] }>();
      clauses(pair.revLines).forEach((line, at) => {
        // A clause that was put in names itself: it comes from no clause of the base.
        const base = line.from.map((id) => places.get(id)).filter((place) => place !== undefined);
        if (base.length === 0) return;
        const entry = byFrom.get(base.join()) ?? { base, revised: [] };
        entry.revised.push(at);
        byFrom.set(base.join(), entry);
      });
      const truth: PlaceTruth = {
        pairs: [...byFrom.values()],
        moved: pair.truth.moved.map(({ id }) => places.get(id) ?? -1),
      };
      scoreAlignment(treeOf(pair.baseLines), treeOf(pair.revLines), truth, score);
    }
    print(`pairs.json, ${profile}`, score);
  }
} else console.log('skipped: ../shared/data/alignment/pairs.json is not there');

/**
 * Seeds whose faults were read, seeds whose figures were seen while thresholds were chosen, and seeds run once
 * after the last change. Whoever tunes again takes new numbers for the last.
 */
const SEEDS = { tuned: [1, 20], watched: [100_001, 20], fresh: [7_000_001, 20] } as const;

for (const [profile, extra] of Object.entries(PROFILES)) {
  for (const [kind, [first, count]] of Object.entries(SEEDS)) {
    for (const language of LANGUAGES) {
      const score = emptyScore();
      for (let seed = first; seed < first + count; seed++) {
        const { trees, truth } = generatePair({ ...PLAN, ...extra, seed, language });
        scoreAlignment(...trees, truth, score);
      }
      print(`${profile}, ${kind}, ${language}`, score);
    }
  }
}

for (const [name, cases] of [
  ['shipped proposals', libraryCases()],
  ['../shared documents', sharedCases() ?? []],
] as const) {
  if (cases.length === 0) continue;
  const { precision, recall, kinds, faults } = sumScores(cases.map(scoreTruth));
  console.log(
    `\n${name}: pairs ${precision.toFixed(4)} / ${recall.toFixed(4)}, right kind ${kinds.toFixed(4)}`,
  );
  for (const fault of faults) console.log(`  ${fault}`);
}
