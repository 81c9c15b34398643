// @vitest-environment happy-dom
/** The queue: what each export waits for, its one action, the others folded, and choosing where the profile is not on show. */
import { beforeEach, expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import type { ExportView } from '#lib/export/schema.ts';

// The panel loads these when it first draws them; here they are at hand.
import '#components/panel/another-job.tsx';
import '#components/panel/choose.tsx';
import '#components/panel/export-report.tsx';
import '#components/panel/queue.tsx';
import '#components/panel/unreadable.tsx';

import { matchOf, NOW, PLATFORM, STAFF, viewOf } from '../lib/panel/people.ts';
import { chosenWorld, openPanel, type World } from './open-panel.tsx';
import { all, button, one, text, waitForDrawing } from './screen.ts';

let world: World;

beforeEach(async () => {
  world = chosenWorld();
  await openPanel(world);
});

/** Somebody who is not on show. */
const TOMAS = { externalId: 'linkedin:tomas-brandt-fixture', name: 'Tomas Brandt' };
async function hear(view: Partial<ExportView>) {
  world.heard.view?.(viewOf({ ...TOMAS, ...view }));
  await waitForDrawing();
}
const items = () => [...document.querySelectorAll<HTMLElement>('.queue li')];
const ways = () =>
  items().flatMap((item) =>
    [...item.querySelectorAll('button, a')].map(
      (each) => `${each.closest('details') ? '(' : ''}${each.getAttribute('aria-label')}`,
    ),
  );

test('one action for each export, by name, and the others folded', async () => {
  await hear({ state: 'held', jobName: STAFF.name });
  expect(ways()).toEqual(['Undo: Tomas Brandt', '(Send now: Tomas Brandt']);
  expect(text(items()[0] ?? document.body)).toContain(`for ${STAFF.name}`);
  expect(document.querySelector('.queue summary')?.getAttribute('aria-label')).toBe('More: Tomas Brandt');
  button('Undo: Tomas Brandt').click();
  expect(world.ports.exports.undo).toHaveBeenCalledWith(viewOf().id);
});

test('an answer goes with the view that it is to', async () => {
  const asked = { state: 'needs-you', question: 'unknown-outcome', writtenAt: NOW } as const;
  await hear(asked);
  expect(ways()).toEqual([
    'Look again now: Tomas Brandt',
    '(They are there: Tomas Brandt',
    '(Create anyway: Tomas Brandt',
    '(Drop: Tomas Brandt',
    '(Report for support: Tomas Brandt',
  ]);
  button('Create anyway: Tomas Brandt').click();
  expect(world.ports.exports.answer).toHaveBeenCalledWith(expect.objectContaining(asked), { do: 'create-anyway' });
});

test('what it ran into, and what helps', async () => {
  await hear({ state: 'needs-you', error: { code: 'greenhouse/forbidden' } });
  expect(text(items()[0] ?? document.body)).toMatch(/Greenhouse did not allow this\. The export stopped\. \w/);
  button('Open settings: Tomas Brandt').click();
  expect(world.ports.openOptions).toHaveBeenCalled();
});

test('who waits for somebody stands first', async () => {
  await hear({ state: 'needs-you', question: 'cannot-look', startedAt: NOW - 60_000 });
  await hear({ id: '00000000-0000-4000-8000-00000000bbbb', name: 'Ines Duarte', state: 'matching' });
  expect(items().map((item) => text(item.querySelector('b') ?? item))).toEqual(['Tomas Brandt', 'Ines Duarte']);
});

test('people behind a question are read when they are to be chosen from, and one of them is added to', async () => {
  const match = matchOf(551, 'Tomas');
  world.ports.exports.people.mockResolvedValue([{ ...match, person: { ...match.person, lastName: 'Brandt' } }]);
  await hear({ state: 'needs-you', question: 'known', candidateIds: [551], jobName: STAFF.name });
  expect(world.ports.exports.people).not.toHaveBeenCalled();
  expect(button('Choose: Tomas Brandt').getAttribute('aria-expanded')).toBe('false');
  button('Choose: Tomas Brandt').click();
  await waitForDrawing();
  expect(button('Choose: Tomas Brandt').getAttribute('aria-expanded')).toBe('true');
  button('Add Tomas Brandt to the job').click();
  expect(world.ports.exports.answer).toHaveBeenCalledWith(expect.objectContaining({ question: 'known' }), {
    do: 'add-to',
    candidateId: 551,
  });
});

test('an export whose job was closed is sent to another, of a list read anew', async () => {
  await hear({ state: 'needs-you', question: 'job-closed', jobName: STAFF.name });
  const read = world.ports.greenhouse.jobs.mock.calls.length;
  button('Choose: Tomas Brandt').click();
  await waitForDrawing();
  expect(world.ports.greenhouse.jobs.mock.calls.slice(read)).toEqual([[true]]);
  expect(button('Send').disabled).toBe(true);
  one('combobox', 'Send Tomas Brandt to').click();
  await waitForDrawing();
  const option = all('option').find((each) => text(each).includes(PLATFORM.name));
  option?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
  option?.click();
  await waitForDrawing();
  button('Send').click();
  expect(world.ports.exports.answer).toHaveBeenCalledWith(expect.objectContaining({ question: 'job-closed' }), {
    do: 'to-job',
    jobId: PLATFORM.id,
    jobName: PLATFORM.name,
  });
});

test('where they cannot be read they are chosen by number, and it is said why', async () => {
  world.ports.exports.people.mockRejectedValue(new AppError('greenhouse/unreachable'));
  await hear({ state: 'needs-you', question: 'hidden', candidateIds: [551] });
  button('Choose: Tomas Brandt').click();
  await waitForDrawing();
  expect(all('alert').map(text).join(' ')).toMatch(/Greenhouse .*You exported this person before/);
  button('Add to candidate 551');
});

test('what was left behind is named, and where it can be put right', async () => {
  await hear({ state: 'done', candidateId: 551, outcome: 'created', followUps: [{ step: 'note', state: 'unknown' }] });
  expect(text(items()[0] ?? document.body)).toContain('Nobody knows whether the note arrived.');
  expect(one('link', 'Open in Greenhouse: Tomas Brandt').getAttribute('href')).toBe('https://app.greenhouse.io/people/551');
});

test('what was let go, and may have been sent, is told of until it is taken off the list', async () => {
  await hear({ state: 'abandoned', writtenAt: NOW });
  expect(text(items()[0] ?? document.body)).toContain('It may have been sent');
  expect(ways()).toEqual(['Take off this list: Tomas Brandt', '(Report for support: Tomas Brandt']);
  button('Take off this list: Tomas Brandt').click();
  expect(world.ports.exports.answer).toHaveBeenCalledWith(expect.objectContaining({ state: 'abandoned' }), { do: 'dismiss' });
  await hear({ state: 'abandoned', writtenAt: NOW, dismissed: true });
  expect(items()).toEqual([]);
});

test('an export that was forgotten meanwhile is shown no longer, and it is said why', async () => {
  world.ports.exports.answer.mockRejectedValue(new AppError('export/gone'));
  await hear({ state: 'needs-you', question: 'cannot-look' });
  button('Create anyway: Tomas Brandt').click();
  await waitForDrawing();
  expect(items()).toEqual([]);
  expect(text(document.body)).toContain('This export is not here any more');
});

test('an export for another organisation says for whom it waits, and can be let go', async () => {
  await hear({ state: 'needs-you', elsewhere: true, organisation: 'Birch Labs' });
  expect(text(document.body)).toContain('Waits for Birch Labs. It goes on when Gleaner is connected there again.');
  expect(ways()).toEqual(['Open settings: Tomas Brandt', '(Drop: Tomas Brandt', '(Report for support: Tomas Brandt']);
  button('Drop: Tomas Brandt').click();
  expect(world.ports.exports.answer).toHaveBeenCalledWith(expect.objectContaining({ elsewhere: true }), { do: 'drop' });
});

test('a report that cannot be had is asked for again', async () => {
  world.ports.exports.report.mockRejectedValueOnce(new AppError('message/lost')).mockResolvedValue('{ "calls": [] }');
  await hear({ state: 'needs-you', question: 'unknown-outcome' });
  button('Report for support: Tomas Brandt').click();
  await waitForDrawing();
  button('Try again').click();
  await waitForDrawing();
  expect((one('textbox', 'What is in the report') as HTMLTextAreaElement).value).toBe('{ "calls": [] }');
});

test('the report is shown before it is copied, and says so', async () => {
  world.ports.exports.report.mockResolvedValue('{ "calls": [] }');
  await hear({ state: 'needs-you', question: 'unknown-outcome' });
  button('Report for support: Tomas Brandt').click();
  await waitForDrawing();
  await waitForDrawing();
  const shown = one('textbox', 'What is in the report') as HTMLTextAreaElement;
  expect(shown.value).toBe('{ "calls": [] }');
  expect(one('link', 'Save file').getAttribute('download')).toMatch(/^gleaner-export-\w+\.json$/);
  button('Copy').click();
  await waitForDrawing();
  expect(world.ports.copy).toHaveBeenCalledWith('{ "calls": [] }');
  expect(text(one('status', 'Copied'))).toBe('Copied');
});

test('an export that cannot be read is looked for by itself, and what is found is said', async () => {
  const match = matchOf(551, 'Tomas');
  world.ports.exports.people.mockResolvedValue([match]);
  const corrupt: Partial<ExportView> = { name: '', state: 'needs-you', error: { code: 'storage/corrupt' } };
  await hear(corrupt);
  await waitForDrawing();
  expect(world.ports.exports.people).toHaveBeenCalledWith(viewOf().id);
  expect(text(items()[0] ?? document.body)).toMatch(
    /cannot read it any more, so nothing of it is sent\..*Greenhouse shows them\..*Tomas Okafor.*Platform Engineer: Phone Screen/,
  );
  expect(ways().slice(0, 1)).toEqual(['Drop: tomas-brandt-fixture on LinkedIn']);
  expect(all('button').map(text)).not.toContain('Look again');
});

test('nobody found is said no more strongly than it is known, and can be looked for again', async () => {
  await hear({ name: '', state: 'needs-you', error: { code: 'storage/corrupt' } });
  await waitForDrawing();
  expect(text(items()[0] ?? document.body)).toContain('By what is left of it, Greenhouse does not show this person.');
  world.ports.exports.people.mockRejectedValue(new AppError('greenhouse/unreachable'));
  button('Look again').click();
  await waitForDrawing();
  expect(text(items()[0] ?? document.body)).toMatch(/Whether they are in Greenhouse could not be looked up\. Greenhouse /);
  expect(text(items()[0] ?? document.body)).not.toContain('does not show');
});

test('one of another account is not looked for here', async () => {
  await hear({ name: '', state: 'needs-you', elsewhere: true, error: { code: 'storage/corrupt' } });
  await waitForDrawing();
  expect(text(items()[0] ?? document.body)).toContain('not connected to the Greenhouse that they were meant for');
  expect(world.ports.exports.people).not.toHaveBeenCalled();
});
