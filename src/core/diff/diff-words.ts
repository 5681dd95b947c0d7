import type { Span } from '../model/change.ts';
import type { Language } from '../model/language.ts';
import { languageTable, type LanguageTable } from '../text/language-table.ts';
import { matchKey } from '../text/match-key.ts';
import { remember } from '../text/remember.ts';
import { cleanUp } from './clean-up.ts';
import { diffRuns, itemsOf, type Item, type Run } from './word-runs.ts';

const write = (items: readonly Item[]): string => items.map(({ lead, text }) => lead + text).join('');

const push = (spans: Span[], op: Span['op'], text: string): void => {
  if (text === '') return;
  const last = spans[spans.length - 1];
  if (last?.op === op) spans[spans.length - 1] = { op, text: last.text + text };
  else spans.push({ op, text });
};

/** What went and what came, with the white space both begin or end with taken out as kept. */
const pushEdit = (spans: Span[], base: string, revised: string): void => {
  const lead = /^\s*/u.exec(base)?.[0] ?? '';
  const other = /^\s*/u.exec(revised)?.[0] ?? '';
  const common = base !== '' && revised !== '' && lead === other ? lead : '';
  push(spans, 'equal', common);
  push(spans, 'delete', base.slice(common.length));
  push(spans, 'insert', revised.slice(common.length));
};

const toSpans = (runs: readonly Run[]): Span[] => {
  const spans: Span[] = [];
  // White space that differs before a kept word belongs to the edit before it.
  let [base, revised] = ['', ''];
  const flush = () => {
    if (base === revised) push(spans, 'equal', base);
    else pushEdit(spans, base, revised);
    [base, revised] = ['', ''];
  };
  for (const run of runs) {
    if (!run.kept) {
      base += write(run.base);
      revised += write(run.revised);
      continue;
    }
    run.base.forEach((item, at) => {
      const other = run.revised[at] ?? item;
      if (item.lead !== other.lead) {
        base += item.lead;
        revised += other.lead;
        flush();
        push(spans, 'equal', item.text);
      } else {
        flush();
        push(spans, 'equal', item.lead + item.text);
      }
    });
  }
  flush();
  return spans;
};

/** What the clean-up asks of words, worked out once for each word of a language. */
const askedOf = new WeakMap<
  LanguageTable,
  { readonly isFunctionWord: (word: string) => boolean; readonly isMonth: (word: string) => boolean }
>();

const asked = (language: Language) => {
  const table = languageTable(language);
  let answers = askedOf.get(table);
  if (answers === undefined) {
    answers = {
      isFunctionWord: remember((word) => table.functionWords.has(matchKey(word)), 8_192),
      isMonth: remember((word) => table.months.includes(matchKey(word)), 8_192),
    };
    askedOf.set(table, answers);
  }
  return answers;
};

/**
 * The word diff of two wordings, made readable. Deterministic.
 * Law: joining the spans that are not inserts gives `base`, those that are not deletes gives `revised`, byte for byte.
 * `isCoarse` says that the wordings were too long and too different to compare word by word.
 */
export function diffWords(
  base: string,
  revised: string,
  language: Language,
): { spans: Span[]; isCoarse: boolean } {
  if (base === revised) return { spans: base === '' ? [] : [{ op: 'equal', text: base }], isCoarse: false };
  const { isFunctionWord, isMonth } = asked(language);
  // Always compared in one order, so that swapping the wordings swaps the spans, exactly.
  const isFlipped = base > revised;
  const [from, to] = isFlipped ? [revised, base] : [base, revised];
  const { runs, isCoarse } = diffRuns(itemsOf(from), itemsOf(to));
  const clean = cleanUp(runs, isFunctionWord, isMonth);
  const turned = isFlipped
    ? clean.map((run) => ({ kept: run.kept, base: run.revised, revised: run.base }))
    : clean;
  return { spans: toSpans(turned), isCoarse };
}
