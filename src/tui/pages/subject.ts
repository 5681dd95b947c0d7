import type { Language } from '../../core/model/language.ts';
import { LANGUAGES } from '../../core/model/language.ts';

/** What a screen is about, as far as it is known: the other screens open on the same. */
export interface Subject {
  /** Id of the resolution: `wtsa-64`; null for texts that are not of a library. */
  readonly resolution: string | null;
  /** Id of the meeting whose proposals are meant: `wtsa-24`. */
  readonly meeting: string | null;
  /** The text under review, and the one it is compared with, as they are named. */
  readonly text: string | null;
  readonly base: string | null;
  /** Path of the clause one is on; in the base text, and in the text. */
  readonly basePath: string | null;
  readonly path: string | null;
  readonly language: Language | null;
}

export const NO_SUBJECT: Subject = {
  resolution: null,
  meeting: null,
  text: null,
  base: null,
  basePath: null,
  path: null,
  language: null,
};

const ID = /^([a-z0-9]+-[\w.-]+)@([^/:\s]+)(?:\/([^:\s]+))?(?::([a-z]{2}))?$/u;

/** The parts of a library id such as `wtsa-64@wtsa-24/eur-38a12:fr`; null for a file. */
export function readId(name: string): {
  readonly resolution: string;
  readonly meeting: string | null;
  /** The id without its language. */
  readonly text: string;
  readonly language: Language | null;
} | null {
  const found = ID.exec(name);
  if (!found) return null;
  const [, resolution = '', place = '', file, named] = found;
  return {
    resolution,
    meeting: file === undefined ? null : place,
    text: file === undefined ? `${resolution}@${place}` : `${resolution}@${place}/${file}`,
    language: LANGUAGES.find((language) => language === named) ?? null,
  };
}
