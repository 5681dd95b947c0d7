import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const redsOf = (labels, { GREEN_LABELS }) => labels.filter((label) => !GREEN_LABELS.includes(label));

/**
 * Labelled texts, ready to be read with any lexicon: of a `.jsonl` its groups of changes, of a folder its whole
 * documents. `swapped` turns before and after round: a red change must then be quiet, a harmless one stays so.
 */
export function readLabelled(source, engine, swapped = false) {
  if (!existsSync(source))
    throw new Error(`${source} is absent: the points would be fitted on something else`);
  return source.endsWith('.jsonl')
    ? readCases(source, engine, swapped)
    : readDocuments(source, engine, swapped);
}

function readCases(file, { buildComparison, groupCases }, swapped) {
  const cases = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const out = [];
  for (const group of groupCases(cases)) {
    const turns = (row) =>
      row.polarity !== 'green' &&
      row.before !== null &&
      row.after !== null &&
      !row.before_part &&
      !row.before_heading;
    if (swapped && !group.every(turns)) continue;
    const own = swapped ? group.map((row) => ({ ...row, before: row.after, after: row.before })) : group;
    out.push({
      name: group[0].id,
      language: group[0].lang,
      comparison: buildComparison(own),
      rows: group.map((row) => ({
        path: row.id,
        side: null,
        polarity: swapped ? quietened(row.polarity) : row.polarity,
        labels: swapped ? [] : (row.labels ?? []),
        also: swapped ? [] : (row.also_ok ?? []),
      })),
    });
  }
  return out;
}

/** Words that change nothing of what a clause asks for. */
const NEUTRAL = {
  en: [', at Lima', ', in autumn', ', this time'],
  fr: [', à Lima', ', en automne', ', cette fois'],
  es: [', en Lima', ', en otoño', ', esta vez'],
  ru: [', в Лиме', ', осенью', ', на этот раз'],
};

/**
 * Clauses of the labelled changes with a word put in or struck that means nothing: what a clause keeps, and where
 * it stands, must not make a change red.
 */
export function readNeutral(file, { buildComparison }, isWanted = () => true) {
  const cases = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter((row) => isWanted(row.id) && NEUTRAL[row.lang] !== undefined);
  return cases.flatMap((row, index) =>
    [row.before, row.after]
      .filter((text) => text !== null)
      .map((text, side) => {
        const words = NEUTRAL[row.lang];
        const longer = text.replace(/[;,.]?$/u, (end) => `${words[(index + side) % words.length]}${end}`);
        const [before, after] = (index + side) % 2 === 0 ? [text, longer] : [longer, text];
        const own = {
          id: `${row.id} ${side}`,
          lang: row.lang,
          part: row.part,
          heading: row.heading,
          before,
          after,
        };
        return {
          name: own.id,
          language: row.lang,
          comparison: buildComparison([own]),
          rows: [{ path: own.id, side: null, polarity: 'none', labels: [], also: [] }],
        };
      }),
  );
}

const quietened = (polarity) => (polarity === 'red' ? 'green' : 'none');

function readDocuments(folder, engine, swapped) {
  const { parseMarkdown, compareResolutions } = engine;
  const out = [];
  for (const name of readdirSync(folder).sort()) {
    if (!existsSync(join(folder, name, 'truth.json'))) continue;
    const read = (file) => readFileSync(join(folder, name, file), 'utf8');
    const truth = JSON.parse(read('truth.json'));
    const texts = [parseMarkdown(read('base.md')), parseMarkdown(read('revised.md'))];
    const listed = new Set(truth.flags.filter((each) => each.side !== 'base').map((each) => each.where));
    const rows = [
      ...truth.flags.map((each) => ({
        path: each.where,
        side: each.side ?? 'revised',
        polarity: redsOf(each.labels, engine).length > 0 ? 'red' : 'green',
        labels: redsOf(each.labels, engine),
        also: each.also_ok ?? [],
      })),
      ...truth.quiet
        .filter((path) => !listed.has(path))
        .map((path) => ({ path, side: 'revised', polarity: 'none', labels: [], also: [] })),
    ];
    out.push({
      name,
      language: truth.language ?? name.slice(0, 2),
      comparison: swapped ? compareResolutions(texts[1], texts[0]) : compareResolutions(texts[0], texts[1]),
      rows: swapped
        ? rows
            .filter((row) => row.polarity !== 'green')
            .map((row) => ({
              path: row.path,
              side: row.side === 'revised' ? 'base' : 'revised',
              polarity: quietened(row.polarity),
              labels: [],
              also: [],
            }))
        : rows,
    });
  }
  return out;
}

/** Concepts whose cues nobody can list in full; the others are small closed classes. */
const OPEN =
  /^(?:obj|act|surv|sov|mach|norm|safe|lim|ms|frame|hint|sign|scope|core|transparency|law|coop|actor\.(?:civil|technical|academia|vague|everyone|private))\b/u;

/**
 * The pack with a share of its cues left out at random: how it meets a text by strangers, whose words it only
 * half knows. Points fitted on the whole lexicon trust it too much, because it has grown on the same texts.
 */
export function forgetCues(pack, share, random, { compilePack }) {
  if (share === 0) return pack;
  const forget = (entry) =>
    entry
      .split('|')
      .filter(() => random() >= share)
      .join('|');
  const lexicon = Object.fromEntries(
    Object.entries(pack.source.lexicon).map(([language, concepts]) => [
      language,
      Object.fromEntries(
        Object.entries(concepts).map(([concept, entries]) => [
          concept,
          OPEN.test(concept) ? entries.map(forget).filter((entry) => entry.trim() !== '') : entries,
        ]),
      ),
    ]),
  );
  return compilePack({ ...pack.source, lexicon });
}

/** One row a judged change: its truth and its signs. */
export function collectRows(labelled, pack, { gatherComparison, collectSigns, firedRules }) {
  const out = [];
  for (const { name, language, comparison, rows } of labelled)
    for (const facts of gatherComparison(comparison, pack.lexicon(language), pack.ladders)) {
      const has = (side, path) => facts.change[side].some((unit) => unit.path === path);
      const own = rows.filter(({ side, path }) =>
        side === null ? has('base', path) || has('revised', path) : has(side, path),
      );
      if (own.length === 0) continue;
      const polarities = own.map((row) => row.polarity);
      out.push({
        name,
        language,
        id: `${name} ${own.map((row) => row.path).join(', ')}`,
        polarity: polarities.includes('red') ? 'red' : polarities.includes('green') ? 'green' : 'none',
        labels: [...new Set(own.flatMap((row) => row.labels))],
        also: [...new Set(own.flatMap((row) => row.also))],
        signs: collectSigns(facts, firedRules(pack, facts)),
      });
    }
  return out;
}
