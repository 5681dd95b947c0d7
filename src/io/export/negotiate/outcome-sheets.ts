import { DRAFTING_GROUP } from '../../../core/negotiate/attribute.ts';
import type { Fate, Outcome } from '../../../core/negotiate/build-outcome.ts';
import { negotiationWords } from '../../../core/negotiate/strings.ts';
import type { UiLanguage } from '../../../core/model/language.ts';
import { labelWords, reportWords } from '../../../core/report/strings.ts';
import { sanitise, sanitiseLine } from '../../../core/text/sanitise.ts';
import { xlsxFile } from '../tables/xlsx-file.ts';
import { gradeOf } from '../tell-flag.ts';
import { exportWords } from '../words.ts';

/** Whose words were adopted, as a workbook: new words, cuts, every wish and its fate, the score of each sponsor, flags. */
export function outcomeWorkbook(outcome: Outcome, language: UiLanguage): Uint8Array {
  const [say, report, words] = [negotiationWords(language), reportWords(language), exportWords(language)];
  const { adopted, insertions, deletions, sponsors } = outcome;
  const named = (sources: readonly string[]): string =>
    sanitiseLine(sources.map((one) => (one === DRAFTING_GROUP ? say('outcome.drafting') : one)).join(', '));
  const count = (fates: readonly Fate[], gained: Fate['gained']): number =>
    fates.filter((fate) => fate.gained === gained).length;
  const fateWords = { all: 'outcome.gained', part: 'outcome.part', none: 'outcome.lost' } as const;
  const phrases = (
    list: readonly { readonly at: string; readonly text: string; readonly sources: readonly string[] }[],
  ) => list.map(({ at, text, sources }) => [sanitiseLine(at), sanitise(text), named(sources)]);
  const columns = [words('column.path'), words('column.words'), words('column.sources')];
  return xlsxFile([
    { name: words('sheet.added'), widths: [30, 80, 30], columns, rows: phrases(insertions) },
    { name: words('sheet.removed'), widths: [30, 80, 30], columns, rows: phrases(deletions) },
    {
      name: words('sheet.wishes'),
      widths: [18, 30, 16, 14, 14, 14],
      columns: [
        words('column.sponsor'),
        words('column.path'),
        words('column.kind'),
        words('column.fate'),
        words('column.wordsAsked'),
        words('column.wordsTaken'),
      ],
      rows: sponsors.flatMap(({ name, fates }) =>
        fates.map((fate) => [
          sanitiseLine(name),
          sanitiseLine((fate.revised.length > 0 ? fate.revised : fate.base).join(', ')),
          report(`kind.${fate.kind}`),
          say(fateWords[fate.gained]),
          fate.words,
          fate.taken,
        ]),
      ),
    },
    {
      name: words('sheet.sponsors'),
      widths: [24, 12, 14, 14, 14, 20],
      columns: [
        words('column.sponsor'),
        words('column.action'),
        say('outcome.gained'),
        say('outcome.part'),
        say('outcome.lost'),
        words('column.wordsTaken'),
      ],
      rows: [
        ...sponsors.map(({ name, action, fates, adoptedWords }) => [
          sanitiseLine(name),
          action,
          count(fates, 'all'),
          count(fates, 'part'),
          count(fates, 'none'),
          adoptedWords,
        ]),
        [say('outcome.drafting'), '', '', '', '', outcome.draftingWords],
      ],
    },
    {
      name: report('flags.title'),
      widths: [18, 30, 16, 34, 18, 40],
      columns: [
        words('column.sponsor'),
        words('column.path'),
        words('column.severity'),
        words('column.flags'),
        words('column.cameTrue'),
        words('column.text'),
      ],
      rows: sponsors.flatMap(({ name, flags }) =>
        flags.map(({ flag, isRealised }) => [
          sanitiseLine(name),
          sanitiseLine((flag.revised.length > 0 ? flag.revised : flag.base).join(', ')),
          gradeOf(flag, report),
          sanitiseLine(labelWords(language, flag.label)),
          words(isRealised ? 'word.yes' : 'word.no'),
          sanitiseLine(adopted.facts.name),
        ]),
      ),
    },
  ]);
}
