// @vitest-environment happy-dom
/** The panel with a partner key: what it cannot do is not there, and one sentence says so where it would be. */
import { describe, expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import type { Panel } from '#lib/panel/panel.ts';
import type { SiteChoice } from '#lib/storage/schema.ts';

// The panel loads these when it first draws them; here they are at hand.
import '#components/panel/details.tsx';
import '#components/panel/after-press.tsx';
import '#components/panel/is-there.tsx';
import '#components/panel/more-jobs.tsx';

import { fakeWorld } from '../lib/panel/fake-ports.ts';
import { choices, connection, matchOf, nobody, partnerConnection, STAFF, viewOf } from '../lib/panel/people.ts';
import { openPanel, type World } from './open-panel.tsx';
import { all, button, one, press, text, type, waitForDrawing } from './screen.ts';

let world: World;
let panel: Panel;

const SENTENCE = 'A partner key cannot set source, credit, stage or tags';

async function open(prepared: ReturnType<typeof fakeWorld>) {
  world = prepared;
  panel = await openPanel(world);
}

function partnerWorld(choice: Partial<SiteChoice> = {}, kept = partnerConnection) {
  const prepared = fakeWorld({ connection: kept, siteChoice: { kind: 'candidate', jobId: STAFF.id, tags: [], ...choice } });
  prepared.ports.greenhouse.choices.mockResolvedValue({ ...choices, sources: [], credits: [], tags: [] });
  prepared.ports.greenhouse.find.mockResolvedValue({ ...nobody, checked: ['export'] });
  return prepared;
}

const named = (name: string) => document.querySelector(`#${name}`);

describe('somebody new', () => {
  test('is said to be new to this browser only, because nobody can be looked up', async () => {
    await open(partnerWorld());
    expect(text(one('status', 'Match'))).toMatch(/^New .*A partner key cannot look people up/);
  });

  test.each(['candidate', 'prospect'] as const)(
    'as a %s has no source, credit, stage or tags to choose, and that is said once',
    async (kind) => {
      await open(partnerWorld({ kind }));
      expect(['stage', 'source', 'credit', 'tags', 'visibility'].filter(named)).toEqual([]);
      expect(text(document.body).split(SENTENCE)).toHaveLength(2);
      expect(all('button').map(text)).not.toContain('Change');
      expect(text(document.body)).not.toMatch(/No source|No credit/);
    },
  );

  test('with an API credential has all of it, and no such sentence', async () => {
    await open(partnerWorld({}, connection));
    button('Change').click();
    await waitForDrawing();
    expect(['stage', 'source', 'credit', 'tags'].filter((name) => !named(name))).toEqual([]);
    expect(text(document.body)).not.toContain(SENTENCE);
    expect(all('button').map(text)).not.toContain('Make a tracking link');
  });

  test('goes onto one job, and into a pool', async () => {
    await open(partnerWorld({ kind: 'prospect' }));
    expect(all('button').filter((one) => /another/i.test(text(one)))).toEqual([]);
    expect(text(one('combobox', 'Pool'))).toContain('Nordics 2026');
  });

  test('may be given a note, which everybody can read', async () => {
    await open(partnerWorld());
    await type(one('textbox', 'Note'), 'Met at a meetup');
    expect(named('visibility')).toBeNull();
    expect(panel.person.draft.value).toMatchObject({ note: 'Met at a meetup', noteVisibility: 'public' });
    expect(text(document.body)).toContain('Everybody there can read the note.');
  });

  test('costs no call for stages, even by the keys that unfold', async () => {
    await open(partnerWorld());
    await press(document.body, 't');
    await press(document.body, 'n');
    expect(world.ports.greenhouse.stages).not.toHaveBeenCalled();
    expect(document.activeElement?.id).toBe('note');
  });

  test('is exported with nothing that the key cannot do', async () => {
    await open(partnerWorld());
    button('Export to Greenhouse').click();
    await waitForDrawing();
    const [request] = world.ports.exports.start.mock.calls[0] ?? [];
    expect(request).toMatchObject({ target: { kind: 'candidate', jobId: STAFF.id }, tags: [] });
    expect(request).not.toHaveProperty('sourceId');
    expect(request).not.toHaveProperty('referrerId');
  });
});

describe('a tracking link', () => {
  const make = async () => {
    button('Make a tracking link').click();
    await waitForDrawing();
  };

  test('is made for the chosen job when it is wanted, and is there to be copied', async () => {
    await open(partnerWorld());
    expect(world.ports.greenhouse.trackingLink).not.toHaveBeenCalled();
    await make();
    expect(world.ports.greenhouse.trackingLink).toHaveBeenCalledExactlyOnceWith(STAFF.id);
    expect((one('textbox', 'Tracking link') as HTMLInputElement).value).toBe('https://jobs.example/1?gh_src=abc');
  });

  test('that Greenhouse refuses says so, and can be tried again', async () => {
    const prepared = partnerWorld();
    prepared.ports.greenhouse.trackingLink.mockRejectedValueOnce(new AppError('greenhouse/forbidden'));
    await open(prepared);
    await make();
    expect(text(one('status', 'Tracking link'))).toBe('Greenhouse did not allow this');
    await make();
    one('textbox', 'Tracking link');
  });

  test('is offered for a job only', async () => {
    await open(partnerWorld({ kind: 'prospect', jobId: null }));
    expect(all('button').map(text)).not.toContain('Make a tracking link');
  });
});

describe('somebody whom this browser exported', () => {
  const exported = (person: object) => ({
    ...nobody,
    kind: 'known' as const,
    checked: ['export' as const],
    matches: [
      {
        person: { ...matchOf(550).person, ...person },
        agrees: [{ by: 'export' as const, value: 'linkedin:mira-okafor-fixture' }],
      },
    ],
  });

  test('can be opened where Greenhouse said that they are, and cannot be added to a job', async () => {
    const prepared = partnerWorld();
    const pageUrl = 'https://app2.greenhouse.io/people/550?application_id=31';
    prepared.ports.greenhouse.find.mockResolvedValue(exported({ pageUrl }));
    await open(prepared);
    expect(one('link', 'Open in Greenhouse').getAttribute('href')).toBe(pageUrl);
    expect(button('Add to job').disabled).toBe(true);
    expect(text(named('send-line') ?? document.body)).toContain('A partner key cannot add somebody known to a job.');
    button('Create anyway').click();
    await waitForDrawing();
    expect(button('Export to Greenhouse').disabled).toBe(false);
  });

  test('and whom Greenhouse does not show is known all the same', async () => {
    const prepared = partnerWorld();
    prepared.ports.greenhouse.find.mockResolvedValue(exported({ firstName: '', lastName: '', applications: [], unread: true }));
    await open(prepared);
    expect(text(one('status', 'Match'))).toMatch(/^In Greenhouse .*Greenhouse does not show them to this key/);
    expect(one('link', 'Open in Greenhouse').getAttribute('href')).toBe('https://app.greenhouse.io/people/550');
  });
});

describe('an export that waits for a word', () => {
  const waiting = async (over: Parameters<typeof viewOf>[0]) => {
    const prepared = partnerWorld();
    const row = viewOf({ state: 'needs-you', ...over });
    prepared.ports.exports.list.mockResolvedValue([row]);
    await open(prepared);
    return row;
  };

  test('whose answer was lost asks at once, and does not promise to look', async () => {
    const row = await waiting({ question: 'cannot-look' });
    expect(all('alert').map(text)).toEqual([expect.stringContaining('a partner key cannot look people up')]);
    expect(
      all('button')
        .map(text)
        .filter((name) => /look/i.test(name)),
    ).toEqual([]);
    button('They are not there: export again').click();
    expect(world.ports.exports.answer).toHaveBeenLastCalledWith(row, { do: 'create-anyway' });
  });

  test('takes a number that it is not shown by the recruiter’s word', async () => {
    const row = await waiting({ question: 'cannot-look' });
    button('They are there').click();
    await waitForDrawing();
    await waitForDrawing();
    button('Go on without the number');
    await type(one('textbox', 'Number or link of the person in Greenhouse'), '550');
    button('Look them up').click();
    await waitForDrawing();
    expect(text(one('status', 'Whose number it is'))).toBe(
      'A partner key does not show whose number 550 is. Check it in Greenhouse.',
    );
    button('Yes, number 550 is them').click();
    expect(world.ports.exports.answer).toHaveBeenLastCalledWith(row, { do: 'is-there', candidateId: 550 });
  });

  test('about somebody who is known by now offers no adding', async () => {
    await waiting({ question: 'known', candidateIds: [550] });
    expect(all('alert').map(text)).toEqual([expect.stringContaining('This browser exported them before.')]);
    const ways = [...(all('alert')[0]?.querySelectorAll('button, a') ?? [])].map(text);
    expect(ways).toEqual(['Look at candidate 550', 'Create anyway', 'Drop this export']);
  });

  test('done, it links to the page that Greenhouse named', async () => {
    const pageUrl = 'https://app2.greenhouse.io/people/550?application_id=31';
    const row = await waiting({});
    world.heard.view?.({ ...row, state: 'done', outcome: 'created', candidateId: 550, applicationId: 77, pageUrl });
    await waitForDrawing();
    expect(one('link', 'Open in Greenhouse').getAttribute('href')).toBe(pageUrl);
  });
});
