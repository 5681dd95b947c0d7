import { readFileSync } from 'node:fs';

/** A file of `fixtures/import/`. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../../../fixtures/import/${name}`, import.meta.url), 'utf8');
}
