import { moveNotes } from '../../app/negotiate/move-notes.ts';
import { openAdopted, openNegotiation } from '../../app/negotiate/open-negotiation.ts';
import { rebaseJson, rebaseProposals } from '../../core/negotiate/rebase.ts';
import { negotiationWords } from '../../core/negotiate/strings.ts';
import { reportWords } from '../../core/report/strings.ts';
import { bullets, heading, words, writeBlocks } from '../../io/export/markdown.ts';
import { movedNoteLine, rebaseLine, renderRebase } from '../render/negotiate/rebase.ts';
import { giveAnswer } from './give-answer.ts';
import { namesOf, type NegotiationOptions } from './matrix.ts';

/** `clausewatch rebase RESOLUTION MEETING --onto TEXT`, or with files. The notes on each proposal move along. */
export function rebase(
  resolution: string | undefined,
  meeting: string | undefined,
  options: NegotiationOptions,
): Promise<number> {
  return giveAnswer(options, async (context) => {
    const names = namesOf(resolution, meeting, options);
    const { negotiation, messages } = await openNegotiation(names, context);
    const onto = await openAdopted(names, options.onto, negotiation.base, context);
    const built = rebaseProposals(negotiation, onto);
    const say = negotiationWords(context.uiLanguage);
    const moved = moveNotes(built, context).map(({ name, kept, orphans }) =>
      say('rebase.kept', { name, count: kept, orphans, onto: onto.facts.name }),
    );
    return {
      json: () => rebaseJson(built),
      markdown: (language) => {
        const report = reportWords(language);
        const blocks = built.proposals.flatMap(({ name, action, fit, changes, notes }) => [
          heading(2, `${name} (${action}): ${say(`rebase.${fit}`)}`),
          bullets(changes.map((change) => [words(rebaseLine(change, say, report))])),
          ...(notes.length === 0
            ? []
            : [
                heading(3, say('rebase.notes', { count: notes.length })),
                bullets(notes.map((note) => [words(movedNoteLine(note, say, report))])),
              ]),
        ]);
        return writeBlocks([heading(1, say('rebase.title', { onto: onto.facts.name })), ...blocks]);
      },
      text: (_, language, style) => renderRebase(built, say, language, style),
      messages: [...messages, ...moved],
    };
  });
}
