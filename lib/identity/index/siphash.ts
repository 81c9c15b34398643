/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed hash that is made for short texts, and that nobody without the key can
 * compute or tell from chance. In halves of 32 bits, since a BigInt is a hundred times as slow, and the browser's own HMAC ten.
 */

/** 128 bits in four words, little-endian as in the paper: k0's low half, k0's high half, k1's low half, k1's high half. */
export type SipKey = readonly number[];

/** The state: v0 to v3, each as low half, high half. One for all calls; nobody waits within one. */
const v = new Int32Array(8);

/** v[a] += v[b]; v[b] = (v[b] rotated left by `bits`) ^ v[a]. `a` and `b` point at low halves. */
function mix(a: number, b: number, bits: number): void {
  const bLow = v[b] as number;
  const bHigh = v[b + 1] as number;
  const low = ((v[a] as number) >>> 0) + (bLow >>> 0);
  v[a] = low;
  v[a + 1] = (v[a + 1] as number) + bHigh + (low > 0xffffffff ? 1 : 0);
  v[b] = ((bLow << bits) | (bHigh >>> (32 - bits))) ^ v[a];
  v[b + 1] = ((bHigh << bits) | (bLow >>> (32 - bits))) ^ (v[a + 1] as number);
}

/** A rotation by 32 bits. */
function swap(a: number): void {
  const low = v[a] as number;
  v[a] = v[a + 1] as number;
  v[a + 1] = low;
}

function round(): void {
  mix(0, 2, 13);
  swap(0);
  mix(4, 6, 16);
  mix(0, 6, 21);
  mix(4, 2, 17);
  swap(4);
}

function take(low: number, high: number): void {
  v[6] = (v[6] as number) ^ low;
  v[7] = (v[7] as number) ^ high;
  round();
  round();
  v[0] = (v[0] as number) ^ low;
  v[1] = (v[1] as number) ^ high;
}

/** The hash of the first `length` bytes: its high and its low 32 bits, unsigned, written to `out`. */
export function sipHash(key: SipKey, bytes: Uint8Array, length: number, out: Uint32Array): void {
  const [k0 = 0, k1 = 0, k2 = 0, k3 = 0] = key;
  v[0] = k0 ^ 0x70736575;
  v[1] = k1 ^ 0x736f6d65;
  v[2] = k2 ^ 0x6e646f6d;
  v[3] = k3 ^ 0x646f7261;
  v[4] = k0 ^ 0x6e657261;
  v[5] = k1 ^ 0x6c796765;
  v[6] = k2 ^ 0x79746573;
  v[7] = k3 ^ 0x74656462;
  const word = (at: number, end: number): number => {
    let value = 0;
    for (let i = Math.min(end, at + 4) - 1; i >= at; i--) value = (value << 8) | (bytes[i] as number);
    return value;
  };
  const whole = length & ~7;
  for (let at = 0; at < whole; at += 8) take(word(at, length), word(at + 4, length));
  take(word(whole, length), word(whole + 4, length) | (length << 24));
  v[4] = v[4] ^ 0xff;
  for (let i = 0; i < 4; i++) round();
  out[0] = v[1] ^ v[3] ^ v[5] ^ v[7];
  out[1] = v[0] ^ v[2] ^ v[4] ^ v[6];
}
