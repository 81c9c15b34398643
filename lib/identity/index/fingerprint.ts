/**
 * What stands for a key on the disk: 52 bits of its keyed hash, a whole number that JavaScript counts with exactly. Of four
 * million keys, one stranger's in 10⁹ meets somebody's by chance, and what is found is asked of Greenhouse before anything is
 * written.
 *
 * Of a name key the upper 36 bits come from the name and the lower 16 from name and company: so one entry answers both who
 * has this name at this company, and who has this name (a span of 2¹⁶ fingerprints that stand beside each other).
 */
import type { Key, NameKey } from '../keys.ts';
import { sipHash, type SipKey } from './siphash.ts';

export const NAME_SPAN = 2 ** 16;
/** What all fingerprints of one name have in common, and hardly any others. */
export const beginningOf = (fingerprint: number): number => Math.floor(fingerprint / NAME_SPAN);

export interface Fingerprints {
  of: (key: Key) => number;
  /** The least that a name key of this name has, whatever the company. */
  ofName: (name: string) => number;
  ofNameKey: (key: NameKey) => number;
}

export function fingerprints(secret: SipKey): Fingerprints {
  const encoder = new TextEncoder();
  const half = new Uint32Array(2);
  let bytes = new Uint8Array(512);
  const hash = (text: string): readonly [high: number, low: number] => {
    if (text.length * 3 > bytes.length) bytes = new Uint8Array(text.length * 3);
    sipHash(secret, bytes, encoder.encodeInto(text, bytes).written, half);
    return half as unknown as [number, number];
  };
  const ofName = (name: string): number => {
    const [high, low] = hash(`name ${name}`);
    return high * 2 ** 20 + (low >>> 28) * NAME_SPAN;
  };
  return {
    of(key) {
      const [high, low] = hash(key);
      return high * 2 ** 20 + (low >>> 12);
    },
    ofName,
    // The company's part is another one under each name: that two people are of one company cannot be seen.
    ofNameKey: ({ name, company }) => ofName(name) + (hash(`company ${name}\n${company}`)[1] >>> 16),
  };
}
