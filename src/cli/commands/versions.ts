import type { CommonOptions } from '../options.ts';
export function versions(_text: string, _options: CommonOptions): number {
  return 0;
}
