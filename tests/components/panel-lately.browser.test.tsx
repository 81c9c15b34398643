/** "Exported lately", in a real browser: what it shows before it is opened, while it reads, and when it cannot; and undoing from there. */
import '../lib/storage/fake-extension.ts';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { AppError } from '#lib/errors.ts';
import type { Called, ExportView } from '#lib/export/schema.ts';

// The panel loads these when it first draws them; here they are at hand.
import '#components/panel/arrived.tsx';
import '#components/panel/locked.tsx';
import '#components/panel/queue.tsx';
import '#components/panel/undo-after.tsx';

import { fakeWorld } from '../lib/panel/fake-ports.ts';
import { connection, NOW, STAFF, viewOf } from '../lib/panel/people.ts';
import { openPanel, type World } from './open-panel.tsx';
import { all, button, one, text } from './screen.ts';

const HOUR_MS = 3_600_000;
const NOBODY = 'Nothing is left here. Exports stay on this list for 24 hours.';

let world: World;

beforeEach(async () => {
  world = fakeWorld();
  await openPanel(world);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** As the database gives a row back that is over: without a name. */
const TOMAS: ExportView = viewOf({
  externalId: 'linkedin:tomas-brandt-fixture',
  name: '',
  state: 'done',
  outcome: 'created',
  candidateId: 550,
  jobName: STAFF.name,
  startedAt: NOW - 2 * HOUR_MS,
  writtenAt: NOW - 2 * HOUR_MS,
});
const INES: ExportView = { ...TOMAS, id: '00000000-0000-4000-8000-00000000bbbb', candidateId: 551, externalId: 'github:7' };
const NAMES: Called[] = [
  { candidateId: 550, name: 'Tomas Brandt' },
  { candidateId: 551, name: 'Ines Duarte' },
];
const hear = (view: Partial<ExportView>, of = TOMAS) => world.heard.view?.({ ...of, ...view });
const fold = () => document.querySelector<HTMLDetailsElement>('details.lately');
const items = () => [...document.querySelectorAll<HTMLElement>('.lately li')].map(text);
const open = async () => {
  await expect.poll(fold).not.toBeNull();
  fold()?.querySelector('summary')?.click();
};
const opened = async (...views: Partial<ExportView>[]) => {
  world.ports.exports.names.mockResolvedValue(NAMES);
  for (const view of views) hear(view);
  await open();
  await expect.poll(() => items().join()).toContain('Tomas Brandt');
};

test('it is folded, says how many, and reads nothing until it is opened', async () => {
  expect(fold()).toBeNull();
  hear({});
  hear({}, INES);
  await expect.poll(() => text(fold() ?? document.body)).toBe('Exported lately (2)');
  expect(fold()?.open).toBe(false);
  expect(world.ports.exports.names).not.toHaveBeenCalled();
  await opened();
  expect(world.ports.exports.names).toHaveBeenCalledTimes(1);
  expect(items()).toEqual([
    expect.stringMatching(/^Ines Duarte.*for Staff Backend Engineer · 2 hours ago/),
    expect.stringMatching(/^Tomas Brandt.*for Staff Backend Engineer · 2 hours ago/),
  ]);
  expect(one('link', 'Open in Greenhouse: Tomas Brandt for Staff Backend Engineer').getAttribute('href')).toBe(
    'https://app.greenhouse.io/people/550',
  );
  // Undoing is asked for when somebody wants to know, and not before.
  expect(world.ports.exports.undoable).not.toHaveBeenCalled();
});

test('what is in the queue, on its way, let go, another account’s, or of the day before is not in it', async () => {
  hear({ followUps: [{ step: 'note', state: 'failed' }] });
  hear({ state: 'matching' }, INES);
  hear({ id: '00000000-0000-4000-8000-00000000cccc', elsewhere: true });
  hear({ id: '00000000-0000-4000-8000-00000000dddd', writtenAt: NOW - 25 * HOUR_MS });
  const { candidateId: _gone, ...undone } = TOMAS;
  world.heard.view?.({ ...undone, id: '00000000-0000-4000-8000-00000000eeee', state: 'undone' });
  await expect.poll(() => document.querySelectorAll('.queue li').length).toBe(2);
  expect(fold()).toBeNull();
});

test('while it reads and when it cannot, the links and Undo are there all the same, and it is asked again on request', async () => {
  let refuse = (_error: AppError) => {};
  world.ports.exports.names.mockImplementationOnce(() => new Promise((_resolve, reject) => (refuse = reject)));
  hear({});
  await open();
  await expect.poll(() => text(fold() ?? document.body)).toContain('Looking…linkedin:tomas-brandt-fixture');
  button('Undo…: linkedin:tomas-brandt-fixture for Staff Backend Engineer');
  refuse(new AppError('greenhouse/unreachable'));
  await expect.poll(() => all('alert').map(text).join()).toMatch(/Greenhouse .*Try again in a moment\./);
  expect(text(fold() ?? document.body)).not.toMatch(/Looking…|draft is kept/);
  world.ports.exports.names.mockResolvedValue(NAMES);
  button('Try again').click();
  await expect.poll(() => items().join()).toContain('Tomas Brandt');
  expect(all('alert')).toEqual([]);
});

test('whoever Greenhouse does not show is told as that', async () => {
  world.ports.exports.names.mockResolvedValue([]);
  hear({});
  hear({ startedAt: NOW }, INES);
  await open();
  await expect
    .poll(() => items().join())
    .toMatch(/github:7.*does not list new people at once.*They may have been merged or deleted/);
});

test('whoever arrives while it is open is called by their name, and nothing is said of them before Greenhouse was asked', async () => {
  world.ports.exports.names.mockResolvedValueOnce(NAMES.slice(0, 1));
  hear({});
  await open();
  await expect.poll(() => items().join()).toContain('Tomas Brandt');
  let answer = (_names: Called[]) => {};
  world.ports.exports.names.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  hear({}, INES);
  await expect.poll(() => items().join()).toContain('github:7');
  expect(items().join()).not.toContain('merged or deleted');
  await expect.poll(() => world.ports.exports.names.mock.calls.length).toBe(2);
  answer(NAMES.slice(1));
  await expect.poll(() => items().join()).toMatch(/Ines Duarte.*Tomas Brandt/);
});

test('what waits for the passphrase goes on once it was given', async () => {
  world.ports.exports.names.mockRejectedValueOnce(new AppError('settings/passphrase'));
  world.vault.turn('locked');
  const before = world.vault.watching.size;
  hear({});
  await open();
  await expect.poll(() => text(fold() ?? document.body)).toContain('Waits for your passphrase.');
  await expect.poll(() => world.vault.watching.size).toBeGreaterThan(before);
  world.ports.exports.names.mockResolvedValue(NAMES);
  world.vault.turn('unlocked');
  await expect.poll(() => items().join()).toContain('Tomas Brandt');
});

test('it is undone where it stands: nothing moves to the queue while it goes on, and what came of it is told', async () => {
  world.ports.exports.undoable.mockResolvedValue({ can: ['application', 'person'], cannot: [] });
  const back = [{ part: 'person', state: 'waiting' }] as const;
  world.ports.exports.takeBack.mockImplementation((view) => Promise.resolve({ ...view, state: 'taking-back', back: [...back] }));
  await opened({});
  button('Undo…: Tomas Brandt for Staff Backend Engineer').click();
  const box = () => document.querySelector<HTMLElement>('.lately .undo-after');
  await expect.poll(() => document.activeElement === box() && box() !== null).toBe(true);
  await expect.poll(() => all('button').map(text)).toContain('Undo in Greenhouse');
  button('Undo in Greenhouse').click();
  await expect.poll(() => text(box() ?? document.body)).toBe('Taking it back…');
  expect(document.querySelector('.queue')).toBeNull();
  expect(document.activeElement).toBe(box());
  const { candidateId: _gone, ...view } = TOMAS;
  world.heard.view?.({ ...view, state: 'taken-back', back: [{ part: 'person', state: 'done' }] });
  await expect.poll(() => text(box() ?? document.body)).toBe('Taken back: The person, with everything on them.');
  expect(items().join()).toContain('Tomas Brandt');
  expect(all('link').map(text)).not.toContain('Open in Greenhouse');
  // Folded and opened again, it is no more.
  fold()?.querySelector('summary')?.click();
  await expect.poll(fold).toBeNull();
});

test('whoever has it open is told when nothing is left', async () => {
  await opened({});
  hear({ elsewhere: true });
  await expect.poll(() => text(fold() ?? document.body)).toBe(`Exported lately (0)${NOBODY}`);
});

test('an undo that is still going on goes on in the queue when the fold is closed', async () => {
  await opened({});
  button('Undo…: Tomas Brandt for Staff Backend Engineer').click();
  hear({ state: 'taking-back', back: [{ part: 'application', state: 'waiting' }] });
  await expect.poll(() => text(fold() ?? document.body)).toContain('Taking it back…');
  fold()?.querySelector('summary')?.click();
  await expect.poll(fold).toBeNull();
  await expect.poll(() => [...document.querySelectorAll('.queue li')].map(text).join()).toContain('Taking it back…');
});

test('for another account it is folded again, without the names of the one before', async () => {
  await opened({});
  hear({}, INES);
  world.ports.exports.list.mockResolvedValue([{ ...TOMAS, elsewhere: true }, INES]);
  const { organisation: _one, ...identity } = connection.identity!;
  world.heard.connection?.({ ...connection, identity: { ...identity, organisation: { id: '2', name: 'Alder Labs' } } });
  await expect.poll(() => text(fold() ?? document.body)).toBe('Exported lately (1)');
  expect(world.ports.exports.names).toHaveBeenCalledTimes(1);
});
