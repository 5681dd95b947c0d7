// Fits the points of data/rules/signs.yaml: how much each sign of a change speaks for a red flag, in all and for
// each label. Directions are editorial and held (a limit gained never speaks for red); a share of the cues is
// forgotten while fitting; every text is also read backwards, and with a word put in that means nothing: there
// nothing may be red. The parts kept aside are not read. The result is a table
// of whole numbers that a reader can add up; it changes only when this script is run and its output is kept.
//
//   node scripts/flag-signs.mjs                     fits on fixtures/red-flags and ../shared, writes the table
//   node scripts/flag-signs.mjs --try DIR [--names PATTERN]
//                                                   measures on a folder whose documents were left out; writes nothing
import { readFileSync, writeFileSync } from 'node:fs';
import { changedOnly, judgeDocuments } from './flag-documents.mjs';
import { loadEngine } from './flag-engine.mjs';
import { fitPoints } from './fit-points.mjs';
import { collectRows, forgetCues, readLabelled, readNeutral } from './flag-rows.mjs';

const SOURCES = [
  'fixtures/red-flags/dev.jsonl',
  'fixtures/red-flags/probes.jsonl',
  'fixtures/red-flags/documents',
  '../shared/data/documents',
];
/** Times each text is read, each time with other cues forgotten. */
const READINGS = 6;
const FORGOTTEN = 0.5;
const SWAPPED_WEIGHT = 0.45;
const NEUTRAL_WEIGHT = 0.3;
const RIDGE = 0.5;
/** Changes a sign must show in before it gets points. */
const SEEN = 10;
/** Points are tenths of a logit. */
const SCALE = 10;

const RED =
  /^(?:obj\.|surv|sov|mach|norm|act\.(?:specify|operate|regulate|gate|replace)|ms\.(?:closed|lateral|subordinate|below|told|exclude)|law|scope\.(?:lead|include)|exception|coop|hint|sign\.(?:gate|lasting|uniform|duty|decides|states|below|instead|unfit|novel|money|hold|weaker|hedge)|modal\.shall|actor\.(?:states|vague))/u;
const GUARD =
  /^(?:lim\.|safe\.|ms$|ms\.(?:peer|role)|frame\.|core|transparency|act\.(?:share|follow|study|guide)|actor\.(?:civil|technical|academia|named|everyone|private)|partner|par|sign\.(?:free|beside|bound|harmless|inform)|modal\.(?:may|invite)|cite)/u;
/** Guards whose loss says nothing against a change. */
const IDLE = /^(?:frame|core|act\.|cite|sign\.(?:harmless|inform)|transparency)/u;

/** 1 for a sign that may only speak for red, -1 for one that may only speak against, 0 for either. */
function directionOf(sign) {
  const [kind, subject = ''] = sign.split(/ (.*)/u);
  if (kind === 'rule') return subject.startsWith('green') ? -1 : 1;
  if (kind === 'gains' || kind === 'first') return RED.test(subject) ? 1 : GUARD.test(subject) ? -1 : 0;
  if (kind === 'loses') {
    if (RED.test(subject)) return -1;
    return GUARD.test(subject) && !IDLE.test(subject) ? 1 : 0;
  }
  if (kind === 'only' || sign === 'words in another order') return -1;
  if (kind === 'raises' || kind === 'reaches') return 1;
  return kind === 'lowers' ? -1 : 0;
}

