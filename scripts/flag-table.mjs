// Measures the red-flag rules: precision, recall, F1 and false alarms by label and language, on the labelled
// changes of fixtures/red-flags (the part read while writing rules, the part kept aside) and, where they lie
// beside the project, on ../shared/data/documents, and on the whole documents of fixtures/red-flags/documents by
// halves. `--misses` lists what went wrong (`--aside`, `--held` open the parts kept aside), `--lang fr` narrows,
// `--mutate` runs the mutation suite. Flags of severity `note` count neither way; of whole documents only
// changed clauses count as harmless.
import { readFileSync } from 'node:fs';
import { changedOnly, judgeDocuments, shippedPairs } from './flag-documents.mjs';
import { loadEngine } from './flag-engine.mjs';
import { runMutations } from './flag-mutations.mjs';

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? null) : null);
const engine = await loadEngine();
const { CORE_PACK, buildComparison, checkComparison, groupCases } = engine;

const readLines = (file) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const all = readLines('fixtures/red-flags/dev.jsonl');
const probes = readLines('fixtures/red-flags/probes.jsonl');
const aside = new Set(JSON.parse(readFileSync('fixtures/red-flags/aside.json', 'utf8')).ids);
const languages = option('--lang')?.split(',') ?? null;
const inLanguage = (row) => languages === null || languages.includes(row.lang);

/** Flags of every case of a list of groups, by case id. */
function judgeCases(cases) {
  const out = new Map(cases.map((row) => [row.id, []]));
  for (const group of groupCases(cases)) {
    const { flags } = checkComparison(
      buildComparison(group),
      { base: null, revised: null, language: group[0].lang },
      CORE_PACK,
    );
    for (const flag of flags)
      for (const id of new Set([...flag.base, ...flag.revised])) out.get(id)?.push(flag);
  }
  return out;
}

const counted = (flags, polarity) =>
  flags.filter((flag) => flag.polarity === polarity && flag.severity !== 'note');
const ratio = (a, b) => (b === 0 ? '  – ' : (a / b).toFixed(2).replace(/^0/, ' '));

function score(rows) {
  const labels = new Map();
  const of = (label) => {
    if (!labels.has(label)) labels.set(label, { hit: 0, miss: 0, false: 0 });
    return labels.get(label);
  };
  const total = { red: 0, redFound: 0, none: 0, noneAlarm: 0, green: 0, greenAlarm: 0, greenFound: 0 };
  for (const { row, flags } of rows) {
    const red = new Set(counted(flags, 'red').map((flag) => flag.label));
    const green = new Set(counted(flags, 'green').map((flag) => flag.label));
    if (row.polarity === 'red') {
      total.red++;
      if (red.size > 0) total.redFound++;
    }
    if (row.polarity === 'none') {
      total.none++;
      if (red.size > 0) total.noneAlarm++;
    }
    if (row.polarity === 'green') {
      total.green++;
      if (red.size > 0) total.greenAlarm++;
      if (green.size > 0) total.greenFound++;
    }
    const wanted = [...(row.labels ?? []), ...(row.green_labels ?? [])];
    for (const label of wanted) red.has(label) || green.has(label) ? of(label).hit++ : of(label).miss++;
    for (const label of [...red, ...green])
      if (!wanted.includes(label) && !(row.also_ok ?? []).includes(label)) of(label).false++;
  }
  return { total, labels };
}

function print(name, rows) {
  const { total: t, labels } = score(rows);
  console.log(
    `${name}: ${rows.length} changes; red found ${ratio(t.redFound, t.red)} (${t.redFound}/${t.red}), false alarms on harmless ${ratio(t.noneAlarm, t.none)} (${t.noneAlarm}/${t.none}), on green ${ratio(t.greenAlarm, t.green)} (${t.greenAlarm}/${t.green}), green seen ${ratio(t.greenFound, t.green)}`,
  );
  return labels;
}

function printLabels(labels) {
  for (const [label, { hit, miss, false: wrong }] of [...labels].sort())
    console.log(
      `  ${label.padEnd(32)} P ${ratio(hit, hit + wrong)} R ${ratio(hit, hit + miss)} F1 ${ratio(2 * hit, 2 * hit + miss + wrong)}  (${hit} found, ${miss} missed, ${wrong} false)`,
    );
}

