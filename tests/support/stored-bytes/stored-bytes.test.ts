/** That the search for what must not be there finds what is there, however it is stored. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { tracesIn } from './profile-folder.ts';
import { unsnap } from './snappy.ts';

const NAME = 'Tordis Quittenbaum';
const EMAIL = 'tordis.quittenbaum@mail.example';
const NEEDLES = [
  { text: NAME, of: 'name' },
  { text: EMAIL, of: 'email' },
  { text: 'Żaneta Weiß', of: 'accents' },
];

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stored-bytes-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function foundIn(name: string, bytes: Buffer | string): Promise<string[]> {
  await mkdir(join(folder, 'deep'), { recursive: true });
  await writeFile(join(folder, 'deep', name), bytes);
  return (await tracesIn(folder, NEEDLES)).map(({ of, file }) => `${of} in ${file}`).toSorted();
}

/** "tordis.quittenbaum@mail.example tordis.quittenbaum@mail.example!": a literal, a copy of 33 bytes from 32 back, a literal. */
const SNAPPY = Buffer.concat([
  Buffer.from([64, (60 << 2) | 0, 31]),
  Buffer.from(`${EMAIL} `),
  Buffer.from([((31 - 1) << 2) | 2, 32, 0]),
  Buffer.from([0]),
  Buffer.from('!'),
]);

test('snappy is undone, also where copies reach into themselves', () => {
  expect(String(Buffer.from(unsnap(SNAPPY) ?? []))).toBe(`${EMAIL} ${EMAIL}!`.slice(0, 64));
  const run = Buffer.from([10, 0, 0x61, ((9 - 4) << 2) | 1, 1]);
  expect(String(Buffer.from(unsnap(run) ?? []))).toBe('a'.repeat(10));
  expect(unsnap(Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff]))).toBeUndefined();
});

test('plain text is found in any case and in every encoding, and a name of a file too', async () => {
  expect(await foundIn('a', NAME.toUpperCase())).toEqual(['name in deep/a']);
  expect(await foundIn('a', Buffer.from(`x${NAME}`, 'utf16le'))).toEqual(['name in deep/a']);
  expect(await foundIn('a', Buffer.from(EMAIL, 'utf16le').swap16())).toEqual(['email in deep/a']);
  expect(await foundIn('a', 'żaneta weiß')).toEqual(['accents in deep/a']);
  expect(await foundIn('a', Buffer.from('Żaneta Weiß', 'utf16le'))).toEqual(['accents in deep/a']);
  expect(await foundIn('a', `?q=${encodeURIComponent(NAME)}`)).toEqual(['name in deep/a']);
  expect(await foundIn('a', String.raw`{"name":"\u017baneta Wei\u00df"}`)).toEqual(['accents in deep/a']);
  for (const before of ['', 'x', 'xy', 'xyz'])
    expect(await foundIn('a', Buffer.from(`${before}${NAME} and more`).toString('base64'))).toEqual(['name in deep/a']);
  expect(await foundIn('a', 'Tordis Quittenbau')).toEqual([]);
  expect(await foundIn(EMAIL, '')).toEqual([`email in deep/${EMAIL}`]);
});

test('what is packed is found', async () => {
  expect(await foundIn('a', Buffer.concat([Buffer.from('head'), gzipSync(NAME), Buffer.from('tail')]))).toEqual([
    'name in deep/a',
  ]);
  expect(await foundIn('a', zstdCompressSync(Buffer.from(NAME.repeat(3))))).toEqual(['name in deep/a']);
  expect(await foundIn('a', Buffer.concat([Buffer.from([1, 0xff, 0x11, 0x02]), SNAPPY]))).toEqual(['email in deep/a']);
});

/** LevelDB's own framing of a log: a checksum that nobody looks at here, a length, a kind. */
const fragment = (kind: number, bytes: Buffer): Buffer => {
  const head = Buffer.alloc(7);
  head.writeUInt16LE(bytes.length, 4);
  head[6] = kind;
  return Buffer.concat([head, bytes]);
};

test('a record of a log that goes over the end of a block is found', async () => {
  const record = Buffer.concat([Buffer.alloc(32_768 - 14 - 5, 0x2e), Buffer.from(EMAIL)]);
  const first = fragment(2, record.subarray(0, 32_768 - 7 - 7));
  const log = Buffer.concat([fragment(1, Buffer.alloc(0)), first, fragment(4, record.subarray(32_768 - 7 - 7))]);
  expect(log.subarray(0, 32_768).includes(EMAIL)).toBe(false);
  expect(await foundIn('000003.log', log)).toEqual(['email in deep/000003.log']);
});

/** A block of rows, whose keys leave out what they share, packed by snappy as one literal. */
function block(rows: [shared: number, key: string, value: Buffer][]): Buffer {
  const plain = Buffer.concat([
    ...rows.map(([shared, key, value]) =>
      Buffer.concat([Buffer.from([shared, key.length, value.length]), Buffer.from(key), value]),
    ),
    Buffer.from([0, 0, 0, 0, 1, 0, 0, 0]),
  ]);
  if (plain.length > 127) throw new Error('too long for this little writer');
  return Buffer.concat([Buffer.from([plain.length, 60 << 2, plain.length - 1]), plain]);
}

test('a key of a table that shares its beginning with the one before is found whole', async () => {
  const data = block([
    [0, 'tordis.quitten@mail.example', Buffer.alloc(0)],
    [14, 'baum@mail.example', Buffer.alloc(0)],
  ]);
  const index = block([[0, 'z', Buffer.from([0, data.length])]]);
  const footer = Buffer.alloc(48);
  footer.set([0, 0, data.length + 5, index.length]);
  footer.set(Buffer.from('57fb808b247547db', 'hex'), 40);
  const trailer = Buffer.from([1, 0, 0, 0, 0]);
  const table = Buffer.concat([data, trailer, index, trailer, footer]);
  expect(table.includes(EMAIL)).toBe(false);
  expect(await foundIn('000005.ldb', table)).toEqual(['email in deep/000005.ldb']);
});
