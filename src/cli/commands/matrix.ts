import { readMeeting } from '../../app/negotiate/meeting.ts';
import { openNegotiation } from '../../app/negotiate/open-negotiation.ts';
import { buildMatrix } from '../../core/negotiate/build-matrix.ts';
import { matrixJson } from '../../core/negotiate/matrix-json.ts';
import { heading, table, writeBlocks } from '../../io/export/markdown.ts';
import { matrixMarkdown } from '../../io/export/negotiate/matrix-markdown.ts';
import type { CommonOptions } from '../options.ts';
import { progressBar, type Progress } from '../progress.ts';
import { meetingTable, renderMeeting } from '../render/negotiate/meeting.ts';
import { renderMatrix } from '../render/negotiate/matrix.ts';
import { VERSION } from '../version.ts';
import { giveAnswer } from './give-answer.ts';

export interface NegotiationOptions extends CommonOptions {
  readonly base?: string;
  readonly proposal?: readonly string[];
  readonly adopted?: string;
  readonly onto?: string;
}

/** What the user named, as the use case takes it. */
export const namesOf = (
  resolution: string | undefined,
  meeting: string | undefined,
  { base, proposal }: NegotiationOptions,
) => ({
  ...(resolution === undefined ? {} : { resolution }),
  ...(meeting === undefined ? {} : { meeting }),
  ...(base === undefined ? {} : { base }),
  proposals: proposal ?? [],
});

const meetingMatrix = (meeting: string, options: CommonOptions): Promise<number> =>
  giveAnswer(options, async (context) => {
    let bar: Progress | null = null;
    const { isCached, messages, ...overview } = await readMeeting(
      meeting,
      context,
      VERSION,
      (total, name) => {
        bar ??= progressBar(total);
        bar.step(name);
      },
    );
    (bar as Progress | null)?.done();
    return {
      json: () => ({ schema: 'clausewatch/meeting@1', cached: isCached, ...overview }),
      markdown: () => writeBlocks([heading(1, meeting), table(meetingTable(overview))]),
      text: (say, language, style) => renderMeeting(overview, say, language, style),
      messages,
    };
  });

/** `clausewatch matrix RESOLUTION MEETING`, or with files; a meeting alone gives all its resolutions. */
export function matrix(
  resolution: string | undefined,
  meeting: string | undefined,
  options: NegotiationOptions,
): Promise<number> {
  if (resolution !== undefined && meeting === undefined) return meetingMatrix(resolution, options);
  return giveAnswer(
    options,
    async (context) => {
      const { negotiation, messages } = await openNegotiation(namesOf(resolution, meeting, options), context);
      const built = buildMatrix(negotiation);
      return {
        json: () => matrixJson(built, context.uiLanguage),
        markdown: (language) => matrixMarkdown(built, language),
        text: (say, language, style) => renderMatrix(built, say, language, style),
        documents: {
          html: async (language) =>
            (await import('../../io/export/negotiate/matrix-html.ts')).matrixHtml(built, language),
          xlsx: async (language) =>
            (await import('../../io/export/negotiate/matrix-sheets.ts')).matrixWorkbook(built, language),
        },
        messages,
      };
    },
    ['html', 'xlsx'],
  );
}
