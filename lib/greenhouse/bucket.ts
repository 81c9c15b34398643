/**
 * The bucket of an external id. Greenhouse can be asked for people by a select option and not by a text, so every id stands in one
 * of 1,024 options too; whoever asks for the option compares the texts of those in it.
 *
 * This is a contract between machines, the same for ever: 32-bit FNV-1a over the UTF-8 bytes of the trimmed id, and its 32 bits
 * folded into ten. It is not keyed, because every recruiter's browser must come to the same number; vectors are in its test.
 */
export const BUCKETS = 1024;

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** 0 to 1023. */
export function bucketOf(externalId: string): number {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(externalId.trim())) hash = Math.imul(hash ^ byte, PRIME);
  return (hash ^ (hash >>> 10) ^ (hash >>> 20) ^ (hash >>> 30)) & (BUCKETS - 1);
}

/** How its option is called: `0000` to `1023`. */
export const bucketName = (bucket: number): string => String(bucket).padStart(4, '0');
