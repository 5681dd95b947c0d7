import { ownKey } from '../diff/prepare.ts';
import type { Comparison } from '../model/change.ts';
import type { Flag } from '../model/flag.ts';

/**
 * Whether a proposal's flag came true: the adopted text raises one of the same label on the same base clause,
 * or for the same words. A flag for words that were not adopted did not come true.
 */
export function isRealised(flag: Flag, adopted: readonly Flag[], comparison: Comparison): boolean {
  const words = flag.evidence.filter(({ side }) => side === 'revised').map(({ text }) => ownKey(text));
  return adopted.some((other) => {
    if (other.label !== flag.label) return false;
    if (other.fingerprint === flag.fingerprint) return true;
    const isSamePlace = other.base.some((path) => flag.base.includes(path));
    if (words.length === 0) return isSamePlace;
    const changed = comparison.changes
      .filter(({ revised }) => revised.some(({ path }) => other.revised.includes(path)))
      .flatMap(({ spans }) => spans.filter(({ op }) => op !== 'delete').map(({ text }) => text))
      .join('');
    const text = ownKey(changed);
    const held = words.filter((word) => word !== '' && text.includes(word)).length;
    return isSamePlace ? held > 0 : held === words.length;
  });
}
