import * as z from 'zod/mini';
import { beforeEach, describe, expect, test } from 'vitest';

import { database, type Database, type Sealed } from '#lib/storage/database.ts';
import { seal, unseal } from '#lib/storage/sealed.ts';

import { emptied, everythingStored } from './stored.ts';

let db: Database;
beforeEach(async () => {
  db = await emptied();
});

const person = { name: 'Mira Okafor', emails: ['mira@okafor.example'] };
const personSchema = z.object({ name: z.string(), emails: z.array(z.string()) });

/** The same bytes with one bit turned. */
const turned = (bytes: ArrayBuffer, at: number): ArrayBuffer => {
  const copy = new Uint8Array(bytes.slice(0));
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy.buffer;
};

describe('sealing', () => {
  test('gives back what was sealed, letters of every script included', async () => {
    const value = { name: 'Łucja Ōkafor 美', emails: [''] };
    expect(await unseal(await seal(value), personSchema)).toEqual(value);
  });

  test('shows nothing of it, and never the same bytes twice', async () => {
    const [first, second] = [await seal(person), await seal(person)];
    await db.put('cache', [first, second], 'sealed');
    expect(await everythingStored()).not.toMatch(/Mira|okafor/i);
    expect(first.iv).not.toEqual(second.iv);
    expect(new Uint8Array(first.data)).not.toEqual(new Uint8Array(second.data));
  });

  test('survives the database', async () => {
    await db.put('cache', await seal(person), 'sealed');
    expect(await unseal((await db.get('cache', 'sealed')) as Sealed, personSchema)).toEqual(person);
  });
});

describe('what is not as it was sealed is storage/corrupt', () => {
  const corrupt = { name: 'AppError', code: 'storage/corrupt' };

  test('one turned bit of the data, of its end, or of the start value', async () => {
    const sealed = await seal(person);
    const last = sealed.data.byteLength - 1;
    await expect(unseal({ ...sealed, data: turned(sealed.data, 0) }, personSchema)).rejects.toMatchObject(corrupt);
    await expect(unseal({ ...sealed, data: turned(sealed.data, last) }, personSchema)).rejects.toMatchObject(corrupt);
    const iv = new Uint8Array(turned(sealed.iv.buffer, 3));
    await expect(unseal({ ...sealed, iv }, personSchema)).rejects.toMatchObject(corrupt);
  });

  test('a cut end, or nothing at all', async () => {
    const sealed = await seal(person);
    await expect(unseal({ ...sealed, data: sealed.data.slice(0, -1) }, personSchema)).rejects.toMatchObject(corrupt);
    await expect(unseal({ ...sealed, data: new ArrayBuffer(0) }, personSchema)).rejects.toMatchObject(corrupt);
  });

  test('sealed with the key of another device', async () => {
    const sealed = await seal(person);
    await db.clear('keys');
    await expect(unseal(sealed, personSchema)).rejects.toMatchObject(corrupt);
  });

  test('something else than was expected', async () => {
    await expect(unseal(await seal({ name: 'Mira Okafor' }), personSchema)).rejects.toMatchObject(corrupt);
  });
});

describe('the device key', () => {
  // On the disk it is another matter: the browser writes it down where it keeps the database.
  test('is given out by the browser to no script, in no form', async () => {
    await seal(person);
    const key = await db.get('keys', 'device');
    expect(key).toBeInstanceOf(CryptoKey);
    expect(key).toMatchObject({ extractable: false, type: 'secret', algorithm: { name: 'AES-GCM', length: 256 } });
    for (const format of ['raw', 'jwk'] as const)
      await expect(crypto.subtle.exportKey(format, key!)).rejects.toThrow(/extractable/);
  });

  test('is made once, however many ask for it at once', async () => {
    const sealed = await Promise.all(Array.from({ length: 8 }, (_, place) => seal({ ...person, name: `${place}` })));
    const opened = await Promise.all(sealed.map((each) => unseal(each, personSchema)));
    expect(opened.map(({ name }) => name)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
    expect(await db.getAllKeys('keys')).toEqual(['device']);
  });

  test('is the same one for another context that asks at the same moment', async () => {
    const other = new Worker(new URL('./second-context.worker.ts', import.meta.url), { type: 'module' });
    const theirs = new Promise<Sealed>((done, failed) => {
      other.addEventListener('message', ({ data }: MessageEvent<Sealed>) => done(data));
      other.addEventListener('error', ({ message }) => failed(new Error(message)));
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    other.postMessage('from the other context');
    const ours = await seal('from this context');
    expect(await unseal(await theirs, z.string())).toBe('from the other context');
    expect(await unseal(ours, z.string())).toBe('from this context');
    other.terminate();
  });
});

test('a database that had to give way to a newer version is opened again by the next caller', async () => {
  await seal(person);
  const old = await database();
  await new Promise<void>((done, failed) => {
    const deleting = indexedDB.deleteDatabase('gleaner');
    deleting.addEventListener('success', () => done());
    deleting.addEventListener('error', () => failed(deleting.error ?? new Error('not deleted')));
  });
  expect(() => old.transaction('keys')).toThrow(/clos/i);
  expect(await unseal(await seal(person), personSchema)).toEqual(person);
});
