import { describe, expect, test } from 'vitest';

import { columnsOf, jsonOf, jsonSheetOf, sheetOf } from '#lib/identity/index/sheet.ts';

const columns = [
  Float64Array.of(0, 7, 2 ** 32, 2 ** 52 - 1),
  Float64Array.of(5_000_000_001, 5_000_000_003),
  Float64Array.of(),
  Float64Array.of(2 ** 53 - 1),
  Float64Array.of(40, 2 ** 40, 3, 2 ** 40 + 255),
];
const numbersOf = (sheet: unknown, place = 3) =>
  columnsOf(sheet, place)?.map((column) => Array.from({ length: column.length }, (_, i) => column.at(i)));

/** Every byte of a copy, one after the other, changed. */
function* damaged(sheet: ArrayBuffer): Generator<[byte: number, ArrayBuffer]> {
  for (let byte = 0; byte < sheet.byteLength; byte++) {
    const copy = sheet.slice(0);
    new Uint8Array(copy)[byte] = (new Uint8Array(copy)[byte] as number) ^ (1 << (byte % 8));
    yield [byte, copy];
  }
}

describe('columns', () => {
  test('come out as they went in, however wide', () => {
    expect(numbersOf(sheetOf(columns, 3))).toEqual(columns.map((column) => [...column]));
  });

  test('numbers that are close to each other take four bytes, whatever they are', () => {
    const ids = Float64Array.from({ length: 1000 }, (_, i) => 2 ** 50 + i * 4_000_000);
    expect(sheetOf([ids], 0).byteLength).toBeLessThan(1000 * 4 + 32);
  });

  test('a number is found where it stands, or where it would', () => {
    const [column] = columnsOf(sheetOf([Float64Array.of(2, 4, 4, 2 ** 45)], 0), 0) ?? [];
    expect([0, 2, 3, 4, 5, 2 ** 45, 2 ** 45 + 1].map((value) => column?.firstFrom(value))).toEqual([0, 0, 1, 1, 3, 3, 4]);
  });
});

describe('is noticed:', () => {
  const sheet = sheetOf(columns, 3);

  test('a change of any byte', () => {
    for (const [byte, copy] of damaged(sheet)) expect(columnsOf(copy, 3), `byte ${byte}`).toBeUndefined();
    for (const [byte, copy] of damaged(jsonSheetOf({ page: 4 }, 1))) expect(jsonOf(copy, 1), `byte ${byte}`).toBeUndefined();
  });

  test('half of it, with or without the rest as zeros', () => {
    for (let half = 0; half < sheet.byteLength; half += 4) {
      expect(columnsOf(sheet.slice(0, half), 3)).toBeUndefined();
      const filled = new Uint8Array(sheet.byteLength);
      filled.set(new Uint8Array(sheet, 0, half));
      // Where nothing but zeros was cut off, nothing has changed.
      const cut = new Uint8Array(sheet, half).some((byte) => byte > 0);
      if (cut) expect(columnsOf(filled.buffer, 3), String(half)).toBeUndefined();
    }
  });

  test('another’s place, and what is no sheet at all', () => {
    expect(columnsOf(sheet, 4)).toBeUndefined();
    for (const value of [undefined, null, 'text', new ArrayBuffer(0), new ArrayBuffer(64), new Uint8Array(sheet), {}])
      expect(columnsOf(value, 3)).toBeUndefined();
  });
});

test('a small value comes out as it went in', () => {
  const value = { cursor: 'Zürich 東京', window: [1, null] };
  expect(jsonOf(jsonSheetOf(value, 1), 1)).toEqual(value);
});
