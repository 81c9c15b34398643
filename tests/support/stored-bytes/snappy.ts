/** Snappy without a frame, as LevelDB and Chromium's structured values use it: a length, then pieces that are literal or copied. */

/** A varint of at most 32 bits, and where it ends; nothing when there is none. */
export function varint(bytes: Uint8Array, at: number): { value: number; end: number } | undefined {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = bytes[at++];
    if (byte === undefined) return undefined;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, end: at };
  }
  return undefined;
}

const little = (bytes: Uint8Array, at: number, count: number): number => {
  let value = 0;
  for (let byte = count - 1; byte >= 0; byte -= 1) value = value * 256 + (bytes[at + byte] ?? 0);
  return value;
};

/** Larger than anything that a browser writes in one piece; random bytes claim anything. */
const MOST = 64 * 2 ** 20;

/** What was compressed, from `at` on; as far as it goes, where the rest is no snappy. Nothing where it does not even begin. */
export function unsnap(bytes: Uint8Array, at = 0): Uint8Array | undefined {
  const length = varint(bytes, at);
  if (!length || length.value > MOST || length.value > (bytes.length - at) * 64) return undefined;
  const out = new Uint8Array(length.value);
  let [read, wrote] = [length.end, 0];
  while (wrote < out.length && read < bytes.length) {
    const tag = bytes[read++] ?? 0;
    const kind = tag & 3;
    if (kind === 0) {
      const short = tag >> 2;
      const wide = Math.max(0, short - 59);
      const count = (wide === 0 ? short : little(bytes, read, wide)) + 1;
      read += wide;
      if (read + count > bytes.length || wrote + count > out.length) break;
      out.set(bytes.subarray(read, read + count), wrote);
      read += count;
      wrote += count;
      continue;
    }
    const count = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const wide = kind === 1 ? 1 : kind === 2 ? 2 : 4;
    const back = little(bytes, read, wide) + (kind === 1 ? (tag >> 5) * 256 : 0);
    read += wide;
    if (back === 0 || back > wrote || wrote + count > out.length) break;
    // A copy may reach into itself.
    for (let byte = 0; byte < count; byte += 1, wrote += 1) out[wrote] = out[wrote - back] ?? 0;
  }
  return wrote > 0 ? out.subarray(0, wrote) : undefined;
}
