// @vitest-environment happy-dom
/** Two records of one person: both on show before anything is merged, and three ways on, beside the profile and in the queue. */
import { beforeEach, expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import type { ExportView } from '#lib/export/schema.ts';
import type { Match } from '#lib/identity/schema.ts';

// The panel loads these when it first draws them; here they are at hand.
import '#components/panel/after-press.tsx';
import '#components/panel/queue.tsx';
import '#components/panel/twice.tsx';

import { matchOf, NOW, STAFF, viewOf } from '../lib/panel/people.ts';
import { chosenWorld, openPanel, type World } from './open-panel.tsx';
import { all, button, one, text, waitForDrawing } from './screen.ts';

let world: World;

beforeEach(async () => {
  world = chosenWorld();
  await openPanel(world);
});

const [OURS, THEIRS] = [551, 550];
const asked: Partial<ExportView> = {
  state: 'needs-you',
  question: 'twice',
  outcome: 'created',
  candidateId: OURS,
  twins: [THEIRS],
  candidateIds: [THEIRS],
  writtenAt: NOW,
};
const of = (candidateId: number, changes: Partial<Match['person']>): Match => {
  const { person } = matchOf(candidateId);
  return { person: { ...person, ...changes }, agrees: [] };
};

async function hear(view: Partial<ExportView>) {
  world.heard.view?.(viewOf(view));
  await waitForDrawing();
  await waitForDrawing();
}
async function ask(changes: Partial<ExportView> = {}) {
  world.ports.exports.people.mockResolvedValue([
    of(OURS, { title: 'Staff Engineer', phones: ['+49 30 1'] }),
    of(THEIRS, {
      title: 'Principal',
      emails: ['m@okafor.example'],
      tags: ['rust'],
      createdAt: new Date(NOW - 60_000).toISOString(),
    }),
  ]);
  await hear({ ...asked, ...changes });
}
const alert = () => text(all('alert').find((each) => text(each).startsWith('There are two records')) ?? document.body);

test('both are shown as they are, the lower number stays, and what may be lost is named before anything is pressed', async () => {
  await ask();
  expect(alert()).toMatch(/Number 550, made by somebody else.*Title and company: Principal.*Emails: m@okafor\.example/);
  expect(alert()).toMatch(/rust.*Made 1 minute ago/);
  expect(alert()).toMatch(/Number 551, made by you.*Phones: \+49 30 1.*On: Platform Engineer: Phone Screen/);
  expect(alert()).toContain('What number 551 has (jobs, notes, addresses) goes to number 550.');
  expect(alert()).toContain('these may be lost: Staff Engineer');
  button('Make them one: number 550 stays: Mira Okafor').click();
  expect(world.ports.exports.answer).toHaveBeenCalledWith(expect.objectContaining(asked), { do: 'merge', survivorId: THEIRS });
});

test.each([
  ['Take mine back', 'step-back'],
  ['Keep both', 'keep-both'],
])('%s', async (name, answer) => {
  await ask();
  button(name).click();
  expect(world.ports.exports.answer).toHaveBeenCalledWith(expect.objectContaining(asked), { do: answer });
});

test('nothing is merged that is not on show', async () => {
  world.ports.exports.people.mockRejectedValue(new AppError('greenhouse/unreachable'));
  await hear(asked);
  expect(button('Make them one: number 550 stays: Mira Okafor').disabled).toBe(true);
  world.ports.exports.people.mockResolvedValue([of(OURS, {})]);
  button('Try again').click();
  await expect.poll(alert).toContain('Greenhouse does not show this record');
  expect(button('Make them one: number 550 stays: Mira Okafor').disabled).toBe(true);
});

test('what may not be read yet is read on a press, once the right is there', async () => {
  const { people } = world.ports.exports;
  const merge = () => button('Make them one: number 550 stays: Mira Okafor');
  people.mockRejectedValue(new AppError('greenhouse/forbidden', { scope: 'harvest:applications:list' }));
  await hear(asked);
  await expect.poll(alert).toContain('Open settings');
  button('Try again').click();
  await expect.poll(() => people.mock.calls.length).toBe(2);
  await expect.poll(alert).toContain('Open settings');
  people.mockResolvedValue([of(OURS, {}), of(THEIRS, {})]);
  button('Try again').click();
  await expect.poll(() => merge().disabled).toBe(false);
  expect(people).toHaveBeenCalledTimes(3);
});

test.each([
  [OURS, THEIRS],
  [THEIRS, OURS],
])('of two of which one is gone by somebody else’s hand it goes on with number %i', async (left, gone) => {
  const startedAt = NOW - 2 * 60 * 60_000;
  await ask({ startedAt });
  world.ports.exports.people.mockResolvedValue([of(left, {})]);
  await hear({ ...asked, startedAt, writtenAt: NOW + 1 });
  await expect.poll(alert).toContain('Greenhouse shows only one of them by now');
  expect(alert()).not.toContain(`What number ${gone}`);
  expect(alert(), 'there is nothing to step back for').not.toContain('Take mine back');
  button(`Go on with number ${left}: Mira Okafor`).click();
  expect(world.ports.exports.answer).toHaveBeenCalledWith(expect.objectContaining({ question: 'twice' }), {
    do: 'merge',
    survivorId: left,
  });
});

test.each([
  [
    { error: { code: 'greenhouse/forbidden', detail: { scope: 'harvest:candidates:merge' } } },
    /did not allow this.*candidates:merge.*by hand/,
  ],
  [{ back: [{ part: 'application', state: 'failed', why: 'others-work' }] }, /Somebody else has worked on your record/],
  [{ back: [{ part: 'person', state: 'failed', why: 'no-right' }] }, /Your credential may not do this/],
  [{ back: [{ part: 'person', state: 'failed', why: 'not-listed' }] }, /Greenhouse does not show this record/],
] as [Partial<ExportView>, RegExp][])('what the last answer ran into is told: %j', async (changes, words) => {
  await ask(changes);
  expect(alert()).toMatch(words);
});

test('in the queue it is the same question', async () => {
  await ask({ externalId: 'linkedin:tomas-brandt-fixture', name: 'Tomas Brandt' });
  button('Choose: Tomas Brandt').click();
  await waitForDrawing();
  await waitForDrawing();
  button('Make them one: number 550 stays: Tomas Brandt').click();
  expect(world.ports.exports.answer).toHaveBeenCalledWith(expect.objectContaining(asked), { do: 'merge', survivorId: THEIRS });
});

test('a merge whose answer was lost is told as that', async () => {
  await hear({
    state: 'merging',
    outcome: 'created',
    candidateId: OURS,
    twins: [THEIRS],
    retryAt: NOW + 5000,
    waitsFor: 'answer-lost',
  });
  expect(text(document.body)).toMatch(/The two records are being made one.*The answer was lost/);
  button('Look again now').click();
  expect(world.ports.exports.answer).toHaveBeenCalledWith(expect.objectContaining({ state: 'merging' }), { do: 'retry' });
});

test('the end is told: one record, ours gone, or ours left with nothing on it; and to the other that they are the first', async () => {
  await hear({ state: 'merging', outcome: 'created', candidateId: OURS });
  await hear({ state: 'done', outcome: 'merged', candidateId: THEIRS, name: '' });
  expect(text(document.body)).toContain('The two records of Mira Okafor are one now');
  expect(one('link', 'Open in Greenhouse').getAttribute('href')).toBe('https://app.greenhouse.io/people/550');
  const back = { state: 'done', outcome: 'stepped-back', candidateId: THEIRS, name: '', jobName: STAFF.name } as const;
  await hear({ ...back, twins: [OURS] });
  expect(text(document.body)).toMatch(/Your export of Mira Okafor was taken back.*Your record, number 551, is still there/);
  expect(text(document.body)).not.toContain(`on ${STAFF.name}`);
  const error = { code: 'greenhouse/unknown-outcome' } as const;
  await hear({ ...back, twins: [OURS], back: [{ part: 'person', state: 'failed', error }] });
  expect(text(document.body)).toContain('Nobody knows whether your record, number 551, is still there');
  expect(text(document.body)).not.toContain('551, is still there, without');
  await hear({ state: 'done', outcome: 'created', candidateId: THEIRS, twins: [OURS], name: '' });
  expect(text(document.body)).toMatch(/Mira Okafor is in Greenhouse.*second record of them, number 551.*Yours was first/);
});
