// How well clauses are aligned: npm run bench:alignment
import { existsSync, readFileSync } from 'node:fs';
import { LANGUAGES } from '../src/core/model/language.ts';
import { parseMarkdown } from '../src/core/parse/parse-markdown.ts';
import { generatePair } from '../__tests__/support/generate-pair.ts';
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
}

interface SharedPair {
  readonly profile: string;
  readonly base: string;
  readonly rev: string;
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
      scoreAlignment(
        parseMarkdown(pair.base, { language: 'en' }),
        parseMarkdown(pair.rev, { language: 'en' }),
        truth,
        score,
      );
    }
    print(`pairs.json, ${profile}`, score);
  }
} else console.log('skipped: ../shared/data/alignment/pairs.json is not there');

for (const language of LANGUAGES) {
  const score = emptyScore();
  for (let seed = 1; seed <= 20; seed++) {
    const plan = {
      seed,
      language,
      clauses: 100,
      amended: 0.2,
      moves: 5,
      splits: 3,
      merges: 3,
      added: 4,
      deleted: 4,
    };
    const { base, revised, truth } = generatePair(plan);
    scoreAlignment(parseMarkdown(base, { language }), parseMarkdown(revised, { language }), truth, score);
  }
  print(`generated, ${language}`, score);
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
