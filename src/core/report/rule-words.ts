import type { UiLanguage } from '../model/language.ts';
import type { Condition, ConceptRef, LadderMove } from '../rules/rule-pack.ts';
import { speaker, type Say } from '../text/speak.ts';
import english from '../../../data/strings/rules.en.yaml';
import french from '../../../data/strings/rules.fr.yaml';
import { labelWords } from './strings.ts';

const cache = new Map<UiLanguage, Say>();

function words(language: UiLanguage): Say {
  let say = cache.get(language);
  if (say === undefined) cache.set(language, (say = speaker({ en: english, fr: french }, language)));
  return say;
}

/** What a concept is called; a concept of a user's own pack is its own name. */
export function conceptWords(language: UiLanguage, concept: string): string {
  const key = `concept.${concept}`;
  return key in (english as object) ? words(language)(key) : concept;
}

const refWords = (language: UiLanguage, ref: ConceptRef): string =>
  (typeof ref === 'string' ? [ref] : ref).map((each) => conceptWords(language, each)).join(', ');

/** A condition in words: a line for each operator, with its depth under `all`, `any` and `none`. */
export function conditionLines(
  condition: Condition,
  language: UiLanguage,
  depth = 0,
): readonly { readonly depth: number; readonly text: string }[] {
  const say = words(language);
  const group = (name: 'all' | 'any' | 'none', parts: readonly Condition[]) => [
    { depth, text: `${say(`op.${name}`)}:` },
    ...parts.flatMap((part) => conditionLines(part, language, depth + 1)),
  ];
  const line = (text: string) => [{ depth, text }];
  const what = (ref: ConceptRef): string => refWords(language, ref);
  const least = (min: number | undefined): string =>
    min === undefined ? '' : ` (${say('op.min', { n: min })})`;
  const place = (way: 'from' | 'to', name: string | undefined): string =>
    say(`place.${way}.${name ?? 'anywhere'}`);
  const climb = (name: 'raises' | 'lowers', { ladder, by, to, over }: LadderMove) => {
    const known = ['modal', 'work', 'normative'].includes(ladder);
    const parts = [say(`op.${name}`, { ladder: known ? say(`ladder.${ladder}`) : ladder })];
    if (by !== undefined) parts.push(say('op.by', { n: by }));
    if (to !== undefined) parts.push(say('op.to', { n: to }));
    if (over !== undefined) parts.push(say('op.over', { what: what(over) }));
    return line(parts.join(', '));
  };
  if ('all' in condition) return group('all', condition.all);
  if ('any' in condition) return group('any', condition.any);
  if ('none' in condition) return group('none', condition.none);
  if ('gains' in condition)
    return line(say('op.gains', { what: what(condition.gains) }) + least(condition.min));
  if ('loses' in condition)
    return line(say('op.loses', { what: what(condition.loses) }) + least(condition.min));
  if ('keeps' in condition) return line(say('op.keeps', { what: what(condition.keeps) }));
  if ('flips' in condition) return line(say('op.flips', { what: what(condition.flips) }));
  if ('replaces' in condition)
    return line(say('op.replaces', { from: what(condition.replaces.from), to: what(condition.replaces.to) }));
  if ('widens' in condition)
    return line(say('op.widens', { from: what(condition.widens.from), to: what(condition.widens.to) }));
  if ('raises' in condition) return climb('raises', condition.raises);
  if ('lowers' in condition) return climb('lowers', condition.lowers);
  if ('moves' in condition)
    return line(
      say('op.moves', { from: place('from', condition.moves.from), to: place('to', condition.moves.to) }),
    );
  if ('truncates' in condition)
    return line(
      say('op.truncates', { what: what(condition.truncates.list) }) + least(condition.truncates.min),
    );
  if ('agent' in condition) return line(say('op.agent', { what: what(condition.agent) }));
  if ('signs' in condition) return line(say('op.signs', { what: labelWords(language, condition.signs) }));
  return line(say('op.addressee', { what: what(condition.addressee) }));
}

/** Signs that are called by one word each. */
const SINGLE: Readonly<Record<string, string>> = {
  operative: 'sign.operative',
  'new clause': 'sign.newClause',
  'new clause, operative': 'sign.newOperative',
  'deleted clause': 'sign.deleted',
  'moved to the operative part': 'sign.moved',
  'words put in': 'sign.put',
  'words struck': 'sign.struck',
  'few words': 'sign.few',
  'qualifies a denial': 'sign.qualifies',
  'strikes from a denial': 'sign.strikes',
  'ends a denial': 'sign.ends',
  denies: 'sign.denies',
  others: 'sign.others',
  start: 'signs.start',
  'only ordinary telecommunication': 'sign.onlyCore',
  'only training and tools': 'sign.onlyFrames',
  'words in another order': 'sign.reordered',
  'ITU not named': 'sign.withoutItu',
};

/** Kinds of signs that are named by several words. */
const COMPOUND: Readonly<Record<string, string>> = {
  'no longer first': 'noLongerFirst',
  'puts in beside': 'putsBeside',
  'strikes beside': 'strikesBeside',
  'in the preamble, gains': 'preambleGains',
};

/** What a sign is called: `gains obj.names` is "+ Internet names"; one without words is its own name. */
export function signWords(language: UiLanguage, sign: string): string {
  const say = words(language);
  const single = SINGLE[sign];
  if (single !== undefined) return say(single);
  const [, kind = '', subject = ''] =
    /^(no longer first|puts in beside|strikes beside|in the preamble, gains|\S+) (.*)$/u.exec(sign) ?? [];
  if (kind === 'rule') return say('sign.rule', { what: subject });
  const key = `sign.${COMPOUND[kind] ?? kind}`;
  const isLadder = /^(?:raises|lowers|reaches)$/u.test(kind);
  // A pack of one's own may weigh by signs nobody here has words for.
  if (
    ![key, ...(isLadder ? [`ladder.${subject}`] : [])].every((name) => Object.hasOwn(english as object, name))
  )
    return sign;
  const what = isLadder
    ? say(`ladder.${subject}`)
    : conceptWords(language, /^(?:lim|safe|obj)$/u.test(subject) ? `${subject}.` : subject);
  return say(key, { what });
}

/** A flag's signs in one line: `Signs: + hosts and packets 10, …`. */
export function signsLine(signs: readonly (readonly [string, number])[], language: UiLanguage): string {
  return signs
    .map(([sign, points]) => `${signWords(language, sign)} ${points > 0 ? '+' : ''}${points}`)
    .join('; ')
    .concat(` = ${signs.reduce((sum, [, points]) => sum + points, 0)}`);
}

/** The word for signs, in a heading. */
export const signsTitle = (language: UiLanguage): string => words(language)('signs.title');
