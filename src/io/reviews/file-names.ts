import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Language } from '../../core/model/language.ts';

/** The first eight hexadecimal digits of a text's SHA-256: tells names apart that look alike. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** A file name of letters, digits and dashes that tells two names apart whatever they hold. */
export function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 60);
  const isFaithful = /^[a-z0-9@/._-]+$/.test(name) && name.length <= 60;
  return isFaithful ? plain : `${plain}-${shortHash(name)}`;
}

/** Where the review of a comparison was kept before it had a folder: one file a comparison and language. */
export function reviewPath(folder: string, base: string, revised: string, language: Language): string {
  return join(folder, `${slug(base)}--${slug(revised)}.${language}.json`);
}

/** Where the review of a comparison is kept: one folder a comparison and language. */
export function reviewFolder(folder: string, base: string, revised: string, language: Language): string {
  return reviewPath(folder, base, revised, language).replace(/\.json$/, '');
}

const SAFE_ID = /^[a-z0-9][a-z0-9._-]{0,80}$/;

/** The file of a note; an id that is no safe name is kept apart from all others by its hash. */
export function noteFileName(id: string): string {
  return `${SAFE_ID.test(id) ? id : `note-${shortHash(id)}`}.json`;
}
