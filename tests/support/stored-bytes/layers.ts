/** A file's bytes, and the bytes behind its bytes: every form of it in which text might be read. */
import { constants, inflateRawSync, zstdDecompressSync } from 'node:zlib';

import { isTable, logRecords, tableRows } from './leveldb.ts';
import { unsnap } from './snappy.ts';

type Unpack = (bytes: Buffer) => Uint8Array | undefined;

/** What follows is of no interest, and what is cut off is read as far as it goes. */
const inflated = (bytes: Buffer): Buffer => inflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });

/** Where the packed bytes begin, after a gzip's head with its optional parts. */
function afterGzipHead(bytes: Buffer): number {
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + bytes.readUInt16LE(at);
  for (const name of [8, 16]) if (flags & name) at = bytes.indexOf(0, at) + 1;
  return flags & 2 ? at + 2 : at;
}

/** How something begins that is packed, and how it is unpacked from there. */
const PACKED: { begins: Buffer; unpack: Unpack }[] = [
  // A structured value of IndexedDB that Chromium has compressed.
  { begins: Buffer.from([0xff, 0x11, 0x02]), unpack: (bytes) => unsnap(bytes, 3) },
  { begins: Buffer.from([0x1f, 0x8b, 0x08]), unpack: (bytes) => inflated(bytes.subarray(afterGzipHead(bytes))) },
  { begins: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), unpack: (bytes) => zstdDecompressSync(bytes) },
  {
    // A file within a zip.
    begins: Buffer.from([0x50, 0x4b, 0x03, 0x04]),
    unpack: (bytes) => inflated(bytes.subarray(30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28))),
  },
];

function* unpacked(bytes: Buffer): Generator<Buffer> {
  for (const { begins, unpack } of PACKED) {
    for (let at = bytes.indexOf(begins); at >= 0; at = bytes.indexOf(begins, at + 1)) {
      try {
        const inner = unpack(bytes.subarray(at));
        if (inner) yield Buffer.from(inner);
      } catch {
        // The same few bytes by chance.
      }
    }
  }
}

function* withUnpacked(bytes: Buffer): Generator<Buffer> {
  yield bytes;
  yield* unpacked(bytes);
}

/** @param name The file's; LevelDB tells its logs by it. */
export function* layers(name: string, file: Buffer): Generator<Buffer> {
  yield* withUnpacked(file);
  if (isTable(file)) for (const row of tableRows(file)) yield* withUnpacked(row);
  else if (/\.log$|^MANIFEST-/.test(name)) for (const record of logRecords(file)) yield* withUnpacked(record);
}
