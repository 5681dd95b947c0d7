import { LANGUAGES, type Language } from '../../core/model/language.ts';

/** A name of a text in a library: `wtsa-64@2022-geneva:fr`, `wtsa-64@wtsa-24/eur-38a12`, or `wtsa-64` alone. */
export interface TextId {
  readonly resolution: string;
  /** What follows the "@": a revision, or a meeting and a proposal; null for the newest revision. */
  readonly text: string | null;
  readonly language: Language | null;
}

const PART = '[a-z0-9][a-z0-9._-]{0,80}';
const ID = new RegExp(`^(${PART})(?:@(${PART}(?:/${PART})?))?(?::([a-z]{2}))?$`, 'u');

/** Reads a library id, or returns null when the words cannot be one. Never holds a path that leaves the library. */
export function readTextId(name: string): TextId | null {
  const found = ID.exec(name);
  if (found === null || name.includes('..')) return null;
  const language = found[3];
  const known = LANGUAGES.find((one) => one === language);
  if (language !== undefined && known === undefined) return null;
  return { resolution: found[1] ?? '', text: found[2] ?? null, language: known ?? null };
}

/** `wtsa-64@2022-geneva` */
export function writeTextId(resolution: string, text: string): string {
  return `${resolution}@${text}`;
}
