// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { Passphrase } from '#components/options/passphrase.tsx';
import { passphraseModel } from '#lib/options/passphrase.ts';

import { speakEnglish } from '../../lib/options/english.ts';
import { fakePorts } from '../../lib/options/ports.ts';
import { allByRole, byRole, type } from './by-role.ts';

beforeEach(speakEnglish);
afterEach(() => render(null, document.body));

const HERONS = 'seven grey herons at dusk';
const painted = () => new Promise((done) => setTimeout(done, 20));
const status = () => byRole('status', 'Passphrase').textContent;
const press = async (name: string) => {
  byRole('button', name).click();
  await painted();
};

async function open(kept: { right?: string; open?: boolean } = {}) {
  const { ports, passphrase } = fakePorts();
  await passphrase.set(kept);
  const model = passphraseModel(ports);
  render(<Passphrase model={model} />, document.body);
  await model.start();
  await painted();
  return passphrase.kept;
}

test('setting one: a hint while it is typed, then it is set, and nothing of it stays on the page', async () => {
  const kept = await open();
  expect(status()).toMatch(/^No passphrase/);
  type('New passphrase', 'herons');
  await painted();
  expect(document.body.textContent).toContain('at least 12 characters');
  type('New passphrase', HERONS);
  type('The same once more', HERONS);
  await painted();
  expect(document.body.textContent).toContain('Hard to guess');
  await press('Set a passphrase');
  expect(kept.right).toBe(HERONS);
  expect(status()).toBe('The passphrase is set. Gleaner is unlocked.');
  const fields = allByRole('textbox') as HTMLInputElement[];
  expect(fields.map(({ value }) => value).join('')).toBe('');
  expect(document.documentElement.outerHTML).not.toContain('herons');
});

test('two that differ are an alert that belongs to the fields, and the keyboard is back in the first', async () => {
  const kept = await open();
  type('New passphrase', HERONS);
  type('The same once more', 'three quiet harbours');
  await press('Set a passphrase');
  expect(byRole('alert').textContent).toContain('not the same');
  const field = byRole('textbox', 'New passphrase');
  expect(field.getAttribute('aria-describedby')).toBe(byRole('alert').id);
  expect(document.activeElement).toBe(field);
  expect(kept.right).toBeUndefined();
});

test('locked, it can only be unlocked', async () => {
  await open({ right: HERONS });
  expect(status()).toMatch(/^Gleaner is locked/);
  expect(allByRole('button').map(({ textContent }) => textContent)).toEqual(['Unlock']);
  type('Passphrase', HERONS);
  await press('Unlock');
  expect(status()).toBe('Gleaner is unlocked.');
});

test('unlocked, it can be locked, changed, removed, and told when to lock by itself', async () => {
  const kept = await open({ right: HERONS, open: true });
  const idle = document.querySelector<HTMLSelectElement>('select')!;
  expect(Array.from(idle.options, ({ value }) => value)).toEqual(['15', '60', '240', '0']);
  idle.value = '240';
  idle.dispatchEvent(new Event('change', { bubbles: true }));
  await painted();
  expect(kept.idleMinutes).toBe(240);
  await press('Lock now');
  expect(status()).toMatch(/^Gleaner is locked/);
});

test('every field is for the eyes of one person: the browser keeps no memory of it', async () => {
  await open({ right: HERONS, open: true });
  const fields = allByRole('textbox') as HTMLInputElement[];
  expect(fields).toHaveLength(4);
  for (const field of fields) {
    expect(field.getAttribute('autocomplete')).toBe('off');
  }
});
