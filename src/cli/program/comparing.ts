import type { CommonOptions, ScreenOptions } from '../options.ts';
import type { Define } from './define.ts';
import { withScreenOptions } from './screen-options.ts';

/** What there is, commands on one text, and on two. */
export function defineComparing({ command, run, say }: Define): void {
  command('list', 'clausewatch list --json').action((options: CommonOptions) =>
    run(import('../commands/list.ts').then(({ list }) => list(options))),
  );
  command('show <text>', 'clausewatch show wtsa-47@2012-dubai:fr').action(
    (text: string, options: CommonOptions) =>
      run(import('../commands/show.ts').then(({ show }) => show(text, options))),
  );
  command('diff <base> [revised]', 'clausewatch diff wtsa-64@2016-hammamet wtsa-64@2022-geneva').action(
    (base: string, revised: string | undefined, options: CommonOptions) =>
      run(import('../commands/compare.ts').then(({ diff }) => diff(base, revised, options))),
  );
  command(
    'check <base> [revised]',
    'clausewatch check wtsa-64@2022-geneva wtsa-64@wtsa-24/rcc-40a7 --fail-on serious',
  )
    .option('--fail-on <severity>', say('option.failOn'))
    .action((base: string, revised: string | undefined, options: CommonOptions) =>
      run(import('../commands/compare.ts').then(({ check }) => check(base, revised, options))),
    );
  withScreenOptions(
    command('review <base> [revised]', 'clausewatch review wtsa-64@2022-geneva wtsa-64@wtsa-24/rcc-40a7'),
    say,
  ).action((base: string, revised: string | undefined, options: ScreenOptions) =>
    run(import('../commands/review.ts').then(({ review }) => review(base, revised, options))),
  );
  command(
    'export <base> [revised]',
    'clausewatch export wtsa-64@2022-geneva wtsa-64@wtsa-24/rcc-40a7 --format docx -o redline.docx',
  ).action((base: string, revised: string | undefined, options: CommonOptions) =>
    run(import('../commands/export.ts').then(({ exportReview }) => exportReview(base, revised, options))),
  );
  command(
    'pin <base> <revised> <base-clause> <revised-clause>',
    'clausewatch pin wtsa-64@2022-geneva wtsa-64@wtsa-24/rcc-40a7 "recognizing c)" "recognizing c)"',
  )
    .option('--remove', say('option.removePin'))
    .action(
      (
        base: string,
        revised: string,
        from: string,
        to: string,
        options: CommonOptions & { readonly remove?: boolean },
      ) => run(import('../commands/alignment.ts').then(({ pin }) => pin(base, revised, from, to, options))),
    );
  command('receipt <base> <revised>', 'clausewatch receipt old.docx new.docx -o receipt.json')
    .option('--verify <file>', say('option.verify'))
    .action((base: string, revised: string, options: CommonOptions & { readonly verify?: string }) =>
      run(import('../commands/alignment.ts').then(({ receipt }) => receipt(base, revised, options))),
    );
  command('versions <text>', 'clausewatch versions wtsa-64@wtsa-24/rcc-40a7').action(
    (text: string, options: CommonOptions) =>
      run(import('../commands/versions.ts').then(({ versions }) => versions(text, options))),
  );
}
