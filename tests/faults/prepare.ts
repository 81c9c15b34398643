/** The browser of a recruiter who has set everything up and holds no export back. */
import type { Sandbox } from '../sandbox/server.ts';
import { connect, credentialOf } from '../demo/connect.ts';
import { ask } from '../support/ask-worker.ts';
import type { Extension } from '../support/extension.ts';
import type { Connected } from './flavours.ts';

/** May manage custom fields, and write private ones; the sandbox's default recruiter may not. */
const PRIYA = 'priya.ramanathan@birchlabs.example';
/** May delete and merge as well. */
const AMARA = 'amara.lindqvist@birchlabs.example';

export async function prepare(extension: Extension, sandbox: Sandbox, connected: Connected): Promise<void> {
  const options = await extension.open('options.html');
  await options.evaluate(() => chrome.storage.local.set({ settings: { undoSeconds: 0, buttonOn: [] } }));
  if (connected === 'fields' || connected === 'admin') {
    await connect(options, { ...credentialOf(sandbox), email: connected === 'admin' ? AMARA : PRIYA });
    await ask(options, 'external-ids.make', {});
  }
  if (connected === 'plain') await connect(options, credentialOf(sandbox));
  if (connected === 'partner') {
    await options.getByRole('textbox', { name: 'Partner key' }).fill(sandbox.partnerKey);
    await options.getByRole('textbox', { name: 'Acting user email' }).fill(sandbox.user.email ?? '');
    await options.getByRole('button', { name: 'Connect', exact: true }).click();
    await options.getByRole('status', { name: 'Connection' }).filter({ hasText: sandbox.user.name }).waitFor();
  }
  await options.close();
}

/** Nothing is at hand: no token, and nothing known of fields and lists. Runs in a page of ours. */
export async function forget(): Promise<void> {
  await chrome.storage.session.clear();
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('gleaner');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(new Error('no database')));
  });
  const write = database.transaction('cache', 'readwrite');
  write.objectStore('cache').clear();
  await new Promise<void>((resolve) => write.addEventListener('complete', () => resolve()));
  database.close();
}