const parts = {
  read: all.filter((row) => !aside.has(row.id)),
  aside: all.filter((row) => aside.has(row.id)),
  probes,
};
for (const [name, cases] of Object.entries(parts)) {
  const flags = judgeCases(cases);
  const rows = cases.filter(inLanguage).map((row) => ({ row, flags: flags.get(row.id) }));
  for (const language of ['en', 'fr', 'es', 'ru', 'ar', 'zh']) {
    const own = rows.filter(({ row }) => row.lang === language);
    if (own.length > 0) print(`${name} ${language}`, own);
  }
  printLabels(
    print(
      `${name} en+fr`,
      rows.filter(({ row }) => ['en', 'fr'].includes(row.lang)),
    ),
  );
  if (args.includes('--misses') && (name !== 'aside' || args.includes('--aside'))) {
    for (const { row, flags: own } of rows) {
      const red = [...new Set(counted(own, 'red').map((flag) => flag.label))];
      const missed = (row.labels ?? []).filter((label) => !red.includes(label));
      const wrong = red.filter(
        (label) => !(row.labels ?? []).includes(label) && !(row.also_ok ?? []).includes(label),
      );
      if (missed.length + wrong.length === 0) continue;
      console.log(
        `\n${row.polarity !== 'red' && red.length ? 'ALARM ' : row.polarity === 'red' && !red.length ? 'MISS ' : 'label '}${row.id} ${row.polarity} missed[${missed}] wrong[${wrong}]`,
      );
      if (args.includes('--why'))
        for (const flag of counted(own, 'red'))
          console.log(
            `   ${flag.label} ${flag.rule} ${flag.score} ${flag.evidence.map((e) => `${e.side[0]}:"${e.text}"`).join(' ')}`,
          );
    }
  }
}

const halves = JSON.parse(readFileSync('fixtures/red-flags/documents/halves.json', 'utf8'));
const ownDocuments = judgeDocuments('fixtures/red-flags/documents', engine);
const ofHalf = (names) => ownDocuments.filter(({ id }) => names.includes(id.split(' ')[0]));
const documentParts = {
  'shared documents': judgeDocuments('../shared/data/documents', engine),
  'own documents': ownDocuments,
  'own documents, seen half': ofHalf(halves.seen),
  'own documents, held half': ofHalf(halves.held),
};
const listed = args.includes('--held') ? /shared|held/u : /shared|seen/u;
for (const [name, all] of Object.entries(documentParts)) {
  if (all === null) {
    console.log(`${name}: not measured, the folder is absent`);
    continue;
  }
  const own = changedOnly(all).filter(({ row }) => inLanguage(row));
  for (const language of ['en', 'fr', 'es', 'ru']) {
    const rows = own.filter(({ row }) => row.lang === language);
    if (rows.length > 0) print(`${name} ${language}`, rows);
  }
  print(`${name} all`, own);
  printLabels(
    print(
      `${name} en+fr`,
      own.filter(({ row }) => ['en', 'fr'].includes(row.lang)),
    ),
  );
  if (!args.includes('--misses') || !listed.test(name)) continue;
  for (const { id, row, flags, change } of own) {
    const red = [...new Set(counted(flags, 'red').map((flag) => flag.label))];
    const missed = row.labels.filter((label) => !red.includes(label));
    const wrong = red.filter((label) => !row.labels.includes(label) && !row.also_ok.includes(label));
    if (missed.length + wrong.length === 0) continue;
    console.log(
      `\n${row.polarity !== 'red' && red.length ? 'ALARM ' : row.polarity === 'red' && !red.length ? 'MISS ' : 'label '}${id} missed[${missed}] wrong[${wrong}] ${row.trap ? 'TRAP' : ''}`,
    );
    for (const unit of change?.base ?? []) console.log(`  - ${unit.text}`);
    for (const unit of change?.revised ?? []) console.log(`  + ${unit.text}`);
    if (args.includes('--why'))
      for (const flag of flags.filter((each) => each.polarity === 'red'))
        console.log(
          `   ${flag.label} ${flag.rule} ${flag.severity} ${flag.score} ${flag.evidence.map((e) => `${e.side[0]}:"${e.text}"`).join(' ')}`,
        );
  }
}

if (args.includes('--mutate')) {
  const judge = (row) => counted(judgeCases([row]).get(row.id), 'red');
  for (const [name, [wrong, cases]] of Object.entries(
    runMutations([...all, ...probes].filter(inLanguage), judge),
  ))
    console.log(`mutation: ${name.padEnd(52)} ${ratio(wrong, cases)} (${wrong}/${cases})`);
}

for (const [name, text] of shippedPairs(engine)) {
  const changed = text.comparison.changes.filter(
    (change) => change.unit === 'clause' && !['unchanged', 'renumbered', 'editorial'].includes(change.kind),
  ).length;
  console.log(
    `library ${name}: ${counted(text.flags, 'red').length} red and ${counted(text.flags, 'green').length} green flags on ${changed} changed clauses`,
  );
}
