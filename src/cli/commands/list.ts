import { listDeadlines } from '../../app/list-deadlines.ts';
import { reportWords } from '../../core/report/strings.ts';
import { exportWords } from '../../io/export/words.ts';
import type { Library } from '../../io/library/library.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf, json, styleFor } from '../output.ts';
import { renderDeadlines } from '../render/deadlines.ts';
import { renderList } from '../render/list.ts';

const listJson = ({ resolutions, references }: Library) => ({
  schema: 'clausewatch/list@1',
  resolutions: resolutions.map(({ id, titles, isShipped, texts }) => ({
    id,
    titles,
    shipped: isShipped,
    texts: texts.map((text) => ({
      id: text.id,
      kind: text.kind,
      meeting: text.meeting,
      model: text.isModel,
      sponsor: text.sponsor,
      symbol: text.symbol,
      action: text.action,
      base: text.base,
      languages: [...text.files.keys()].sort(),
    })),
  })),
  references: references.map(({ id, files }) => ({ id, languages: [...files.keys()].sort() })),
});

/** `clausewatch list` */
export function list(options: CommonOptions): number {
  const { library, uiLanguage } = contextOf(options);
  const isJson = formatOf(options, ['text', 'json']) === 'json';
  const today = new Date().toISOString().slice(0, 10);
  emit(
    isJson
      ? json({ ...listJson(library), meetings: listDeadlines(library, today) })
      : renderList(library, reportWords(uiLanguage), uiLanguage, styleFor(options)) +
          renderDeadlines(
            listDeadlines(library, today),
            today,
            exportWords(uiLanguage),
            uiLanguage,
            styleFor(options),
          ),
    options,
  );
  return 0;
}
