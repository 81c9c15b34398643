/**
 * All that the index stores, as bytes with a checksum: columns of numbers, and small values as JSON. What was damaged, cut off,
 * put in another's place or written by a version that wrote it otherwise is no sheet, and reads as undefined.
 */
import { checksum } from './checksum.ts';
import { Column, packColumns } from './column.ts';

const FORMAT = 2;

/** `place`: where it is stored; a sheet that turns up elsewhere is none. */
const seedOf = (place: number): number => Math.imul(place + 1, 0x85ebca6b) ^ FORMAT;

export function sealed(buffer: ArrayBuffer, place: number): ArrayBuffer {
  const words = new Uint32Array(buffer);
  words[0] = checksum(words, 1, seedOf(place));
  return buffer;
}

export function opened(value: unknown, place: number): ArrayBuffer | undefined {
  if (!(value instanceof ArrayBuffer) || value.byteLength < 8 || value.byteLength % 4 > 0) return undefined;
  const words = new Uint32Array(value);
  return checksum(words, 1, seedOf(place)) === words[0] ? value : undefined;
}

/** Word 0 is the checksum, word 1 the number of columns. */
export function sheetOf(columns: readonly Float64Array[], place: number): ArrayBuffer {
  const buffer = packColumns(columns, 2);
  new Uint32Array(buffer)[1] = columns.length;
  return sealed(buffer, place);
}

export function columnsOf(value: unknown, place: number): Column[] | undefined {
  const buffer = opened(value, place);
  if (!buffer) return undefined;
  const words = new Uint32Array(buffer);
  const columns: Column[] = [];
  while (columns.length < (words[1] as number)) columns.push(new Column(words, columns.at(-1)?.end ?? 2));
  return columns;
}

/** Word 1 is the number of bytes. */
export function jsonSheetOf(value: unknown, place: number): ArrayBuffer {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const buffer = new ArrayBuffer(8 + Math.ceil(bytes.length / 4) * 4);
  new Uint32Array(buffer)[1] = bytes.length;
  new Uint8Array(buffer).set(bytes, 8);
  return sealed(buffer, place);
}

export function jsonOf(value: unknown, place: number): unknown {
  const buffer = opened(value, place);
  const length = buffer && new Uint32Array(buffer)[1];
  return buffer && (JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, length))) as unknown);
}
