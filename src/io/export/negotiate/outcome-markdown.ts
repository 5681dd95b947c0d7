import type { RootContent } from 'mdast';
import type { UiLanguage } from '../../../core/model/language.ts';
import { DRAFTING_GROUP } from '../../../core/negotiate/attribute.ts';
import type { Fate, Outcome } from '../../../core/negotiate/build-outcome.ts';
import { negotiationWords } from '../../../core/negotiate/strings.ts';
import { labelWords } from '../../../core/report/strings.ts';
import { bullets, heading, paragraph, table, words, writeBlocks } from '../markdown.ts';

/** Whose words were adopted, as a Markdown document. */
export function outcomeMarkdown(outcome: Outcome, language: UiLanguage): string {
  const say = negotiationWords(language);
  const named = (sources: readonly string[]) =>
    sources.map((one) => (one === DRAFTING_GROUP ? say('outcome.drafting') : one)).join(', ');
  const count = (fates: readonly Fate[], wanted: Fate['gained']) =>
    String(fates.filter(({ gained }) => gained === wanted).length);
  const blocks: RootContent[] = [heading(1, say('outcome.title', { adopted: outcome.adopted.facts.name }))];
  if (outcome.base.facts.isModel) blocks.push(paragraph(words(say('matrix.model'))));
  blocks.push(heading(2, say('outcome.insertions')));
  blocks.push(
    outcome.insertions.length === 0
      ? paragraph(words(say('outcome.none')))
      : table([
          ['', '', ''],
          ...outcome.insertions.map(({ at, text, sources }) => [at, text, named(sources)]),
        ]),
  );
  if (outcome.deletions.length > 0) {
    blocks.push(
      heading(2, say('outcome.deletions')),
      table([['', '', ''], ...outcome.deletions.map(({ at, text, sources }) => [at, text, named(sources)])]),
    );
  }
  blocks.push(
    heading(2, say('outcome.sponsors')),
    table([
      ['', say('outcome.gained'), say('outcome.part'), say('outcome.lost'), say('history.words')],
      ...outcome.sponsors.map(({ name, action, fates, adoptedWords }) => [
        `${name} (${action})`,
        count(fates, 'all'),
        count(fates, 'part'),
        count(fates, 'none'),
        String(adoptedWords),
      ]),
      [say('outcome.drafting'), '', '', '', String(outcome.draftingWords)],
    ]),
    heading(2, say('outcome.flags')),
  );
  const flags = outcome.sponsors.flatMap(({ name, flags: own }) =>
    own
      .filter(({ isRealised }) => isRealised)
      .map(({ flag }) => {
        const path = [...flag.revised, ...flag.base][0] ?? '';
        return [words(say('outcome.flagTrue', { name, label: labelWords(language, flag.label), path }))];
      }),
  );
  blocks.push(flags.length === 0 ? paragraph(words(say('outcome.noFlags'))) : bullets(flags));
  return writeBlocks(blocks);
}
