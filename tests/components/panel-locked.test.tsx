// @vitest-environment happy-dom
/** The panel while the credential waits for its passphrase: one part asks for it, and everything else is as it was. */
import { expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import type { Panel } from '#lib/panel/panel.ts';

// The panel loads these when it first draws them; here they are at hand.
import '#components/panel/after-press.tsx';
import '#components/panel/locked.tsx';
import '#components/panel/told.tsx';

import { fakeWorld } from '../lib/panel/fake-ports.ts';
import { nobody } from '../lib/panel/people.ts';
import { openPanel, type World } from './open-panel.tsx';
import { all, button, one, text, type, waitForDrawing } from './screen.ts';

let world: World;
let panel: Panel;

async function open(is: 'free' | 'locked' | 'unlocked') {
  world = fakeWorld();
  world.vault.is = is;
  const { find } = world.ports.greenhouse;
  find.mockImplementation(() =>
    world.vault.is === 'locked' ? Promise.reject(new AppError('settings/passphrase')) : Promise.resolve(nobody),
  );
  panel = await openPanel(world);
}

const field = () => one('textbox', 'Passphrase') as HTMLInputElement;
async function unlockWith(passphrase: string) {
  await type(field(), passphrase);
  button('Unlock').click();
  await waitForDrawing();
}

test.each(['free', 'unlocked'] as const)('nothing is asked for while the vault is %s', async (is) => {
  await open(is);
  expect(all('button').map(text)).not.toContain('Unlock');
});

test('the passphrase is asked for once, with the person still there to be edited', async () => {
  await open('locked');
  expect(field().type).toBe('text');
  expect(text(document.body).match(/Gleaner is locked/g)).toHaveLength(1);
  expect((one('textbox', 'Title') as HTMLInputElement).value).not.toBe('');
});

test('a wrong one is told in words, and stays in the field to be mended', async () => {
  await open('locked');
  await unlockWith('seven grey hernos');
  expect(text(one('alert', text(all('alert')[0]!)))).toMatch(/not the passphrase/);
  expect(field().getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(field());
});

test('the right one takes the question away, leaves nothing of itself, and what had failed is done', async () => {
  await open('locked');
  await unlockWith('seven grey hernos');
  await unlockWith('seven grey herons');
  await world.pass(1000);
  await waitForDrawing();
  expect(all('button').map(text)).not.toContain('Unlock');
  expect(document.documentElement.outerHTML).not.toContain('herons');
  expect(text(one('status', 'Match'))).toMatch(/^New/);
});

test('unlocked or locked elsewhere, the panel follows', async () => {
  await open('locked');
  world.vault.turn('unlocked');
  await waitForDrawing();
  expect(all('button').map(text)).not.toContain('Unlock');
  expect(text(one('status', 'Match'))).toMatch(/^New/);
  world.vault.turn('locked');
  await waitForDrawing();
  button('Unlock');
});

test('an export that waits for it says so, and can be dropped', async () => {
  await open('locked');
  const { exportId } = panel.person.draft.value!;
  world.heard.view?.({
    id: exportId ?? '',
    externalId: panel.person.draft.value!.externalId,
    name: 'Mira Okafor',
    state: 'needs-you',
    startedAt: 0,
    followUps: [],
    error: { code: 'settings/passphrase' },
  });
  await waitForDrawing();
  expect(all('alert').map(text).join()).toMatch(/go on by themselves/);
  button('Drop this export');
});

test('a hand in the panel is use, at most twice a minute; time alone is not', async () => {
  await open('unlocked');
  const before = world.vault.used.length;
  await world.pass(10 * 60_000);
  expect(world.vault.used).toHaveLength(before);
  for (let key = 0; key < 5; key += 1) document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
  await waitForDrawing();
  expect(world.vault.used).toHaveLength(before + 1);
  expect(world.vault.used.at(-1)).toBe(world.ports.now());
  await world.pass(30_000);
  document.dispatchEvent(new Event('pointerdown'));
  await waitForDrawing();
  expect(world.vault.used).toHaveLength(before + 2);
});