let seed = 20_261_122;
const random = () => {
  seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

const engine = await loadEngine();
const { CORE_PACK, RED_LABELS: LABELS } = engine;
const args = process.argv.slice(2);
const tried = args.includes('--try') ? [args[args.indexOf('--try') + 1]] : [];
const aside = new Set(JSON.parse(readFileSync('fixtures/red-flags/aside.json', 'utf8')).ids);
const { held } = JSON.parse(readFileSync('fixtures/red-flags/documents/halves.json', 'utf8'));
/** The parts kept aside stay unread by the fit, so that their figures mean something. */
const isKeptAside = (name) => aside.has(name) || held.includes(name);
const pattern = args.includes('--names') ? new RegExp(args[args.indexOf('--names') + 1], 'u') : /^/u;
const isTried = (name) => pattern.test(name);

const train = [];
const isFitted = (name) => !isKeptAside(name);
const texts = (swapped) =>
  SOURCES.flatMap((source) =>
    readLabelled(source, engine, swapped).filter(
      (each) => isFitted(each.name) && !(tried.includes(source) && isTried(each.name)),
    ),
  );
const kinds = [
  [texts(false), 1],
  [texts(true), SWAPPED_WEIGHT],
  [SOURCES.slice(0, 2).flatMap((file) => readNeutral(file, engine, isFitted)), NEUTRAL_WEIGHT],
];
for (const [labelled, share] of kinds)
  for (let reading = 0; reading < READINGS; reading++) {
    const pack = forgetCues(CORE_PACK, FORGOTTEN, random, engine);
    for (const row of collectRows(labelled, pack, engine)) train.push({ ...row, weight: share / READINGS });
  }

const counts = new Map();
for (const row of train) for (const sign of row.signs.keys()) counts.set(sign, (counts.get(sign) ?? 0) + 1);
const names = [...counts]
  .filter(([, count]) => count >= (SEEN * READINGS) / 3)
  .map(([name]) => name)
  .sort();
const indexOf = new Map(names.map((name, index) => [name, index]));
const sparse = ({ signs }) =>
  [...signs].flatMap(([name, value]) => (indexOf.has(name) ? [[indexOf.get(name), value]] : []));
const directions = names.map(directionOf);

function fitTable(isWanted, isLeftOut) {
  const rows = train.filter((row) => !isLeftOut(row));
  const theta = fitPoints(
    rows.map(sparse),
    rows.map((row) => (isWanted(row) ? 1 : 0)),
    rows.map((row) => row.weight),
    directions,
    RIDGE,
  );
  const points = {};
  names.forEach((name, j) => {
    const value = Math.round(theta[j] * SCALE);
    if (value !== 0) points[name] = value;
  });
  return { start: Math.round(theta[names.length] * SCALE), points };
}

const tables = {
  red: fitTable(
    (row) => row.polarity === 'red',
    () => false,
  ),
  ...Object.fromEntries(
    LABELS.map((label) => [
      label,
      fitTable(
        (row) => row.labels.includes(label),
        (row) => row.also.includes(label) && !row.labels.includes(label),
      ),
    ]),
  ),
};

const grouped = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, groupPoints(table)]));
if (tried.length === 0) {
  writeFileSync('data/rules/signs.yaml', toYaml(grouped));
  console.log(`${train.length} readings of changes, ${names.length} signs: data/rules/signs.yaml written`);
} else {
  for (const flag of [-16, -12, -8, -4, 0])
    console.log(`flag ${flag}: ${measure({ ...CORE_PACK.signs, flag })}`);
}

/** Shares of red, harmless and green changes flagged with these points and limits, and F1 of the three top labels. */
function measure(signs) {
  const pack = engine.compilePack({ ...CORE_PACK.source, points: grouped, signs });
  const rows = tried.flatMap((source) =>
    changedOnly(judgeDocuments(source, { ...engine, CORE_PACK: pack }, isTried)),
  );
  const redsOf = ({ flags }) =>
    new Set(
      flags.filter((each) => each.polarity === 'red' && each.severity !== 'note').map((each) => each.label),
    );
  const parts = ['red', 'none', 'green'].map((polarity) => {
    const own = rows.filter(({ row }) => row.polarity === polarity);
    return `${polarity} ${(own.filter((each) => redsOf(each).size > 0).length / own.length).toFixed(2)}`;
  });
  const scores = LABELS.slice(0, 3).map((label) => {
    let [hit, miss, wrong] = [0, 0, 0];
    for (const each of rows) {
      const has = redsOf(each).has(label);
      if (each.row.labels.includes(label)) has ? hit++ : miss++;
      else if (has && !(each.row.also_ok ?? []).includes(label)) wrong++;
    }
    return `${label} ${((2 * hit) / (2 * hit + miss + wrong)).toFixed(2)}`;
  });
  return [...parts, ...scores].join('  ');
}

/** `gains obj.names: 4` as `gains: {obj.names: 4}`. */
function groupPoints({ start, points }) {
  const kinds = { start };
  for (const [name, value] of Object.entries(points)) {
    const kind =
      /^(gains|loses|keeps|under|rule|first|raises|lowers|reaches|puts in beside|strikes beside|no longer first|in the preamble, gains) /u.exec(
        name,
      )?.[1] ?? 'change';
    const subject = kind === 'change' ? name : name.slice(kind.length + 1);
    kinds[kind] = { ...kinds[kind], [subject]: value };
  }
  return kinds;
}

/** The tables grouped by kind of sign, as short as they can be read. */
function toYaml(all) {
  const lines = [
    '# Points of signs: fitted once by scripts/flag-signs.mjs, then frozen. Tenths of a logit; a change is red when the',
    '# sum of `red` reaches the limit of pack.yaml, and takes the labels whose own sums do.',
  ];
  for (const [table, { start, ...kinds }] of Object.entries(all)) {
    lines.push(`${table}:`, `  start: ${start}`);
    for (const [kind, points] of Object.entries(kinds).sort(([a], [b]) => (a < b ? -1 : 1))) {
      const terms = Object.entries(points).map(
        ([name, value]) => `${/[^a-z.-]/u.test(name) ? JSON.stringify(name) : name}: ${value}`,
      );
      let line = `  ${kind}: {`;
      for (const [index, term] of terms.entries()) {
        const piece = term + (index === terms.length - 1 ? '}' : ',');
        if (line.length + piece.length > 108) {
          lines.push(line.trimEnd());
          line = '    ';
        }
        line += `${piece} `;
      }
      lines.push(line.trimEnd());
    }
  }
  return `${lines.join('\n')}\n`;
}
