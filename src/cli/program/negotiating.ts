import type { Command } from 'commander';
import type { FollowingOptions } from '../commands/following.ts';
import type { NegotiationOptions } from '../commands/matrix.ts';
import type { CommonOptions } from '../options.ts';
import { collect, type Define } from './define.ts';

/** Commands on many texts of one resolution, and on many resolutions. */
export function defineNegotiating({ command, run, say }: Define): void {
  /** A resolution and a meeting of the library, or a base and proposals as files. */
  const onNegotiation = (name: string, example: string): Command =>
    command(`${name} [resolution] [meeting]`, example)
      .option('--base <text>', say('option.base'))
      .option('--proposal <name=text>', say('option.proposal'), collect);

  onNegotiation('matrix', 'clausewatch matrix wtsa-64 wtsa-24').action(
    (resolution: string | undefined, meeting: string | undefined, options: NegotiationOptions) =>
      run(import('../commands/matrix.ts').then(({ matrix }) => matrix(resolution, meeting, options))),
  );
  onNegotiation('outcome', 'clausewatch outcome wtsa-64 wtsa-24 --adopted adopted.md')
    .option('--adopted <text>', say('option.adopted'))
    .action((resolution: string | undefined, meeting: string | undefined, options: NegotiationOptions) =>
      run(import('../commands/outcome.ts').then(({ outcome }) => outcome(resolution, meeting, options))),
    );
  onNegotiation(
    'composite',
    'clausewatch composite wtsa-64 wtsa-24 --format markdown -o composite.md',
  ).action((resolution: string | undefined, meeting: string | undefined, options: NegotiationOptions) =>
    run(import('../commands/composite.ts').then(({ composite }) => composite(resolution, meeting, options))),
  );
  onNegotiation('rebase', 'clausewatch rebase wtsa-64 wtsa-24 --onto wtsa-64@wtsa-24/eur-38a12')
    .option('--onto <text>', say('option.onto'))
    .action((resolution: string | undefined, meeting: string | undefined, options: NegotiationOptions) =>
      run(import('../commands/rebase.ts').then(({ rebase }) => rebase(resolution, meeting, options))),
    );
  command('history <resolution>', 'clausewatch history wtsa-47').action(
    (resolution: string, options: CommonOptions) =>
      run(import('../commands/history.ts').then(({ history }) => history(resolution, options))),
  );
  command('campaigns [resolution]', 'clausewatch campaigns').action(
    (resolution: string | undefined, options: CommonOptions) =>
      run(import('../commands/campaigns.ts').then(({ campaigns }) => campaigns(resolution, options))),
  );
  command('following', 'clausewatch following --add wtsa-64')
    .option('--add <resolution>', say('option.follow'))
    .option('--remove <resolution>', say('option.unfollow'))
    .option('--seen', say('option.seen'))
    .option('--status <text=status>', say('option.status'), collect)
    .action((options: FollowingOptions) =>
      run(import('../commands/following.ts').then(({ following }) => following(options))),
    );
}
