// @vitest-environment happy-dom
/** The verdict as a recruiter reads it: what is said when, why, what could not be seen, and every word that can be said to it. */
import { describe, expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import type { Agreement, BlindSpot, Verdict } from '#lib/identity/schema.ts';
import type { IndexStatus } from '#lib/identity/sync/status.ts';
import type { Panel } from '#lib/panel/panel.ts';

import { fakeWorld, TOMAS_TAB } from '../lib/panel/fake-ports.ts';
import { known, knownHere, matchOf, nobody, nobodyHere, PLATFORM, possible, STAFF, tomas, viewOf } from '../lib/panel/people.ts';
import { closePanel, openPanel, type World } from './open-panel.tsx';
import { all, button, one, press, text, type, waitForDrawing } from './screen.ts';

let world: World;
let panel: Panel;

async function open(verdict: Verdict | AppError | undefined, here: Verdict = nobodyHere, prepared = fakeWorld()) {
  world = prepared;
  world.ports.greenhouse.known.mockResolvedValue(here);
  if (verdict instanceof AppError) world.ports.greenhouse.find.mockRejectedValue(verdict);
  else world.ports.greenhouse.find.mockReturnValue(verdict ? Promise.resolve(verdict) : new Promise(() => {}));
  panel = await openPanel(world);
}

const status = () => text(one('status', 'Match'));
const names = (role: string) => all(role).map((element) => element.getAttribute('aria-label') ?? text(element));

describe('before Greenhouse has answered', () => {
  test('somebody whom this machine knows is in Greenhouse, with the reason', async () => {
    await open(undefined, knownHere());
    expect(status()).toBe('In Greenhouse Same LinkedIn profile Looking up where they stand…');
    one('link', 'Open in Greenhouse');
  });

  test('nobody whom this machine knows is being looked up', async () => {
    await open(undefined);
    expect(status()).toMatch(/^Checking Greenhouse…/);
    expect(document.querySelector('.by-hand')).toBeNull();
  });

  test('several whom this machine knows are told, and shown once it is known who they are', async () => {
    const here: Verdict = { ...knownHere(), kind: 'possible', matches: [...knownHere().matches, ...knownHere(551).matches] };
    await open(undefined, here);
    expect(status()).toBe(
      'Possible match 2 people in Greenhouse share something with this one. Who is it? Looking up who they are…',
    );
    expect(document.querySelector('.matches')).toBeNull();
  });
});

describe('where Greenhouse cannot be asked', () => {
  const refused = new AppError('greenhouse/unreachable');

  test('somebody whom this machine knows stays in Greenhouse, and both is said', async () => {
    await open(refused, knownHere());
    expect(status()).toBe('In Greenhouse Same LinkedIn profile Greenhouse could not be asked where they stand.');
    expect(all('alert')).toHaveLength(1);
  });

  test('several are shown by their numbers', async () => {
    await open(refused, { ...knownHere(), kind: 'possible' });
    expect(status()).toContain('Greenhouse could not be asked who they are.');
    expect(text(document.querySelector('.matches')!)).toMatch(/^candidate 550 ?Same LinkedIn profile/);
    expect(text(document.querySelector('.matches')!)).not.toContain('On no job');
  });

  test('nobody is called new', async () => {
    await open(refused);
    expect(all('status').map(text).join(' ')).not.toContain('New');
    expect(all('alert')).toHaveLength(1);
  });
});

describe('reasons', () => {
  const cases: [Agreement, string][] = [
    [{ by: 'said', value: '' }, 'You said so'],
    [{ by: 'export', value: 'linkedin:mira' }, 'Exported by you'],
    [{ by: 'external-id', value: 'github:4711' }, 'Same GitHub profile'],
    [{ by: 'external-id', value: 'linkedin-recruiter:AEM' }, 'Same LinkedIn profile'],
    [{ by: 'external-id', value: 'other tool 17' }, 'Same profile'],
    [{ by: 'profile', value: 'https://www.xing.com/profile/Mira_Okafor' }, 'Same XING profile'],
    [{ by: 'profile', value: 'https://www.mira.example/about/' }, 'Same page mira.example/about'],
    [{ by: 'email', value: 'mira@okafor.example' }, 'Same email mira@okafor.example'],
    [{ by: 'phone', value: '+44 20 7946 0000' }, 'Same phone number'],
    [{ by: 'name-company', value: 'Mira Okafor, Quayside' }, 'Same name and company'],
    [{ by: 'name', value: 'Mira Okafor' }, 'Same name'],
  ];

  test.each(cases)('%o reads as it is meant', async (agreement, words) => {
    await open({ ...known, matches: [{ ...matchOf(550), agrees: [agreement] }] });
    expect(status()).toContain(`In Greenhouse Mira Okafor${words}`);
  });

  test('several stand side by side, each once', async () => {
    const agrees: Agreement[] = [
      { by: 'external-id', value: 'github:4711' },
      { by: 'profile', value: 'https://github.com/mira-fixture' },
      { by: 'email', value: 'mira@okafor.example' },
    ];
    await open({ ...known, matches: [{ ...matchOf(550), agrees }] });
    expect([...document.querySelectorAll('.verdict .why')].map((line) => [...line.children].map(text))[0]).toEqual([
      'Mira Okafor',
      'Same GitHub profile',
      'Same email mira@okafor.example',
    ]);
  });
});

test('that the name agrees is not said twice', async () => {
  const agrees: Agreement[] = [
    { by: 'name-company', value: 'Mira Okafor' },
    { by: 'name', value: 'Mira Okafor' },
  ];
  await open({ ...known, matches: [{ ...matchOf(550), agrees }] });
  expect(status()).toContain('Same name and company');
  expect(status()).not.toMatch(/Same name(?! and)/);
});

test('more than three reasons are counted', async () => {
  const agrees: Agreement[] = ['linkedin:a', 'github:b', 'xing:c', 'orcid:d', 'kaggle:e'].map((value) => ({
    by: 'external-id',
    value,
  }));
  await open({ ...known, matches: [{ ...matchOf(550), agrees }] });
  expect(status()).toContain('Same XING profile2 more reasons');
});

test('somebody known: stage, recruiter, last activity, tags, and that they are private', async () => {
  const { person } = matchOf(550);
  const tags = ['Kubernetes', 'Go', 'Rust', 'Berlin', 'Remote', 'Speaker', 'Alum'];
  await open({ ...known, matches: [{ ...matchOf(550), person: { ...person, tags, private: true } }] });
  expect(status()).toMatch(/Platform Engineer: Phone Screen/);
  expect(status()).toMatch(
    /Recruiter Ana Duarte ?Last touched .* ago ?Private candidate ?Tags: Kubernetes, Go, Rust, Berlin, Remote, Speaker, …$/,
  );
});

test('somebody rejected: when, and why', async () => {
  const { person } = matchOf(550);
  const [application] = person.applications;
  const rejected = {
    ...application!,
    status: 'rejected' as const,
    rejectedAt: '2026-03-14T09:00:00Z',
    rejectReason: 'Too few years',
  };
  await open({ ...known, matches: [{ ...matchOf(550), person: { ...person, applications: [rejected] } }] });
  expect(status()).toContain('Platform Engineer: rejected on March 14, 2026 (Too few years)');
});

describe('words', () => {
  test('several: each can be said to be them or not, and all of them at once', async () => {
    await open(possible);
    expect(names('button').filter((name) => /them/i.test(name))).toEqual([
      'This is them: Mira Okafor',
      'Not them: Mira Okafor',
      'This is them: Miriam Okafor',
      'Not them: Miriam Okafor',
      'None of them',
    ]);
    button('Not them: Mira Okafor').click();
    await waitForDrawing();
    expect(status()).toBe('Possible match 1 person in Greenhouse may be this one.');
    button('Not them: Miriam Okafor').click();
    await waitForDrawing();
    expect(status()).toBe('New Whoever was found is somebody else, as you said.');
    button('Show the matches again').click();
    await waitForDrawing();
    expect(status()).toMatch(/^Possible match 2/);
  });

  test('known: not them, or a second record all the same, each taken back', async () => {
    await open(known);
    button('Not them').click();
    await waitForDrawing();
    expect(status()).toBe('New Whoever was found is somebody else, as you said.');
    button('Show the matches again').click();
    await waitForDrawing();
    button('Create anyway').click();
    await waitForDrawing();
    expect(status()).toBe('New A second record will be made, as you asked.');
  });

  test('while an export is under way nothing can be said here', async () => {
    const prepared = fakeWorld();
    prepared.ports.exports.list.mockResolvedValue([viewOf({ state: 'creating' })]);
    await open(possible, nobodyHere, prepared);
    expect(names('button').filter((name) => /them/i.test(name))).toEqual([]);
  });
});

describe('what could not be looked at', () => {
  const index = (over: Partial<IndexStatus>): IndexStatus => ({
    scope: { kind: 'everybody' },
    state: 'filling',
    people: 400_000,
    of: 1_000_000,
    damaged: 0,
    ...over,
  });
  const blind = () => text(document.querySelector('.blind')!);

  const cases: [BlindSpot, Partial<IndexStatus>, string, string?][] = [
    [
      'index-off',
      { state: 'off' },
      'The index of everybody in Greenhouse is off, so phone numbers, names and most profiles were not compared.',
      'settings',
    ],
    ['index-filling', {}, 'Greenhouse is being read: the newest 400,000 people are in, about 40 %.'],
    ['index-filling', { people: 999_999 }, 'Greenhouse is being read: the newest 999,999 people are in, about 99 %.'],
    ['index-filling', { of: undefined }, 'Greenhouse is being read: the newest 400,000 people are in.'],
    ['index-filling', { people: 0 }, 'The index of everybody in Greenhouse is still empty, so few people are known yet.'],
    [
      'index-off',
      { people: 0, state: 'asks' },
      'The index of everybody in Greenhouse waits for your word, so few people are known yet.',
      'settings',
    ],
    [
      'index-filling',
      { state: 'paused' },
      'Reading Greenhouse is paused: the newest 400,000 people are in, about 40 %.',
      'resume',
    ],
    [
      'index-filling',
      { state: 'failing' },
      'Greenhouse could not be read further just now: the newest 400,000 people are in, about 40 %.',
      'settings',
    ],
    [
      'index-months',
      { scope: { kind: 'months', months: 12 } },
      'Only people touched in the last 12 months are known here.',
      'settings',
    ],
    [
      'index-stale',
      { upTo: Date.parse('2026-05-01T09:00:00Z') },
      'What changed in Greenhouse after May 1, 2026 is not known here yet.',
    ],
    ['index-stale', {}, 'What changed in Greenhouse lately is not known here yet.'],
    [
      'index-unreadable',
      { unreadable: 1 },
      '1 person could not be read, since Greenhouse’s record of them is damaged, so they may not be found here.',
    ],
    ['index-damaged', { damaged: 1 }, 'A part of the index was damaged and is being read again.'],
    [
      'no-external-ids',
      {},
      'Greenhouse keeps no profile IDs that this key may use, so a colleague’s export of a moment ago may not be seen.',
      'settings',
    ],
    [
      'not-shown',
      {},
      'Somebody known by this profile is no longer shown by Greenhouse: they were deleted, merged with another record, or hidden from your key.',
    ],
  ];

  test.each(cases)('%s %o', async (spot, status, sentence, helps) => {
    await open({ ...nobody, blind: [spot], index: index(status) });
    expect(blind()).toBe(`${sentence}${helps === 'settings' ? ' Open settings' : helps === 'resume' ? ' Go on' : ''}`);
    if (helps === 'settings') button('Open settings').click();
    if (helps === 'resume') button('Go on').click();
    await waitForDrawing();
    expect(world.ports.openOptions).toHaveBeenCalledTimes(helps === 'settings' ? 1 : 0);
    expect(world.ports.peopleIndex.command.mock.calls).toEqual(helps === 'resume' ? [[{ do: 'resume' }]] : []);
  });

  test('several are folded; how far the index is stays on show', async () => {
    await open({ ...nobody, blind: ['index-filling', 'no-external-ids', 'not-shown'], index: index({}) });
    expect(text(document.querySelector('.blind summary')!)).toContain('Greenhouse is being read');
    expect(document.querySelectorAll('.blind li')).toHaveLength(2);
    world.ports.greenhouse.find.mockResolvedValue({
      ...nobody,
      blind: ['index-off', 'not-shown'],
      index: index({ state: 'off' }),
    });
    panel.verdict.again();
    await waitForDrawing();
    expect(text(document.querySelector('.blind summary')!)).toBe('2 things could not be looked at');
    expect(document.querySelectorAll('.blind li')).toHaveLength(2);
  });

  test('what is told of the index meanwhile is shown; once it is whole, it is asked again', async () => {
    await open({ ...nobody, blind: ['index-filling'], index: index({}) });
    world.heard.index?.(index({ people: 500_000 }));
    await waitForDrawing();
    expect(blind()).toBe('Greenhouse is being read: the newest 500,000 people are in, about 50 %.');
    world.ports.greenhouse.find.mockResolvedValue(known);
    world.heard.index?.(index({ state: 'fresh', people: 1_000_000, upTo: 1 }));
    await waitForDrawing();
    expect(status()).toMatch(/^In Greenhouse/);
  });

  test('nothing is said when all was looked at, and nothing of somebody who was found', async () => {
    await open({ ...nobody, blind: [], index: index({ state: 'fresh' }) });
    expect(document.querySelector('.blind')).toBeNull();
    closePanel();
    await open({ ...known, blind: ['not-shown'] });
    expect(document.querySelector('.blind')).toBeNull();
  });
});

describe('searching by hand', () => {
  const box = () => document.querySelector<HTMLInputElement>('#by-hand')!;
  const search = async (typed: string) => {
    document.querySelector<HTMLDetailsElement>('.by-hand')!.open = true;
    await type(box(), typed);
    button('Search').click();
    await waitForDrawing();
  };

  test('whoever is found is shown with the reason, and becomes them with one word', async () => {
    await open(nobody, nobodyHere, fakeWorld({ siteChoice: { kind: 'candidate', jobId: STAFF.id, tags: [] } }));
    world.ports.greenhouse.search.mockResolvedValue([{ ...matchOf(777, 'Mirjam'), agrees: [{ by: 'name', value: 'Okafor' }] }]);
    await search('  Okafor ');
    expect(world.ports.greenhouse.search.mock.calls).toEqual([[{ text: 'Okafor' }]]);
    expect(text(document.querySelector('.by-hand li')!)).toMatch(/^Mirjam Okafor ?Same name ?Platform Engineer: Phone Screen/);
    button('This is them: Mirjam Okafor').click();
    await waitForDrawing();
    expect(status()).toMatch(/^In Greenhouse Mirjam Okafor ?You said so ?Same name/);
    expect(button('Add to job').disabled).toBe(false);
    expect(world.ports.greenhouse.decide).toHaveBeenLastCalledWith(expect.objectContaining({ candidateId: 777, is: 'them' }));
  });

  test('nobody found, and a failure, are said', async () => {
    await open(nobody);
    await search('nobody@here.example');
    expect(text(one('status', 'Search result'))).toBe('Nobody found by that.');
    world.ports.greenhouse.search.mockRejectedValue(new AppError('greenhouse/unreachable'));
    await search('nobody@here.example');
    expect(text(one('status', 'Search result'))).toMatch(/\w+ \w+/);
    expect(text(one('status', 'Search result'))).not.toContain('Nobody');
  });

  test('nothing is asked for nothing, and another person begins with nothing typed', async () => {
    await open(nobody);
    await search('   ');
    expect(button('Search').disabled).toBe(true);
    await type(box(), 'Okafor');
    world.ports.tab.read.mockResolvedValue(tomas);
    await world.show(TOMAS_TAB);
    await waitForDrawing();
    expect(box().value).toBe('');
    expect(world.ports.greenhouse.search).not.toHaveBeenCalled();
  });

  test('is not offered for somebody known', async () => {
    await open(known);
    expect(document.querySelector('.by-hand')).toBeNull();
  });
});

describe('an update', () => {
  test('is what the button does for somebody on the job, and says afterwards what it added', async () => {
    await open(known);
    await type(one('combobox', 'Job'), PLATFORM.name);
    await press(one('combobox', 'Job'), 'Enter');
    button('Update in Greenhouse').click();
    await waitForDrawing();
    world.heard.view?.({ ...panel.row.value!, state: 'done', outcome: 'updated', candidateId: 550, added: ['profile', 'email'] });
    await waitForDrawing();
    expect(text(document.querySelector('.success')!)).toBe(
      'Mira Okafor is up to date in GreenhouseAdded: the address of this profile, email addresses',
    );
  });

  test('that found nothing missing says so', async () => {
    await open(known);
    button('Update in Greenhouse').click();
    await waitForDrawing();
    world.heard.view?.({ ...panel.row.value!, state: 'done', outcome: 'updated', candidateId: 550, added: [] });
    await waitForDrawing();
    expect(text(document.querySelector('.success')!)).toContain('Nothing was missing there.');
  });
});
