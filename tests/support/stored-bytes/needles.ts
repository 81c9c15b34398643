/** Finds any of thousands of texts in bytes, in one pass: in UTF-8 and both orders of UTF-16, whatever the case of their letters. */

export interface Needle {
  text: string;
  /** Whose it is, or what: told with what was found. */
  of: string;
}

/** Every needle is at least so many bytes long; they are looked up by their first ones. */
const HEAD = 6;

const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte));

const headOf = (bytes: Uint8Array, at: number): number => {
  let head = 0;
  for (let byte = 0; byte < HEAD; byte += 1) head = head * 256 + (FOLDED[bytes[at + byte] ?? 0] ?? 0);
  return head;
};

/** Of the first three bytes: whether it is worth to look further. */
const hintOf = (bytes: Uint8Array, at: number): number =>
  ((FOLDED[bytes[at] ?? 0] ?? 0) << 16) | ((FOLDED[bytes[at + 1] ?? 0] ?? 0) << 8) | (FOLDED[bytes[at + 2] ?? 0] ?? 0);

/** As it stands in the middle of something longer, wherever that begins. */
const inBase64 = (text: string): string[] =>
  [0, 1, 2].map((before) => {
    const bytes = Buffer.from('\0'.repeat(before) + text);
    return bytes
      .subarray(0, bytes.length - (bytes.length % 3))
      .toString('base64')
      .slice(before === 0 ? 0 : 4);
  });

const inJson = (text: string): string =>
  text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

function spelt(text: string): Buffer[] {
  const letters = [text, text.toLowerCase()].flatMap((one) => [
    Buffer.from(one, 'utf8'),
    Buffer.from(one, 'utf16le'),
    Buffer.from(one, 'utf16le').swap16(),
  ]);
  const coded = [encodeURIComponent(text), inJson(text), ...inBase64(text)].filter((one) => one !== text && one.length >= HEAD);
  return [...letters, ...coded.map((one) => Buffer.from(one))];
}

/** Answers with all of them that stand in some bytes. */
export function finder(needles: Iterable<Needle>): (bytes: Uint8Array) => Set<Needle> {
  const byHead = new Map<number, { bytes: Uint8Array; needle: Needle }[]>();
  const hints = new Uint8Array(2 ** 24);
  for (const needle of needles) {
    for (const bytes of spelt(needle.text)) {
      if (bytes.length < HEAD) throw new Error(`Too short to be looked for: ${needle.text}`);
      const folded = bytes.map((byte) => FOLDED[byte] ?? 0);
      hints[hintOf(folded, 0)] = 1;
      const head = headOf(folded, 0);
      byHead.set(head, [...(byHead.get(head) ?? []), { bytes: folded, needle }]);
    }
  }
  const standsAt = (bytes: Uint8Array, at: number, wanted: Uint8Array): boolean =>
    wanted.every((byte, offset) => FOLDED[bytes[at + offset] ?? 0] === byte);
  return (bytes) => {
    const found = new Set<Needle>();
    for (let at = 0; at <= bytes.length - HEAD; at += 1) {
      if (hints[hintOf(bytes, at)] === 0) continue;
      for (const { bytes: wanted, needle } of byHead.get(headOf(bytes, at)) ?? [])
        if (!found.has(needle) && standsAt(bytes, at, wanted)) found.add(needle);
    }
    return found;
  };
}
