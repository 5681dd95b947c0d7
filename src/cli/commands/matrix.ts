import type { Context } from '../../app/context.ts';
import { readMeeting } from '../../app/negotiate/meeting.ts';
import { openNegotiation } from '../../app/negotiate/open-negotiation.ts';
import { buildMatrix } from '../../core/negotiate/build-matrix.ts';
import { matrixJson } from '../../core/negotiate/matrix-json.ts';
import { negotiationWords } from '../../core/negotiate/strings.ts';
import { heading, table, writeBlocks } from '../../io/export/negotiate/markdown.ts';
import { matrixMarkdown } from '../../io/export/negotiate/matrix-markdown.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf, json, styleFor, talk } from '../output.ts';
import { progressBar, type Progress } from '../progress.ts';
import { meetingTable, renderMeeting } from '../render/negotiate/meeting.ts';
import { VERSION } from '../version.ts';
import { renderMatrix } from '../render/negotiate/matrix.ts';

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

const meetingMatrix = async (
  meeting: string,
  format: 'text' | 'json' | 'markdown',
  context: Context,
  options: CommonOptions,
): Promise<number> => {
  let bar: Progress | null = null;
  const overview = await readMeeting(meeting, context, VERSION, (total, name) => {
    bar ??= progressBar(total);
    bar.step(name);
  });
  (bar as Progress | null)?.done();
  const say = negotiationWords(context.uiLanguage);
  if (format === 'json') {
    const { isCached, messages, ...data } = overview;
    emit(json({ schema: 'clausewatch/meeting@1', cached: isCached, ...data, warnings: messages }), options);
  } else if (format === 'markdown')
    emit(writeBlocks([heading(1, meeting), table(meetingTable(overview))]), options);
  else emit(renderMeeting(overview, say, context.uiLanguage, styleFor(options)), options);
  if (format !== 'json') overview.messages.forEach(talk);
  return 0;
};

/** `clausewatch matrix RESOLUTION MEETING`, or with files; a meeting alone gives all its resolutions. */
export async function matrix(
  resolution: string | undefined,
  meeting: string | undefined,
  options: NegotiationOptions,
): Promise<number> {
  const context = contextOf(options);
  const format = formatOf(options, ['text', 'json', 'markdown']);
  if (resolution !== undefined && meeting === undefined)
    return meetingMatrix(resolution, format, context, options);
  const { negotiation, messages } = await openNegotiation(namesOf(resolution, meeting, options), context);
  const built = buildMatrix(negotiation);
  if (format === 'json')
    emit(json({ ...matrixJson(built, context.uiLanguage), warnings: messages }), options);
  else if (format === 'markdown') emit(matrixMarkdown(built, context.uiLanguage), options);
  else
    emit(
      renderMatrix(built, negotiationWords(context.uiLanguage), context.uiLanguage, styleFor(options)),
      options,
    );
  if (format !== 'json') messages.forEach(talk);
  return 0;
}
