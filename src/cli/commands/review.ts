import { copyText } from '../../app/copy-text.ts';
import { editText } from '../../app/edit-text.ts';
import { openReviewApart } from '../../app/apart/open-apart.ts';
import { UserError } from '../../io/user-error.ts';
import { appearanceOf } from '../appearance.ts';
import { contextOf, type ScreenOptions } from '../options.ts';
import { VERSION } from '../version.ts';

/** `clausewatch review BASE REVISED`: the screen; without a terminal the same report in plain text. */
export async function review(
  base: string,
  revised: string | undefined,
  options: ScreenOptions,
): Promise<number> {
  const isPlain = options.json === true || options.format !== undefined || options.output !== undefined;
  if (isPlain || !process.stdout.isTTY || !process.stdin.isTTY) {
    const { check } = await import('./compare.ts');
    return check(base, revised, options);
  }
  if (process.env.TERM === 'dumb') {
    throw new UserError('this terminal cannot show the screen (TERM=dumb)', {
      hint: `use "clausewatch check ${base} ${revised ?? ''}"`,
    });
  }
  const context = contextOf(options);
  const opening = openReviewApart(base, revised, context, VERSION);
  const { openReview } = await import('../../tui/open-review.tsx');
  const appearance = appearanceOf(options);
  return openReview({
    ...opening,
    appearance,
    more: async () => {
      const { screensOver } = await import('../screens.ts');
      return { copyText, editText, pages: screensOver(() => context, appearance) };
    },
    names: [base, revised ?? ''].join(' ').trim(),
  });
}
