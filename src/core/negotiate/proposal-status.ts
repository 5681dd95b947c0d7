import type { Outcome, SponsorOutcome } from './build-outcome.ts';
import type { ProposalStatus } from './following.ts';

/** A changed date or citation is in every proposal and everybody's to adopt: it decides only where nothing else is asked. */
const substanceOf = ({ fates }: SponsorOutcome): SponsorOutcome['fates'] => {
  const own = fates.filter(({ kind }) => kind !== 'editorial');
  return own.length > 0 ? own : fates;
};

/**
 * What became of each proposal, by name, as the adopted text shows it: `adopted` where everything it asked for
 * stands there word for word, `merged` where some of it does, `not-adopted` where nothing does. No change asked for
 * (NOC) is adopted where nothing was changed in substance.
 */
export function statusesFrom({ sponsors, comparison }: Outcome): ReadonlyMap<string, ProposalStatus> {
  const isKept = comparison.changes.every(
    ({ unit, kind }) =>
      unit === 'frame' || kind === 'unchanged' || kind === 'renumbered' || kind === 'editorial',
  );
  return new Map(
    sponsors.map((sponsor) => {
      const asked = substanceOf(sponsor);
      if (asked.length === 0) return [sponsor.name, isKept ? 'adopted' : 'not-adopted'];
      if (asked.every(({ gained }) => gained === 'all')) return [sponsor.name, 'adopted'];
      return [sponsor.name, asked.some(({ gained }) => gained !== 'none') ? 'merged' : 'not-adopted'];
    }),
  );
}
