import { copyText } from '../../app/copy-text.ts';
import { editText } from '../../app/edit-text.ts';
import { openReviewApart } from '../../app/apart/open-apart.ts';
import type { Context } from '../../app/context.ts';
import { UserError } from '../../io/user-error.ts';
import { appearanceOf } from '../appearance.ts';
import type { ScreenOptions } from '../options.ts';
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
  const appearance = appearanceOf(options);
  const { library, lang, encoding, rules } = options;
  const task = {
    base,
    uiLanguage: appearance.uiLanguage,
    ...(revised === undefined ? {} : { revised }),
    ...(library === undefined ? {} : { library }),
    ...(lang === undefined ? {} : { language: lang }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(rules === undefined ? {} : { rules }),
  };
  // The screen comes first: what reads the library is loaded while the texts are compared.
  let opened: Promise<Context> | undefined;
  const context = (): Promise<Context> =>
    (opened ??= import('../options.ts').then(({ contextOf }) => contextOf(options)));
  const opening = openReviewApart(task, context, VERSION);
  const { openReview } = await import('../../tui/open-review.tsx');
  return openReview({
    ...opening,
    appearance,
    more: async () => {
      const { screensOver } = await import('../screens.ts');
      const now = await context();
      return { copyText, editText, pages: screensOver(() => now, appearance) };
    },
    names: [base, revised ?? ''].join(' ').trim(),
  });
}
