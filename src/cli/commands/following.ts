import type { CommonOptions } from '../options.ts';
export interface FollowingOptions extends CommonOptions {
  readonly add?: string;
  readonly remove?: string;
  readonly seen?: boolean;
  readonly status?: readonly string[];
}
export function following(_options: FollowingOptions): number {
  return 0;
}
