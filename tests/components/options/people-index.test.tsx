// @vitest-environment happy-dom
/** The index of everybody on the settings page: every state is told in words, and nothing is deleted unasked. */
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { PeopleIndex } from '#components/options/people-index.tsx';
import { AppError } from '#lib/errors.ts';
import type { IndexStatus } from '#lib/identity/sync/status.ts';
import { peopleIndexModel } from '#lib/options/people-index.ts';
import type { Policy } from '#lib/policy/policy.ts';
import type { Connection } from '#lib/storage/schema.ts';

import { speakEnglish } from '../../lib/options/english.ts';
import { fakePorts, NOW, tested } from '../../lib/options/ports.ts';
import { allByRole, byRole } from './by-role.ts';

beforeEach(speakEnglish);
afterEach(() => render(null, document.body));

const FILLING: IndexStatus = { scope: { kind: 'everybody' }, state: 'filling', people: 400_000, of: 1_000_000, damaged: 0 };
const FRESH: IndexStatus = { ...FILLING, state: 'fresh', people: 1_000_000, upTo: NOW };
const MANY: IndexStatus = { ...FILLING, state: 'asks', people: 0, of: 1_200_000 };

interface Around {
  policy?: Policy;
  connection?: Connection;
}

async function open(index: IndexStatus, { policy, connection = tested }: Around = {}) {
  const fake = fakePorts({ connection, index });
  const model = peopleIndexModel(fake.ports);
  await model.start();
  render(<PeopleIndex model={model} policy={policy ?? null} now={NOW} />, document.body);
  await painted();
  return fake;
}
const painted = () => new Promise((done) => setTimeout(done, 20));
async function press(element: HTMLElement): Promise<void> {
  element.click();
  await painted();
}
const said = () => document.body.textContent;
const status = () => byRole('status', 'Everybody in Greenhouse, known on this computer').textContent;
const buttons = () => allByRole('button').map(({ textContent }) => textContent);

test('while it fills: how far, in a bar that says it too, and how to pause', async () => {
  const { index } = await open(FILLING);
  expect(status()).toContain('the newest people first');
  const bar = document.querySelector('progress');
  expect([bar?.value, bar?.getAttribute('aria-valuetext')]).toEqual([0.4, 'About 40%: 400,000 of about 1,000,000 people.']);
  expect(bar?.getAttribute('aria-label')).toBe('People known on this computer');
  index.tell({ ...FILLING, people: 600_000 });
  await painted();
  expect(bar?.value).toBe(0.6);
  expect(status(), 'a screen reader is not told each step').not.toContain('600');
  await press(byRole('button', 'Pause'));
  expect(status()).toContain('Paused');
  await press(byRole('button', 'Go on'));
  expect(index.said).toEqual([{ do: 'pause' }, { do: 'resume' }]);
});

test('how many there are is not known yet: a bar without an end', async () => {
  await open({ ...FILLING, of: undefined });
  expect(document.querySelector('progress')?.hasAttribute('value')).toBe(false);
  expect(said()).toContain('400,000 people known on this computer.');
});

test('complete: since when, and no bar', async () => {
  await open(FRESH);
  expect(status()).toContain('Complete: everybody, as Greenhouse was at');
  expect(document.querySelector('progress')).toBeNull();
  expect(said()).toContain('1,000,000 people known on this computer.');
});

test('fetching everybody again is asked about first', async () => {
  const { index } = await open(FRESH);
  await press(byRole('button', 'Fetch everybody again…'));
  expect(document.activeElement?.textContent).toBe('Keep it as it is');
  expect(index.said).toEqual([]);
  await press(byRole('button', 'Fetch again'));
  expect(index.said).toEqual([{ do: 'rebuild' }]);
});

test('held up: what, why, what next, and trying at once', async () => {
  const { index } = await open({ ...FILLING, state: 'failing', error: { code: 'greenhouse/unreachable' }, nextAt: NOW });
  const alert = byRole('alert');
  expect(alert.textContent).toContain('Greenhouse did not answer');
  expect(alert.textContent).toContain('tries again by itself at');
  await press(byRole('button', 'Try again now'));
  expect(index.said).toEqual([{ do: 'resume' }]);
  expect(allByRole('alert')).toEqual([]);
});

