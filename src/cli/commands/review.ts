import { editText } from '../../app/edit-text.ts';
import { openReviewOf } from '../../app/review-session.ts';
import { UserError } from '../../io/user-error.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { wantsColor } from '../output.ts';
import { check } from './compare.ts';

/** `clausewatch review BASE REVISED`: the screen; without a terminal the same report in plain text. */
export async function review(
  base: string,
  revised: string | undefined,
  options: CommonOptions,
): Promise<number> {
  const isPlain = options.json === true || options.format !== undefined || options.output !== undefined;
  if (isPlain || !process.stdout.isTTY || !process.stdin.isTTY) return check(base, revised, options);
  if (process.env.TERM === 'dumb') {
    throw new UserError('this terminal cannot show the screen (TERM=dumb)', {
      hint: `use "clausewatch check ${base} ${revised ?? ''}"`,
    });
  }
  const context = contextOf(options);
  const opened = await openReviewOf(base, revised, context);
  const { openReview } = await import('../../tui/open-review.tsx');
  return openReview({ ...opened, uiLanguage: context.uiLanguage, color: wantsColor(options), editText });
}
