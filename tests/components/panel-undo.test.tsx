// @vitest-environment happy-dom
/** Taking back an export of the queue: what can go is ticked, what stays says why, and what came of it is told. */
import { beforeEach, expect, test } from 'vitest';

import type { ExportView } from '#lib/export/schema.ts';

// The panel loads these when it first draws them; here they are at hand.
import '#components/panel/queue.tsx';
import '#components/panel/undo-after.tsx';

import { NOW, viewOf } from '../lib/panel/people.ts';
import { chosenWorld, openPanel, type World } from './open-panel.tsx';
import { button, one, text, waitForDrawing } from './screen.ts';

let world: World;

beforeEach(async () => {
  world = chosenWorld();
  await openPanel(world);
});

const LEFT: ExportView = viewOf({
  externalId: 'linkedin:tomas-brandt-fixture',
  name: 'Tomas Brandt',
  state: 'done',
  outcome: 'created',
  candidateId: 550,
  writtenAt: NOW,
  followUps: [{ step: 'note', state: 'failed' }],
});
async function hear(view: Partial<ExportView>) {
  world.heard.view?.({ ...LEFT, ...view });
  await waitForDrawing();
}
async function ask(can: ('application' | 'person' | 'tags')[]) {
  world.ports.exports.undoable.mockResolvedValue({
    can,
    cannot: [
      { what: 'tags', why: 'others-work' },
      { what: 'note', why: 'no-call' },
    ],
  });
  await hear({});
  button('Undo…: Tomas Brandt').click();
  await expect.poll(() => boxes().length).toBe(can.length);
}
const box = () => document.querySelector<HTMLElement>('.undo-after');
const boxes = () => [...document.querySelectorAll<HTMLInputElement>('.undo-after input')];

test('what can go is ticked, and goes together; what stays says why, with the way there', async () => {
  await ask(['application', 'person']);
  expect(document.activeElement).toBe(box());
  expect(boxes().map(({ checked }) => checked)).toEqual([true, true]);
  expect(text(box()!)).toMatch(/The tags that it added: changed in Greenhouse since.*The note\. Greenhouse has no way/);
  expect(one('link', 'Open in Greenhouse: Tomas Brandt').getAttribute('href')).toContain('/people/550');
  expect(box()?.querySelector('a'), 'it stands in the row already').toBeNull();
  button('Undo in Greenhouse').click();
  expect(world.ports.exports.takeBack).toHaveBeenCalledWith(expect.objectContaining({ writtenAt: NOW }), [
    'application',
    'person',
  ]);
});

test('an application that shall stay keeps its person, and a person that shall go takes their application', async () => {
  await ask(['application', 'person']);
  boxes()[0]!.click();
  await waitForDrawing();
  expect(boxes().map(({ checked }) => checked)).toEqual([false, false]);
  expect(button('Undo in Greenhouse').disabled).toBe(true);
  boxes()[1]!.click();
  await waitForDrawing();
  expect(boxes().map(({ checked }) => checked)).toEqual([true, true]);
});

test('what has changed since is looked at again, and nothing is said to be taken back', async () => {
  await ask(['application']);
  world.ports.exports.takeBack.mockResolvedValue(LEFT);
  button('Undo in Greenhouse').click();
  await waitForDrawing();
  expect(world.ports.exports.undoable).toHaveBeenCalledTimes(2);
  expect(text(box()!)).not.toContain('Taken back');
});

test('while it waits it can be hurried, or left; in the end each part is told', async () => {
  const back = [
    { part: 'application', state: 'done' },
    { part: 'person', state: 'failed', error: { code: 'greenhouse/forbidden', detail: { scope: 'harvest:candidates:destroy' } } },
  ] as const;
  await hear({ state: 'taking-back', retryAt: NOW + 60_000, back: [{ part: 'application', state: 'waiting' }] });
  world.ports.exports.answer.mockImplementation((view) => Promise.resolve(view));
  button('Leave it as it is: Tomas Brandt').click();
  expect(world.ports.exports.answer).toHaveBeenCalledWith(expect.objectContaining({ state: 'taking-back' }), { do: 'drop' });
  await waitForDrawing();
  await hear({ state: 'taken-back', back: [...back] });
  await expect.poll(box).not.toBeNull();
  expect(text(box()!), 'there is none here').not.toContain('draft');
  expect(text(box()!)).toMatch(
    /Taken back: The application\..*Not taken back: The person, with everything on them\. Greenhouse did not allow this\. Needed scope: harvest:candidates:destroy\./,
  );
});
