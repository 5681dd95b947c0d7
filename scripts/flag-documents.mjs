// Scores the rules on whole documents with their truth (`../shared/data/documents/<case>`): parsed and aligned
// by the real parser and aligner, so that their losses are in the figures.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Rows (place, wanted labels, flags) of all cases of a folder; null when the folder is absent. */
export function judgeDocuments(folder, engine, isWanted = () => true) {
  if (!existsSync(folder)) return null;
  const { CORE_PACK, GREEN_LABELS, checkComparison, compareResolutions, parseMarkdown } = engine;
  const isGreen = (label) => GREEN_LABELS.includes(label);
  const rows = [];
  for (const name of readdirSync(folder).sort()) {
    const read = (file) => readFileSync(join(folder, name, file), 'utf8');
    if (!existsSync(join(folder, name, 'truth.json')) || !isWanted(name)) continue;
    const truth = JSON.parse(read('truth.json'));
    const base = parseMarkdown(read('base.md'));
    const revised = parseMarkdown(read('revised.md'));
    const comparison = compareResolutions(base, revised);
    const language = truth.language ?? name.slice(0, 2);
    const { flags } = checkComparison(comparison, { base, revised, language }, CORE_PACK);
    const at = (side, path) =>
      flags.filter(
        (flag) =>
          (side === 'base' ? flag.base : flag.revised).includes(path) &&
          (side !== 'base' || flag.revised.length === 0),
      );
    const traps = new Set((truth.traps ?? []).map((trap) => trap.where));
    const textAt = (side, path) => comparison.changes.find((c) => c[side].some((u) => u.path === path));
    for (const each of truth.flags) {
      const isRed = each.labels.some((label) => !isGreen(label));
      rows.push({
        id: `${name} ${each.side === 'base' ? '-' : '+'} ${each.where}`,
        row: {
          lang: language,
          polarity: isRed ? 'red' : 'green',
          labels: each.labels.filter((l) => !isGreen(l)),
          green_labels: each.labels.filter(isGreen),
          also_ok: each.also_ok,
        },
        flags: at(each.side ?? 'revised', each.where),
        change: textAt(each.side ?? 'revised', each.where),
      });
    }
    const listed = new Set(truth.flags.filter((each) => each.side !== 'base').map((each) => each.where));
    for (const path of truth.quiet) {
      if (listed.has(path)) continue;
      const own = at('revised', path);
      rows.push({
        id: `${name} + ${path}`,
        row: {
          lang: language,
          polarity: 'none',
          labels: [],
          green_labels: [],
          also_ok: [],
          trap: traps.has(path),
        },
        flags: own.filter((flag) => flag.polarity === 'red'),
        change: textAt('revised', path),
      });
    }
  }
  return rows;
}

const KEPT = new Set(['unchanged', 'renumbered', 'moved']);

/** The rows whose clause was changed at all: kept clauses are easily quiet and would flatter the figures. */
export function changedOnly(rows) {
  return rows.filter(({ row, change }) => row.polarity !== 'none' || (change && !KEPT.has(change.kind)));
}

/** The shipped library judged: each adopted text against the one before it, each proposal against the last adopted. */
export function shippedPairs(engine, root = 'resolutions') {
  const { CORE_PACK, checkComparison, compareResolutions, parseMarkdown } = engine;
  const out = [];
  if (!existsSync(root)) return out;
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const folder = join(root, entry.name);
    const texts = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.md'))
      .sort();
    for (const language of ['en', 'fr', 'es', 'ru', 'ar', 'zh']) {
      const own = texts.filter((file) => file.endsWith(`.${language}.md`));
      const adopted = own.filter((file) => !/[\\/]/u.test(file));
      const proposals = own.filter((file) => /[\\/]/u.test(file));
      const pairs = [
        ...adopted.slice(1).map((file, i) => [adopted[i], file]),
        ...proposals.map((file) => [adopted.at(-1), file]),
      ];
      for (const [before, after] of pairs) {
        if (before === undefined) continue;
        const [base, revised] = [before, after].map((file) =>
          parseMarkdown(readFileSync(join(folder, file), 'utf8')),
        );
        const comparison = compareResolutions(base, revised);
        const { flags } = checkComparison(comparison, { base, revised, language }, CORE_PACK);
        out.push([`${entry.name}: ${before} to ${after}`, { comparison, flags }]);
      }
    }
  }
  return out;
}
