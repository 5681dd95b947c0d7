import { readCampaigns } from '../../app/negotiate/read-campaigns.ts';
import type { UiLanguage } from '../../core/model/language.ts';
import type { Campaign, Use } from '../../core/negotiate/find-campaigns.ts';
import type { Say } from '../../core/text/speak.ts';
import { bullets, heading, paragraph, words, writeBlocks } from '../../io/export/markdown.ts';
import type { CommonOptions } from '../options.ts';
import { hang, safe } from '../render/style.ts';
import { giveAnswer } from './give-answer.ts';

const useLine = ({ id, year, path, likeness }: Use, say: Say): string =>
  `${year} ${id}, ${path}${likeness === 1 ? '' : ` (${say('campaigns.alike', { percent: Math.round(likeness * 100) })})`}`;

/** What a wording cites, a line a document, and what it leaves out of it. */
const citations = ({ cites }: Campaign, say: Say, language: UiLanguage): string[] =>
  cites.map(({ name, parts, leavesOut }) => {
    const left =
      leavesOut.length === 0 ? '' : `; ${say('campaigns.leaves', { names: leavesOut.join(', ') })}`;
    return `${name[language]}: ${say('campaigns.quotes', { names: parts.join(', ') })}${left}`;
  });

/** `clausewatch campaigns [RESOLUTION]` */
export function campaigns(resolution: string | undefined, options: CommonOptions): Promise<number> {
  return giveAnswer(options, async (context) => {
    const found = await readCampaigns(resolution, context);
    const titleIn = (say: Say) => say('campaigns.title', { count: found.length });
    return {
      json: () => ({ schema: 'clausewatch/campaigns@1', campaigns: found }),
      markdown: (language, say) =>
        writeBlocks([
          heading(1, titleIn(say)),
          ...found.flatMap((one) => [
            heading(2, say('campaigns.uses', { count: one.uses.length })),
            paragraph(words(one.text)),
            ...one.versions.map((version) => paragraph(words(`${version.language}: ${version.text}`))),
            bullets(one.uses.map((use) => [words(useLine(use, say))])),
            ...citations(one, say, language).map((line) => paragraph(words(line))),
          ]),
        ]),
      text: (say, language, style) => {
        const lines = [style.bold(titleIn(say))];
        const flat = (text: string) => safe(text).replace(/\s+/g, ' ');
        for (const one of found) {
          lines.push('', hang('', `"${flat(one.text)}"`, 0, style));
          for (const version of one.versions)
            lines.push(hang('', style.dim(`${version.language}: "${flat(version.text)}"`), 2, style));
          for (const use of one.uses) lines.push(hang('', safe(useLine(use, say)), 4, style));
          for (const line of citations(one, say, language))
            lines.push(hang('', style.dim(safe(line)), 4, style));
        }
        return `${lines.join('\n')}\n`;
      },
      messages: [],
    };
  });
}
