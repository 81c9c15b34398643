/** LevelDB's files, undone as far as they hide text: fragments of logs put together, blocks of tables unpacked, shortened keys whole. */
import { zstdDecompressSync } from 'node:zlib';

import { unsnap, varint } from './snappy.ts';

const LOG_BLOCK = 32_768;
const LOG_HEADER = 7;
const [FULL, FIRST, LAST] = [1, 2, 4];

/** The records of a log or a manifest. */
export function* logRecords(file: Buffer): Generator<Buffer> {
  let parts: Buffer[] = [];
  for (let block = 0; block < file.length; block += LOG_BLOCK) {
    const end = Math.min(block + LOG_BLOCK, file.length);
    let at = block;
    while (at + LOG_HEADER <= end) {
      const length = file.readUInt16LE(at + 4);
      const kind = file[at + 6] ?? 0;
      const part = file.subarray(at + LOG_HEADER, Math.min(at + LOG_HEADER + length, end));
      // The rest of a block is zeros.
      if (kind === 0 && length === 0) break;
      if (kind === FULL || kind === FIRST) parts = [];
      parts.push(part);
      if (kind === FULL || kind === LAST) yield Buffer.concat(parts);
      at += LOG_HEADER + length;
    }
  }
}

const FOOTER = 48;
const MAGIC = Buffer.from('57fb808b247547db', 'hex');

export const isTable = (file: Buffer): boolean => file.length >= FOOTER && file.subarray(-MAGIC.length).equals(MAGIC);

interface Handle {
  offset: number;
  size: number;
}

function handle(bytes: Buffer, at: number): (Handle & { end: number }) | undefined {
  const offset = varint(bytes, at);
  const size = offset && varint(bytes, offset.end);
  return size && { offset: offset.value, size: size.value, end: size.end };
}

function block(file: Buffer, { offset, size }: Handle): Buffer {
  const stored = file.subarray(offset, offset + size);
  const compression = file[offset + size];
  if (compression === 1) return Buffer.from(unsnap(stored) ?? []);
  return compression === 2 ? zstdDecompressSync(stored) : stored;
}

/** Key and value of each row of a block; keys are stored without what they share with the one before. */
function* rows(bytes: Buffer): Generator<{ key: Buffer; value: Buffer }> {
  const end = bytes.length - 4 - 4 * (bytes.length < 4 ? 0 : bytes.readUInt32LE(bytes.length - 4));
  let [at, key] = [0, Buffer.alloc(0)];
  while (at < end) {
    const shared = varint(bytes, at);
    const own = shared && varint(bytes, shared.end);
    const length = own && varint(bytes, own.end);
    if (!length) return;
    key = Buffer.concat([key.subarray(0, shared.value), bytes.subarray(length.end, length.end + own.value)]);
    at = length.end + own.value + length.value;
    yield { key, value: bytes.subarray(at - length.value, at) };
  }
}

/** Every key and value of a table. */
export function* tableRows(file: Buffer): Generator<Buffer> {
  const meta = handle(file, file.length - FOOTER);
  const index = meta && handle(file, meta.end);
  if (!index) return;
  for (const { value } of rows(block(file, index))) {
    const data = handle(value, 0);
    if (data) for (const row of rows(block(file, data))) yield* [row.key, row.value];
  }
}
