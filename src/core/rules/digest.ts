const PRIMES = [2654435761, 1597334677, 2246822519, 3266489917] as const;

/**
 * 64 bits of a text as 16 hexadecimal digits: two rounds of cyrb53's mixing. Stable over versions and
 * machines; an identity, not a seal.
 */
export function digest(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, PRIMES[0]);
    b = Math.imul(b ^ unit, PRIMES[1]);
  }
  a = Math.imul(a ^ (a >>> 16), PRIMES[2]) ^ Math.imul(b ^ (b >>> 13), PRIMES[3]);
  b = Math.imul(b ^ (b >>> 16), PRIMES[2]) ^ Math.imul(a ^ (a >>> 13), PRIMES[3]);
  const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
  return hex(a) + hex(b);
}
