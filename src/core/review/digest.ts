import type { Change } from '../model/change.ts';

/**
 * A short name of a text, 14 hexadecimal digits: equal texts have equal digests, and two different wordings of
 * a clause practically never share one (53 bits, after the public-domain hash cyrb53). Not for security.
 */
export function digest(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const number = 4294967296 * (2097151 & low) + (high >>> 0);
  return number.toString(16).padStart(14, '0');
}

/** The digest of what a reader of a change has read: both wordings, whatever their labels. */
export function changeDigest(change: Change): string {
  const words = (units: Change['base']): string => units.map((unit) => unit.text).join('\n');
  return digest(`${words(change.base)}\u0000${words(change.revised)}`);
}
