import type { UiLanguage } from '../../../core/model/language.ts';
import { DRAFTING_GROUP } from '../../../core/negotiate/attribute.ts';
import type { Fate, Outcome } from '../../../core/negotiate/build-outcome.ts';
import { reportWords } from '../../../core/report/strings.ts';
import type { Say } from '../../../core/text/speak.ts';
import { hang, safe, type Style } from '../style.ts';

const sourcesOf = (sources: readonly string[], say: Say): string =>
  sources.map((one) => (one === DRAFTING_GROUP ? say('outcome.drafting') : one)).join(', ');

const fateLine = ({ base, revised, kind, gained, words, taken }: Fate, say: Say, report: Say): string => {
  const place = (base.length > 0 ? base : revised).join(', ');
  const share = gained === 'part' && words > 0 ? ` (${taken}/${words})` : '';
  const name = { all: 'outcome.gained', part: 'outcome.part', none: 'outcome.lost' }[gained];
  return `${say(name)}${share}: ${report(`kind.${kind}`)} ${place}`;
};

/** Whose words were adopted, as plain text. */
export function renderOutcome(outcome: Outcome, say: Say, language: UiLanguage, style: Style): string {
  const report = reportWords(language);
  const lines = [style.bold(safe(say('outcome.title', { adopted: outcome.adopted.facts.name })))];
  if (outcome.base.facts.isModel) lines.push(style.dim(say('matrix.model')));
  lines.push('', style.bold(say('outcome.insertions')));
  if (outcome.insertions.length === 0) lines.push(say('outcome.none'));
  let place = '';
  for (const { at, text, sources } of outcome.insertions) {
    if (at !== place) lines.push(`  ${safe(at)}`);
    place = at;
    lines.push(
      hang(
        '',
        `${style.inserted(safe(text).replace(/\s+/g, ' '))}  <- ${safe(sourcesOf(sources, say))}`,
        4,
        style,
      ),
    );
  }
  if (outcome.deletions.length > 0) lines.push('', style.bold(say('outcome.deletions')));
  for (const { at, text, sources } of outcome.deletions) {
    lines.push(`  ${safe(at)}`);
    lines.push(
      hang(
        '',
        `${style.deleted(safe(text).replace(/\s+/g, ' '))}  <- ${safe(sourcesOf(sources, say))}`,
        4,
        style,
      ),
    );
  }
  lines.push('', style.bold(say('outcome.sponsors')));
  for (const { name, action, fates, adoptedWords } of outcome.sponsors) {
    const count = (wanted: Fate['gained']) => fates.filter(({ gained }) => gained === wanted).length;
    const counts = { all: count('all'), part: count('part'), none: count('none'), words: adoptedWords };
    lines.push(`  ${safe(say('outcome.sponsor', { name, action, ...counts }))}`);
    for (const fate of fates) lines.push(hang('', safe(fateLine(fate, say, report)), 4, style));
  }
  lines.push(`  ${say('outcome.draftingWords', { words: outcome.draftingWords })}`);
  lines.push('', style.bold(say('outcome.flags')));
  const fates = outcome.sponsors.flatMap(({ name, flags }) => flags.map((one) => ({ name, ...one })));
  const told = fates.map(({ name, flag, isRealised }) => {
    const path = [...flag.revised, ...flag.base][0] ?? '';
    const label = report(`label.${flag.label}`);
    const line = safe(say(isRealised ? 'outcome.flagTrue' : 'outcome.flagGone', { name, label, path }));
    return `  ${isRealised ? (flag.polarity === 'red' ? style.red(`! ${line}`) : style.green(`+ ${line}`)) : style.dim(`  ${line}`)}`;
  });
  if (!fates.some(({ isRealised }) => isRealised)) lines.push(`  ${say('outcome.noFlags')}`);
  lines.push(...told);
  return `${lines.join('\n')}\n`;
}
