import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { it } from '@jest/globals';

/** A folder of the shared test data beside the project; null, said once, where it is absent. */
export function sharedData(folder: string): string | null {
  const path = fileURLToPath(new URL(`../../../../shared/data/${folder}`, import.meta.url));
  if (existsSync(path)) return path;
  console.warn(`skipped: ../shared/data/${folder} is not there`);
  it.skip(`needs ../shared/data/${folder}`, () => undefined);
  return null;
}
