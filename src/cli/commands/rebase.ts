import { openAdopted, openNegotiation } from '../../app/negotiate/open-negotiation.ts';
import { rebaseJson, rebaseProposals } from '../../core/negotiate/rebase.ts';
import { negotiationWords } from '../../core/negotiate/strings.ts';
import { reportWords } from '../../core/report/strings.ts';
import { bullets, heading, words, writeBlocks } from '../../io/export/negotiate/markdown.ts';
import { contextOf } from '../options.ts';
import { emit, formatOf, json, styleFor, talk } from '../output.ts';
import { rebaseLine, renderRebase } from '../render/negotiate/rebase.ts';
import { namesOf, type NegotiationOptions } from './matrix.ts';

/** `clausewatch rebase RESOLUTION MEETING --onto TEXT`, or with files. */
export async function rebase(
  resolution: string | undefined,
  meeting: string | undefined,
  options: NegotiationOptions,
): Promise<number> {
  const context = contextOf(options);
  const format = formatOf(options, ['text', 'json', 'markdown']);
  const names = namesOf(resolution, meeting, options);
  const { negotiation, messages } = await openNegotiation(names, context);
  const onto = await openAdopted(names, options.onto, negotiation.base, context);
  const built = rebaseProposals(negotiation, onto);
  const say = negotiationWords(context.uiLanguage);
  const report = reportWords(context.uiLanguage);
  if (format === 'json') emit(json({ ...rebaseJson(built), warnings: messages }), options);
  else if (format === 'markdown') {
    const blocks = built.proposals.flatMap(({ name, action, fit, changes }) => [
      heading(2, `${name} (${action}): ${say(`rebase.${fit}`)}`),
      bullets(changes.map((change) => [words(rebaseLine(change, say, report))])),
    ]);
    emit(writeBlocks([heading(1, say('rebase.title', { onto: onto.facts.name })), ...blocks]), options);
  } else emit(renderRebase(built, say, context.uiLanguage, styleFor(options)), options);
  if (format !== 'json') messages.forEach(talk);
  return 0;
}
