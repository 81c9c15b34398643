// @vitest-environment happy-dom
/** What the panel says while an export is not simply on its way: asked who it is, looked for, or waiting in the queue. */
import { beforeEach, expect, test } from 'vitest';

import type { ExportView } from '#lib/export/schema.ts';

// The panel loads these when it first draws them; here they are at hand.
import '#components/panel/after-press.tsx';
import '#components/panel/connect.tsx';
import '#components/panel/queue.tsx';
import '#components/panel/unreadable.tsx';

import { known, matchOf, NOW, STAFF, viewOf } from '../lib/panel/people.ts';
import { chosenWorld, openPanel, type World } from './open-panel.tsx';
import { all, button, one, text, waitForDrawing } from './screen.ts';

let world: World;

beforeEach(async () => {
  world = chosenWorld();
  await openPanel(world);
});

async function hear(view: Partial<ExportView>) {
  world.heard.view?.(viewOf(view));
  await waitForDrawing();
}

test('somebody who is there by now is shown with name, reason and place before anybody decides', async () => {
  world.ports.greenhouse.find.mockResolvedValue(known);
  await hear({ state: 'needs-you', question: 'known', candidateIds: [550], jobName: STAFF.name });
  const alert = one('alert', text(all('alert')[0] ?? document.body));
  expect(text(alert)).toMatch(/Mira Okafor.*Same email mira@okafor\.example.*Platform Engineer: Phone Screen/);
  expect(alert.querySelector('a')?.getAttribute('href')).toBe('https://app.greenhouse.io/people/550');
  button('Add Mira Okafor to the job').click();
  expect(world.ports.exports.answer).toHaveBeenCalledWith(expect.objectContaining({ question: 'known' }), {
    do: 'add-to',
    candidateId: 550,
  });
});

test('while Greenhouse does not say who it is, they can be looked at', async () => {
  world.ports.greenhouse.find.mockReturnValue(new Promise(() => {}));
  await hear({ state: 'needs-you', question: 'known', candidateIds: [550] });
  button('Add to candidate 550');
  expect(all('link').map((link) => link.getAttribute('href'))).toContain('https://app.greenhouse.io/people/550');
});

test('a lost answer is looked for, and nothing there speaks of sending again', async () => {
  await hear({ state: 'creating', error: { code: 'greenhouse/unknown-outcome' }, retryAt: NOW + 15_000 });
  const [alert] = all('alert');
  expect(text(alert ?? document.body)).toMatch(/^Looking whether it arrived.*Gleaner looks again at \d/);
  expect(text(alert ?? document.body)).not.toMatch(/try|send|sent/i);
  button('Look again now').click();
  expect(world.ports.exports.answer).toHaveBeenCalledWith(expect.objectContaining({ state: 'creating' }), { do: 'retry' });
});

test('of whom an application was lost it is known who they are: that it is there is said at once, with its question', async () => {
  const asked = { state: 'needs-you', question: 'unknown-outcome', candidateId: 550, writtenAt: NOW } as const;
  await hear(asked);
  expect(button('They are there').hasAttribute('aria-expanded')).toBe(false);
  button('They are there').click();
  expect(world.ports.exports.answer).toHaveBeenCalledWith(expect.objectContaining(asked), { do: 'is-there' });
});

test('another’s export that waits is one press away from the line that counts it', async () => {
  await hear({ externalId: 'linkedin:tomas-brandt-fixture', name: 'Tomas Brandt', state: 'matching', retryAt: NOW + 15_000 });
  button('1 waiting').click();
  expect(text(document.activeElement ?? document.body)).toBe('Sending');
});

test('done: the verdict is scrolled to, and the keyboard stands at the message', async () => {
  await hear({ state: 'held' });
  const main = document.querySelector('main');
  if (main) main.scrollTop = 300;
  await hear({ state: 'done', outcome: 'created', candidateId: 550 });
  expect(main?.scrollTop).toBe(0);
  expect(text(document.activeElement ?? document.body)).toMatch(/^Mira Okafor is in Greenhouse/);
});

test('done while somebody writes: they are left where they are', async () => {
  await hear({ state: 'held' });
  const title = one('textbox', 'Title');
  title.focus();
  await hear({ state: 'done', outcome: 'created', candidateId: 550 });
  expect(document.activeElement).toBe(title);
});

test('an export that there is no room to write down does not seem to be sending, and says what helps', async () => {
  await hear({ state: 'matching', waitsFor: 'storage', error: { code: 'storage/full' } });
  const [alert] = all('alert');
  expect(text(alert ?? document.body)).toMatch(
    /^There is no room left on this device.*Free some disk space\. The export goes on by itself/,
  );
  expect(text(alert ?? document.body)).not.toMatch(/Nothing was sent/);
  button('Try again').click();
  expect(world.ports.exports.answer).toHaveBeenCalledWith(expect.objectContaining({ waitsFor: 'storage' }), { do: 'retry' });
});

test('an export that cannot be read offers nothing that would do nothing, and tells who is there', async () => {
  world.ports.exports.people.mockResolvedValue([matchOf(550)]);
  await hear({ state: 'needs-you', name: '', error: { code: 'storage/corrupt' } });
  await waitForDrawing();
  const foot = document.querySelector('footer') ?? document.body;
  expect(text(foot)).toMatch(/cannot read this export any more.*Nothing of it is sent\..*Greenhouse shows them\..*Mira Okafor/);
  expect([...foot.querySelectorAll('[role="alert"] button')].map(text)).toEqual(['Drop this export']);
});