test('a full disk has paused it: what to do, and how it goes on', async () => {
  await open({ ...FILLING, state: 'paused', error: { code: 'storage/full' } });
  expect(status()).toContain('Paused');
  expect(byRole('alert').textContent).toContain('Free some disk space, or choose fewer people below. Then let it go on.');
  expect(buttons()).toContain('Go on');
});

test('people who could not be read are told by their number', async () => {
  await open({ ...FRESH, unreadable: 2 });
  expect(said()).toContain('2 people could not be read');
});

test('damaged parts are told, with what is done meanwhile', async () => {
  await open({ ...FRESH, state: 'filling', damaged: 3 });
  expect(said()).toContain('3 parts of what was kept are damaged and are being fetched again.');
});

test('very many people: asked first, with the time for 1, 20 and 500 browsers', async () => {
  const { index } = await open(MANY);
  const question = byRole('group', 'Very many people');
  expect(question.textContent).toContain('about 1,200,000 people');
  const rows = [...question.querySelectorAll('tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(rows).toEqual([
    ['1', '40 minutes'],
    ['20', '13 hours'],
    ['500', '14 days'],
  ]);
  expect(index.said).toEqual([]);
  await press(byRole('button', 'Fetch everybody'));
  expect(index.said).toEqual([{ do: 'start' }]);
});

test.each([
  ['Only the last 24 months', { kind: 'months', months: 24 }],
  ['Leave it off', { kind: 'off' }],
])('very many people, answered with: %s', async (name, scope) => {
  const { index } = await open(MANY);
  await press(byRole('button', name));
  expect(index.said).toEqual([{ do: 'choose', scope }]);
});

test('turning it off says how many are deleted, and the answer at hand keeps them', async () => {
  const { index } = await open(FRESH);
  await press(byRole('radio', 'Nobody: off'));
  expect(byRole('group', 'Turn it off').textContent).toContain('1,000,000 people is deleted from this computer');
  expect(document.activeElement?.textContent).toBe('Leave it on');
  await press(byRole('button', 'Leave it on'));
  expect((byRole('radio', 'Everybody') as HTMLInputElement).checked).toBe(true);
  expect(index.said).toEqual([]);
  await press(byRole('radio', 'Nobody: off'));
  await press(byRole('button', 'Turn it off'));
  expect(index.said).toEqual([{ do: 'choose', scope: { kind: 'off' } }]);
  expect(status()).toMatch(/^Off/);
  expect(buttons()).toEqual([]);
});

test('fewer months, by number', async () => {
  const { index } = await open(FRESH);
  await press(byRole('radio', /in the last 24 months$/));
  const field = byRole('spinbutton', 'Number of months') as HTMLInputElement;
  expect(field.value).toBe('24');
  field.value = '6';
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await painted();
  expect(index.said.at(-1)).toEqual({ do: 'choose', scope: { kind: 'months', months: 6 } });
});

test('what the organisation has locked is told and not asked', async () => {
  await open({ ...FRESH, scope: { kind: 'months', months: 12 } }, { policy: { locked: ['peopleIndex'], problems: [] } });
  expect(allByRole('radio')).toEqual([]);
  const field = byRole('textbox', 'Whom to know') as HTMLInputElement;
  expect([field.readOnly, field.value]).toEqual([true, 'Only people who changed in Greenhouse in the last 12 months']);
});

test('a very large one in which the organisation has the say asks for nothing but a start', async () => {
  await open(MANY, { policy: { locked: ['peopleIndex'], problems: [] } });
  expect(buttons()).toEqual(['Fetch everybody']);
});

test('with a partner key: that it cannot, and nothing to press', async () => {
  await open(FRESH, { connection: { ...tested, kind: 'partner' } });
  expect(said()).toContain('With a partner key Gleaner cannot look through Greenhouse');
  expect(document.querySelectorAll('button, input, progress')).toHaveLength(0);
});

test('a press that fails says so, and keeps what is shown', async () => {
  const { index } = await open(FILLING);
  index.fails(new AppError('message/lost'));
  await press(byRole('button', 'Pause'));
  expect(byRole('alert').textContent).toContain('The background part of Gleaner did not answer');
  expect(status()).toContain('the newest people first');
});
