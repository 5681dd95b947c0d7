import type { CommonOptions } from '../options.ts';
export function campaigns(_resolution: string | undefined, _options: CommonOptions): number {
  return 0;
}
