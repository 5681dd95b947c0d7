// Mutations of labelled changes: each has one right answer, so that a rule that reads words and not changes shows.

const NOTHING_GIVES = {
  en: 'that nothing in this resolution shall be taken ',
  fr: "que rien dans la présente Résolution n'autorise ",
  es: 'que nada de lo dispuesto en la presente Resolución permite ',
  ru: 'что ничто в настоящей Резолюции не дает права ',
};
const EVENT = {
  en: (text) => `the workshop "${text}", held in Lomé in 2023;`,
  fr: (text) => `l'atelier «${text}», tenu à Lomé en 2023;`,
  es: (text) => `el taller «${text}», celebrado en Lomé en 2023;`,
  ru: (text) => `семинар «${text}», проведенный в Ломе в 2023 году;`,
};
const bare = (text) => text.replace(/[;,.]\s*$/u, '').replace(/["«»“”]/gu, '');

/** The mutation suite: name to [wrong answers, cases]. `judge` gives the red flags of one case. */
export function runMutations(cases, judge) {
  const alone = cases.filter((row) => row.group === undefined && EVENT[row.lang] !== undefined);
  const reds = alone.filter((row) => row.polarity === 'red' && judge(row).length > 0);
  const added = reds.filter((row) => row.before === null);
  const edited = reds.filter((row) => row.before !== null && row.after !== null);
  const swapped = (row) => ({
    ...row,
    before: row.after,
    after: row.before,
    part: row.before_part ?? row.part,
    heading: row.before_heading ?? row.heading,
    before_part: row.part,
    before_heading: row.heading,
  });
  const count = (list, mutate) => [list.filter((row) => judge(mutate(row)).length > 0).length, list.length];
  const limited = edited.filter((row) => judge(row).some((flag) => flag.label === 'limiter-removed'));
  const lostWords = (row) =>
    judge(row)
      .find((flag) => flag.label === 'limiter-removed')
      .evidence.filter((each) => each.side === 'base')
      .map((each) => each.text);
  const still = limited.filter((row) =>
    judge({
      ...row,
      before_heading: row.before_heading ?? row.heading,
      heading: `${row.heading}, ${lostWords(row).join(', ')}`,
    }).some((flag) => flag.label === 'limiter-removed'),
  );
  return {
    'red swapped, still red': count(edited, swapped),
    'red swapped where only words were added, still red': count(
      edited.filter((row) => row.after.length > row.before.length * 1.3),
      swapped,
    ),
    'none swapped, now red': count(
      alone.filter((row) => row.polarity === 'none' && row.before !== null && row.after !== null),
      swapped,
    ),
    'kept as it stands, red': count(
      reds.filter((row) => row.after !== null),
      (row) => ({ ...row, before: row.after, before_part: row.part, before_heading: row.heading }),
    ),
    'new clause as the title of an event, still red': count(added, (row) => ({
      ...row,
      part: 'preamble',
      after: EVENT[row.lang](bare(row.after)),
    })),
    'new clause denied, still red': count(
      added.filter((row) => row.part === 'operative'),
      (row) => ({
        ...row,
        after: NOTHING_GIVES[row.lang] + row.after.replace(/^(?:that|que|qu'|что) ?/u, ''),
      }),
    ),
    'limiter moved to the heading, still removed': [still.length, limited.length],
  };
}
