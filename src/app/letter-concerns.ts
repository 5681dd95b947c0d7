import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../core/model/language.ts';
import type { Note } from '../core/model/review.ts';
import { labelWords } from '../core/report/strings.ts';
import { layOut } from '../io/export/lay-out.ts';
import { readTextId } from '../io/library/text-id.ts';
import { readJson } from '../io/reviews/json-file.ts';
import { readReview } from '../io/reviews/review-file.ts';
import { compareTexts } from './compare-texts.ts';
import type { Context } from './context.ts';

/** What troubles the reviewer about a clause of a resolution. */
export interface Concern {
  /** Number of the resolution; null where it is not known. */
  readonly number: string | null;
  readonly title: string;
  readonly path: string;
  readonly words: string;
}

const isConcern = ({ stance, resolved }: Note): boolean =>
  (stance === 'oppose' || stance === 'amend') && resolved !== true;

const wordsOf = ({ anchor, comment, counterText }: Note): string =>
  comment === '' ? (counterText ?? anchor.quote) : comment;

/** Number and title of a text of the library, in the language the program speaks where there is one. */
const headOf = (id: string, { library, uiLanguage }: Context): Pick<Concern, 'number' | 'title'> => {
  const name = readTextId(id)?.resolution ?? id;
  const titles = library.resolutions.find((one) => one.id === name)?.titles ?? {};
  const number = /-(\d+[a-z]?)$/.exec(name)?.[1] ?? null;
  return { number, title: titles[uiLanguage] ?? titles.en ?? Object.values(titles)[0] ?? '' };
};

/** What is opposed or amended in all reviews of proposals to a meeting. */
export function concernsOfMeeting(meeting: string, context: Context): readonly Concern[] {
  const folder = context.library.reviews;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const head = readJson(join(folder, name, 'review.json')) as Readonly<Record<string, unknown>> | null;
      const language = LANGUAGES.find((one) => one === head?.language);
      const { base, revised } = head ?? {};
      if (typeof base !== 'string' || typeof revised !== 'string' || language === undefined) return [];
      if (!revised.includes(`@${meeting}/`)) return [];
      const { notes } = readReview(folder, base, revised, language);
      const of = headOf(revised, context);
      return notes.filter(isConcern).map((note) => ({ ...of, path: note.anchor.path, words: wordsOf(note) }));
    });
}

/** What is opposed or amended in a comparison, and the grave flags nobody has spoken to yet. */
export async function concernsOfComparison(
  base: string,
  revised: string,
  context: Context,
): Promise<readonly Concern[]> {
  const report = await compareTexts(base, revised, context);
  const { uiLanguage: language } = context;
  const known = headOf(revised, context);
  const { number, title } = report.revised.resolution;
  const of = { number: number ?? known.number, title: known.title || title };
  const noted = report.notes
    .filter(isConcern)
    .map((note) => ({ ...of, path: note.anchor.path, words: wordsOf(note) }));
  const dismissed = new Set(
    (report.decisions ?? []).filter(({ decision }) => decision === 'dismissed').map(({ flag }) => flag),
  );
  const flagged = layOut(report).entries.flatMap(({ flags, notes, path }) => {
    if (notes.length > 0) return [];
    const grave = flags.find(
      ({ polarity, severity, fingerprint }) =>
        polarity === 'red' &&
        (severity === 'critical' || severity === 'serious') &&
        !dismissed.has(fingerprint),
    );
    if (grave === undefined) return [];
    const words = `${labelWords(language, grave.label)}. ${grave.message[language]}`;
    return [{ ...of, path, words }];
  });
  return [...noted, ...flagged];
}
