import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { syncButtons } from '#lib/access/buttons.ts';
import { settingsItem } from '#lib/storage/items.ts';
import { policyItem } from '#lib/storage/policy.ts';

import { pretendScripting } from './scripting.ts';

const LINKEDIN = 'https://*.linkedin.com/*';
const turnOn = (...buttonOn: string[]) => settingsItem.set({ undoSeconds: 10, buttonOn });

let browser: ReturnType<typeof pretendScripting>;
beforeEach(() => {
  fakeBrowser.reset();
  browser = pretendScripting();
});

test('nothing is registered while no site is turned on, whatever may be read', async () => {
  browser.granted.add(LINKEDIN);
  await syncButtons();
  expect(browser.registered.size).toBe(0);
});

test('a site that is turned on but may not be read gets no button', async () => {
  await turnOn('linkedin');
  await syncButtons();
  expect(browser.registered.size).toBe(0);
});

test('a site that is turned on and may be read gets a button on its own pages only, also after a restart', async () => {
  await turnOn('linkedin');
  browser.granted.add(LINKEDIN);
  await syncButtons();
  expect([...browser.registered.values()]).toEqual([
    { id: 'button-linkedin', js: ['page-button.js'], matches: [LINKEDIN], runAt: 'document_idle', persistAcrossSessions: true },
  ]);
});

test('an origin that belongs to no known site is matched by itself', async () => {
  await turnOn('https://people.example');
  browser.granted.add('https://people.example/*');
  await syncButtons();
  expect(browser.registered.get('button-https://people.example')?.matches).toEqual(['https://people.example/*']);
});

test('taking the permission back takes the button away', async () => {
  await turnOn('linkedin');
  browser.granted.add(LINKEDIN);
  await syncButtons();
  browser.granted.delete(LINKEDIN);
  await syncButtons();
  expect(browser.registered.size).toBe(0);
});

test('a site that the organisation leaves out loses its button, and gets it back with the permission of both', async () => {
  await turnOn('linkedin', 'https://people.example');
  browser.granted.add(LINKEDIN).add('https://people.example/*');
  await policyItem.set({ allowedSites: ['https://people.example'], locked: [], problems: [] });
  await syncButtons();
  expect([...browser.registered.keys()]).toEqual(['button-https://people.example']);
  await policyItem.remove();
  await syncButtons();
  expect([...browser.registered.keys()].sort()).toEqual(['button-https://people.example', 'button-linkedin']);
});

test('tabs that are open already get the button, lose it, and are left alone when nothing changed', async () => {
  await turnOn('linkedin');
  browser.granted.add(LINKEDIN);
  await syncButtons();
  await syncButtons();
  await turnOn();
  await syncButtons();
  expect(browser.ran).toEqual(['/page-button.js in 7', 'remove in 7']);
});

test('many calls at once end as one: no script is registered twice', async () => {
  await turnOn('linkedin', 'github');
  browser.granted.add(LINKEDIN).add('https://github.com/*');
  await Promise.all([syncButtons(), syncButtons(), syncButtons()]);
  expect([...browser.registered.keys()].sort()).toEqual(['button-github', 'button-linkedin']);
});

test('scripts of other makers are not touched', async () => {
  browser.registered.set('someone-else', { id: 'someone-else' });
  await syncButtons();
  expect(browser.registered.has('someone-else')).toBe(true);
});
