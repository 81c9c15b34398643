/** Where a secret could lie around: storage of every kind, what pages say to the console, and what is sent between them. */
import type { Page } from '@playwright/test';

import type { Extension } from '../support/extension.ts';
import { expect } from './fixture.ts';

export const PASSPHRASE = 'seven grey herons at dusk';

export async function setPassphrase(options: Page): Promise<void> {
  await options.getByText('Set a passphrase').first().click();
  await options.getByRole('textbox', { name: 'New passphrase' }).fill(PASSPHRASE);
  await options.getByRole('textbox', { name: 'The same once more' }).fill(PASSPHRASE);
  await options.getByRole('button', { name: 'Set a passphrase' }).click();
  await expect(options.getByRole('status', { name: 'Passphrase' })).toContainText('unlocked');
}

/** Everything that the extension has written down anywhere, bytes as letters, and what it keeps until the browser closes. */
export const lyingAround = (page: Page): Promise<{ local: string; session: string; database: string; records: number }> =>
  page.evaluate(async () => {
    const asText = (value: unknown) =>
      JSON.stringify(value, (_key, inner: unknown) => {
        if (inner instanceof CryptoKey) return 'key';
        const bytes = inner instanceof ArrayBuffer ? new Uint8Array(inner) : inner;
        return bytes instanceof Uint8Array ? String.fromCharCode(...bytes) : bytes;
      });
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('no database')));
      });
    const found: unknown[] = [];
    let records = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const values = await done(db.transaction(store).objectStore(store).getAll());
        records += values.length;
        found.push(values, await done(db.transaction(store).objectStore(store).getAllKeys()));
      }
      db.close();
    }
    return {
      local: asText(await chrome.storage.local.get()),
      session: asText(await chrome.storage.session.get()),
      database: asText(found),
      records,
    };
  });

/** All that any page of ours says to the console, and all that is sent between them, as the worker sees it. */
export async function listen(extension: Extension): Promise<string[]> {
  const heard: string[] = [];
  extension.context.on('console', (message) => heard.push(message.text()));
  const spy = await extension.open('options.html');
  await spy.exposeFunction('heardMessage', (text: string) => heard.push(text));
  await spy.evaluate(() =>
    chrome.runtime.onMessage.addListener((message: unknown) => {
      (globalThis as unknown as { heardMessage(text: string): void }).heardMessage(JSON.stringify(message));
    }),
  );
  return heard;
}
