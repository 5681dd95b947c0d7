import { readCampaigns } from '../../app/negotiate/read-campaigns.ts';
import type { Campaign, Use } from '../../core/negotiate/find-campaigns.ts';
import { negotiationWords } from '../../core/negotiate/strings.ts';
import type { Say } from '../../core/text/speak.ts';
import { bullets, heading, paragraph, words, writeBlocks } from '../../io/export/markdown.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf, json, styleFor } from '../output.ts';
import { hang, safe } from '../render/style.ts';

const paragraphs = (numbers: readonly string[]): string => numbers.map((one) => `§${one}`).join(', ');

const useLine = ({ id, year, path, likeness }: Use, say: Say): string =>
  `${year} ${id}, ${path}${likeness === 1 ? '' : ` (${say('campaigns.alike', { percent: Math.round(likeness * 100) })})`}`;

const citation = ({ quotes, leavesOut }: Campaign, say: Say): string | null =>
  quotes.length === 0
    ? null
    : `Tunis Agenda: ${say('campaigns.quotes', { names: paragraphs(quotes) })}; ${say('campaigns.leaves', { names: paragraphs(leavesOut) })}`;

/** `clausewatch campaigns [RESOLUTION]` */
export async function campaigns(resolution: string | undefined, options: CommonOptions): Promise<number> {
  const context = contextOf(options);
  const format = formatOf(options, ['text', 'json', 'markdown']);
  const found = await readCampaigns(resolution, context);
  const say = negotiationWords(context.uiLanguage);
  const title = say('campaigns.title', { count: found.length });
  if (format === 'json') {
    emit(json({ schema: 'clausewatch/campaigns@1', campaigns: found }), options);
    return 0;
  }
  if (format === 'markdown') {
    const blocks = found.flatMap((one) => {
      const cited = citation(one, say);
      return [
        heading(2, say('campaigns.uses', { count: one.uses.length })),
        paragraph(words(one.text)),
        bullets(one.uses.map((use) => [words(useLine(use, say))])),
        ...(cited === null ? [] : [paragraph(words(cited))]),
      ];
    });
    emit(writeBlocks([heading(1, title), ...blocks]), options);
    return 0;
  }
  const style = styleFor(options);
  const lines = [style.bold(title)];
  for (const one of found) {
    lines.push('', hang('', `"${safe(one.text).replace(/\s+/g, ' ')}"`, 0, style));
    for (const use of one.uses) lines.push(hang('', safe(useLine(use, say)), 4, style));
    const cited = citation(one, say);
    if (cited !== null) lines.push(hang('', style.dim(safe(cited)), 4, style));
  }
  emit(`${lines.join('\n')}\n`, options);
  return 0;
}
