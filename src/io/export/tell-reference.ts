import type { ReferenceFinding } from '../../core/model/change.ts';
import type { Say } from '../../core/text/speak.ts';

/** One sentence on a cross-reference that a renumbering broke, with what to write; `say` speaks the report's words. */
export function tellReference(
  { kind, text, label, was, now, meant, suggestion }: ReferenceFinding,
  say: Say,
): string {
  const told = {
    text,
    label,
    was: was ?? '',
    now: now ?? '',
    meant: meant ?? '',
    suggestion: suggestion ?? '',
  };
  const what = kind === 'deleted' && now !== null ? 'deletedNow' : was === null ? 'empty' : kind;
  const advice = suggestion === null ? '' : ` ${say('reference.write', told)}`;
  return `${say(`reference.${what}`, told)}${advice}`;
}
