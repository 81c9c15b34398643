// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';

// The page loads these two later; once they are there, they are drawn in the next turn.
import '#components/options/doctor.tsx';
import '#components/options/steps.tsx';
import { OptionsPage } from '#components/options/page.tsx';
import { optionsModel } from '#lib/options/model.ts';
import type { Connection } from '#lib/storage/schema.ts';

import { speakEnglish } from '../../lib/options/english.ts';
import { fakePorts, tested } from '../../lib/options/ports.ts';

import { allByRole, byRole } from './by-role.ts';

beforeEach(speakEnglish);
afterEach(() => render(null, document.body));

const NOTES = { scope: 'harvest:notes:create', state: 'missing' as const };
const lacking: Connection = { ...tested, rights: [NOTES] };

/** Preact paints in a later turn. */
const painted = () => new Promise((done) => setTimeout(done, 10));

async function open(connection: Connection, answer?: () => Promise<Connection>) {
  const fake = fakePorts({ connection, secret: 'kept', ...(answer && { answer }) });
  const model = optionsModel(fake.ports);
  render(<OptionsPage model={model} />, document.body);
  await model.start();
  await painted();
  return fake;
}

const press = async (element: HTMLElement) => {
  element.click();
  await painted();
};
/** In the list of what is to be mended, which stands after the folded one of how to begin. */
const box = (name: RegExp) => allByRole('checkbox', name).at(-1) as HTMLInputElement;
const listed = () => document.querySelector('.for-print')?.textContent;

test('a well credential gets one sentence, and no list', async () => {
  await open(tested);
  await expect.poll(() => document.querySelector('.verdict')?.textContent).toContain('All is well');
  expect(listed()).toBeUndefined();
});

test('a tick stays on its line, also when the list is made anew', async () => {
  const rights = [{ scope: 'harvest:sources:list', state: 'missing' as const }, NOTES];
  await open(lacking, () => Promise.resolve({ ...tested, rights }));
  await press(box(/^harvest:notes:create/));
  await press(byRole('button', 'Test again'));
  expect(box(/^harvest:notes:create/).checked).toBe(true);
  expect(box(/^harvest:sources:list/).checked).toBe(false);
});

test('a tick in it is none in the steps for making another credential', async () => {
  await open(lacking);
  await press(box(/^harvest:notes:create/));
  expect((allByRole('checkbox', /^harvest:notes:create/)[0] as HTMLInputElement).checked).toBe(false);
});

test('the copy has a box to each line, and the ticks that were made', async () => {
  const { did } = await open(lacking);
  await press(box(/^harvest:notes:create/));
  await press(allByRole('button', 'Copy the list').at(-1)!);
  expect(did.at(-1)).toMatch(/\n\[ \] In Greenhouse.*\n\[ \] Tick this scope:\n {4}\[x\] harvest:notes:create\n\[ \] Save/s);
});

test('the list can be printed', async () => {
  const { did } = await open(lacking);
  await press(allByRole('button', 'Print the list').at(-1)!);
  expect(did).toContain('print');
});

test('while Greenhouse is asked again, what was known stays in view', async () => {
  let answer = (_: Connection) => {};
  await open(lacking, () => new Promise((resolve) => (answer = resolve)));
  await press(byRole('button', 'Test again'));
  expect(byRole('button', 'Test again').getAttribute('aria-disabled')).toBe('true');
  expect(listed()).toContain('harvest:notes:create');
  answer(tested);
  await painted();
  expect(listed()).toBeUndefined();
  expect(byRole('button', 'Test again').getAttribute('aria-disabled')).toBe('false');
});
