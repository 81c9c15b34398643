// @vitest-environment happy-dom
/** The panel as people and screen readers meet it: by roles and names, the ones that outside checks rely on. */
import { beforeEach, describe, expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import type { ExportView } from '#lib/export/schema.ts';
import type { Panel } from '#lib/panel/panel.ts';

// The panel loads these when it first draws them; here they are at hand.
import '#components/panel/details.tsx';
import '#components/panel/after-press.tsx';
import '#components/panel/connect.tsx';
import '#components/panel/nobody.tsx';
import '#components/panel/possible-matches.tsx';

import { fakeWorld } from '../lib/panel/fake-ports.ts';
import { connection, known, PLATFORM, possible, readingOf, STAFF, viewOf } from '../lib/panel/people.ts';
import { openPanel, type World } from './open-panel.tsx';
import { all, button, one, text, type, press, waitForDrawing } from './screen.ts';

let world: World;
let panel: Panel;

async function open(prepared = fakeWorld()) {
  world = prepared;
  panel = await openPanel(world);
}

async function pick(name: string) {
  await type(one('combobox', 'Job'), name);
  await press(one('combobox', 'Job'), 'Enter');
}

describe('a new person', () => {
  beforeEach(() => open());

  test('every promised role and name is there, once', () => {
    expect(text(one('status', 'Match'))).toMatch(/^New/);
    for (const name of ['First name', 'Last name', 'Title', 'Company', 'Location']) one('textbox', name);
    for (const name of ['Emails', 'Phones', 'Links']) one('group', name);
    one('combobox', 'Job');
    one('radio', 'Candidate');
    one('radio', 'Prospect');
    button('Export to Greenhouse');
  });

  test('an uncertain field says so in words', () => {
    const title = one('textbox', 'Title');
    const note = document.getElementById(title.getAttribute('aria-describedby') ?? '');
    expect(note?.querySelector('.sr')?.textContent).toBe('Uncertain: from headline');
  });

  test('the button says what is needed until a job is chosen, then where it sends', async () => {
    expect(button('Export to Greenhouse').disabled).toBe(true);
    expect(text(one('combobox', 'Job').closest('body') ?? document.body)).toContain('Choose a job, or make them a prospect.');
    await pick('staff');
    expect(button('Export to Greenhouse').disabled).toBe(false);
    const line = document.getElementById(button('Export to Greenhouse').getAttribute('aria-describedby') ?? '');
    expect(line?.textContent).toContain('to Staff Backend Engineer');
  });

  test('the job box is worked by keys alone', async () => {
    const box = one('combobox', 'Job');
    await press(box, 'ArrowDown');
    expect(box.getAttribute('aria-expanded')).toBe('true');
    expect(all('option').map(text)[0]).toBe('No job (prospect)');
    await press(box, 'End');
    const active = document.getElementById(box.getAttribute('aria-activedescendant') ?? '');
    expect(active?.getAttribute('aria-selected')).toBe('true');
    expect(active).toBe(all('option').at(-1));
    await press(box, 'Escape');
    expect(all('option')).toHaveLength(0);
    await press(box, 'ArrowDown');
    await press(box, 'Home');
    await press(box, 'Enter');
    expect((one('radio', 'Prospect') as HTMLInputElement).checked).toBe(true);
    expect(button('Export to Greenhouse').disabled).toBe(false);
  });

  test('pressed, it can be undone, and then pressed again', async () => {
    await pick('staff');
    button('Export to Greenhouse').click();
    await waitForDrawing();
    expect(all('button').map(text)).toContain('Send now');
    button('Undo').click();
    await waitForDrawing();
    expect(button('Export to Greenhouse').disabled).toBe(false);
  });

  test('the second half of a double click does not undo', async () => {
    await pick('staff');
    button('Export to Greenhouse').click();
    await waitForDrawing();
    button('Undo').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    await waitForDrawing();
    expect(world.ports.exports.undo).not.toHaveBeenCalled();
  });

  test('done, there is one link to Greenhouse', async () => {
    await pick('staff');
    button('Export to Greenhouse').click();
    await waitForDrawing();
    world.ports.greenhouse.find.mockResolvedValue(known);
    const row = panel.row.value as ExportView;
    world.heard.view?.({
      ...row,
      state: 'done',
      outcome: 'created',
      candidateId: 550,
      applicationId: 77,
      followUps: [{ step: 'note', state: 'failed' }],
    });
    await waitForDrawing();
    const link = one('link', 'Open in Greenhouse');
    expect(link.getAttribute('href')).toBe('https://app.greenhouse.io/people/550?application_id=77');
    expect(link.getAttribute('rel')).toBe('noreferrer');
    expect(text(document.body)).toContain('The note was not added.');
    expect(text(one('status', 'Match'))).toMatch(/^In Greenhouse/);
  });

  test('P changes the kind, but not while somebody types', async () => {
    await press(one('textbox', 'Title'), 'p');
    expect((one('radio', 'Candidate') as HTMLInputElement).checked).toBe(true);
    await press(document.body, 'p');
    expect((one('radio', 'Prospect') as HTMLInputElement).checked).toBe(true);
  });

  test('unfolded, tags and note can be given', async () => {
    button('Change').click();
    await waitForDrawing();
    const tags = one('combobox', 'Tags');
    await type(tags, 'kubernetes');
    await press(tags, 'Enter');
    expect(panel.person.draft.value?.choice.tags).toEqual(['Kubernetes']);
    await type(one('textbox', 'Note'), 'Met at a meetup');
    expect(panel.person.draft.value?.note).toBe('Met at a meetup');
  });
});

describe('a known person', () => {
  beforeEach(async () => {
    const prepared = fakeWorld();
    prepared.ports.greenhouse.find.mockResolvedValue(known);
    await open(prepared);
  });

  test('is said to be in Greenhouse, with the reason, and is added to a job', async () => {
    expect(text(one('status', 'Match'))).toMatch(/^In Greenhouse.*Same email mira@okafor\.example/);
    one('link', 'Open in Greenhouse');
    await pick('staff');
    expect(button('Add to job').disabled).toBe(false);
  });

  test('on that job already: the button adds what is missing, and says so', async () => {
    await pick(PLATFORM.name);
    expect(button('Update in Greenhouse').disabled).toBe(false);
    expect(text(document.body)).toContain('They are on Platform Engineer already, in Phone Screen. Adds what Greenhouse lacks.');
  });
});

test('possible matches are shown with reasons and wait for a word', async () => {
  const prepared = fakeWorld({ siteChoice: { kind: 'candidate', jobId: STAFF.id, tags: [] } });
  prepared.ports.greenhouse.find.mockResolvedValue(possible);
  await open(prepared);
  expect(text(one('status', 'Match'))).toMatch(/^Possible match/);
  expect(button('Export to Greenhouse').disabled).toBe(true);
  button('This is them: Miriam Okafor').click();
  await waitForDrawing();
  expect(text(one('status', 'Match'))).toMatch(/^In Greenhouse/);
  expect(button('Add to job').disabled).toBe(false);
});

describe('hostile and unlucky pages', () => {
  test('markup in any field stays text', async () => {
    const poison = '<img src=x onerror=alert(1)>';
    const prepared = fakeWorld();
    prepared.ports.tab.read.mockResolvedValue(
      readingOf('poison-fixture', {
        firstName: poison,
        headline: poison,
        company: poison,
        emails: [{ value: poison, type: 'other' }],
        links: [{ url: 'javascript:alert(1)', kind: poison }],
        positions: [{ title: poison, company: poison }],
        skills: [poison],
      }),
    );
    await open(prepared);
    expect(document.querySelector('img, script')).toBeNull();
    expect(document.querySelector('a[href^="javascript:"]')).toBeNull();
    expect((one('textbox', 'Company') as HTMLInputElement).value).toBe(poison);
  });

  /** Where a person may be whose name was not found. */
  const POINT = 'Point at the name on the page';

  test.each(['not-ready', 'blocked', 'moved'] as const)('%s is an alert with one action', async (status) => {
    const prepared = fakeWorld();
    prepared.ports.tab.read.mockResolvedValue({ ...readingOf('x-fixture'), status, candidate: null });
    await open(prepared);
    expect(all('alert')).toHaveLength(1);
    expect(all('button').map(text)).toEqual(['Read again', ...(status === 'not-ready' ? [POINT] : [])]);
  });

  test('no person, no alarm: a sentence and one action', async () => {
    const prepared = fakeWorld();
    prepared.ports.tab.read.mockResolvedValue({ ...readingOf('x-fixture'), status: 'not-a-profile', candidate: null });
    await open(prepared);
    expect(all('alert')).toHaveLength(0);
    expect(text(document.body)).toContain('This page is not about one person');
    expect(all('button').map(text)).toEqual(['Read again', POINT]);
  });
});

describe('when Greenhouse fails', () => {
  test('everything failing at once is one alert, and the person stays', async () => {
    const prepared = fakeWorld();
    const refused = new AppError('greenhouse/unauthorized');
    prepared.ports.greenhouse.find.mockRejectedValue(refused);
    prepared.ports.greenhouse.jobs.mockRejectedValue(refused);
    prepared.ports.greenhouse.choices.mockRejectedValue(refused);
    await open(prepared);
    expect(all('alert').map(text)).toEqual([expect.stringContaining('Greenhouse refused the credential')]);
    button('Open settings').click();
    expect(prepared.ports.openOptions).toHaveBeenCalledTimes(1);
    expect((one('textbox', 'First name') as HTMLInputElement).value).toBe('Mira');
  });

  test('an export that stopped says why, and every way on reaches the worker', async () => {
    const prepared = fakeWorld();
    const row = viewOf({ state: 'needs-you', question: 'known', candidateIds: [550] });
    prepared.ports.exports.list.mockResolvedValue([row]);
    prepared.ports.greenhouse.find.mockResolvedValue(known);
    await open(prepared);
    expect(all('alert')).toHaveLength(1);
    button('Add to Mira Okafor').click();
    expect(prepared.ports.exports.answer).toHaveBeenCalledWith(expect.objectContaining({ id: row.id }), {
      do: 'add-to',
      candidateId: 550,
    });
  });

  test('not connected: the person is there, and one button leads to the settings', async () => {
    await open(fakeWorld({ connection: null }));
    one('textbox', 'First name');
    expect(button('Export to Greenhouse').disabled).toBe(true);
    button('Connect Greenhouse').click();
    expect(world.ports.openOptions).toHaveBeenCalledTimes(1);
    world.heard.connection?.(connection);
    await world.settle();
    await waitForDrawing();
    expect(text(one('status', 'Match'))).toMatch(/^New/);
  });
});

describe('where the organisation has set something', () => {
  const policy = {
    defaultSource: 'Referral',
    defaultTags: ['sourced', 'gleaner'],
    locked: ['defaultSource', 'defaultTags'],
    problems: [],
  };
  const described = (element: Element) => text(document.getElementById(element.getAttribute('aria-describedby') ?? '')!);

  test('a locked choice can be read by everybody, and says who made it', async () => {
    await open(fakeWorld({ policy }));
    button('Change').click();
    await waitForDrawing();
    for (const [name, value] of [
      ['Source', 'Referral'],
      ['Tags', 'sourced, gleaner'],
    ] as const) {
      const field = one('textbox', name) as HTMLInputElement;
      expect(field.value).toBe(value);
      expect(field.readOnly).toBe(true);
      expect(field.disabled, 'the keyboard reaches it').toBe(false);
      expect(described(field)).toBe('Set by your organisation.');
    }
    one('combobox', 'Who gets credit');
  });

  test('a source that Greenhouse does not have is told, and left to the recruiter', async () => {
    await open(fakeWorld({ policy: { ...policy, defaultSource: 'Referal' } }));
    button('Change').click();
    await waitForDrawing();
    one('combobox', 'Source');
    expect(document.body.textContent).toContain('Your organisation has chosen the source “Referal”');
  });

  test('a site that is left out is no failure: what, why, and whom to ask', async () => {
    const prepared = fakeWorld();
    prepared.ports.tab.read.mockRejectedValue(new AppError('page/not-allowed'));
    await open(prepared);
    expect(text(document.querySelector('h1')!)).toBe('Your organisation does not allow Gleaner on this site');
    expect(document.body.textContent).toContain('ask them to add it');
    expect(all('alert')).toEqual([]);
    expect(all('button')).toEqual([]);
  });
});

test('after an update it says so, and begins anew with what was typed written down', async () => {
  await open();
  await type(one('textbox', 'Title'), 'Head of Everything');
  world.ports.greenhouse.jobs.mockRejectedValueOnce(new AppError('message/outdated'));
  void panel.lists.load({ refresh: true });
  await world.settle();
  expect(all('alert').map((alert) => alert.textContent)).toEqual([
    expect.stringMatching(/^Gleaner was updated.*Reload this page\. Your draft is kept/),
  ]);
  let written: unknown[] = [];
  world.ports.reload.mockImplementation(() => void (written = [...world.drafts.values()]));
  button('Reload Gleaner').click();
  await world.settle();
  expect(written).toMatchObject([{ candidate: { title: 'Head of Everything' } }]);
});
