import type { Flag } from '../../core/model/flag.ts';
import { GREEN_LABELS, RED_LABELS } from '../../core/model/flag.ts';
import { sanitiseLine } from '../../core/text/sanitise.ts';
import type { Say } from '../strings.ts';

const NAMED: ReadonlySet<string> = new Set([...RED_LABELS, ...GREEN_LABELS]);

/** What a flag's label is called; a label of the user's own rules is shown as it is. */
export function labelName(say: Say, { label }: Pick<Flag, 'label'>): string {
  return NAMED.has(label) ? say(`label.${label}`) : sanitiseLine(label);
}

/** How grave a red flag is; a green one is no danger and is only called green. */
export function gradeName(say: Say, { polarity, severity }: Pick<Flag, 'polarity' | 'severity'>): string {
  return say(polarity === 'green' ? 'polarity.green' : `severity.${severity}`);
}
