import { describe, expect, test } from 'vitest';

import { step, type Moment } from '#lib/export/machine.ts';
import type { Row } from '#lib/export/row.ts';

import { application, failed, HOUR, looked, lookedForLost, lost, MINUTE, moment, NOW, person, SECOND, WOKEN } from './rows.ts';

/** When it was looked for, and what the row said after each look, until it rests for good. */
function looks(row: Row, at: (now: number) => Partial<Moment>): { minutes: number; state: string }[] {
  const seen = [];
  let next = step(row, failed('make', 'greenhouse/unknown-outcome', 'unknown'), moment({ now: NOW, ...at(NOW) }));
  while (next.act.do === 'rest' && next.act.until !== undefined) {
    const now = next.act.until;
    expect(step(next.row, WOKEN, moment({ now, ...at(now) })).act).toEqual({ do: 'look', whom: 'lost' });
    next = step(next.row, lookedForLost(), moment({ now, ...at(now) }));
    seen.push({ minutes: (now - NOW) / MINUTE, state: next.row.view.state });
  }
  return seen;
}

describe('a create whose answer never came', () => {
  test('is looked for often, asked about after ten minutes, and looked for still for a day', () => {
    const seen = looks(lost(), () => ({}));
    const asked = seen.findIndex(({ state }) => state === 'needs-you');
    expect(seen.slice(0, asked).every(({ state }) => state === 'creating')).toBe(true);
    expect(seen[asked]?.minutes).toBe(10);
    expect(seen.map(({ minutes }) => minutes).slice(asked)).toEqual([10, 15, 30, 60, 180, 720, 1440]);
  });

  test('is asked about by Greenhouse’s clock: one of this device that leaps ends no patience', () => {
    const leapt = lost({ sends: [{ what: 'person', at: NOW, theirs: NOW }] });
    const next = step(leapt, lookedForLost(), moment({ now: NOW + 5 * HOUR, theirs: NOW + 5 * SECOND }));
    expect(next.row.view.state).toBe('creating');
    const back = step(leapt, lookedForLost(), moment({ now: NOW - 5 * HOUR, theirs: NOW + 11 * MINUTE }));
    expect(back.row.view.state).toBe('needs-you');
  });

  test('is not asked about after one look, where only the device’s clock tells how long it was', () => {
    expect(step(lost(), lookedForLost(), moment({ now: NOW + 5 * HOUR })).row.view.state).toBe('creating');
    expect(step(lost(), lookedForLost(), moment({ now: NOW - 5 * HOUR })).row.view.state).toBe('creating');
  });

  test('is told as created once it is found, also after the question', () => {
    const asked = lost({ view: { state: 'needs-you', question: 'unknown-outcome', retryAt: NOW } });
    for (const row of [lost(), asked]) {
      const next = step(row, lookedForLost({ people: [person()] }), moment({ now: NOW + MINUTE }));
      expect(next.row).toMatchObject({
        view: { state: 'created', outcome: 'created', candidateId: 1001, applicationId: 2001 },
        sends: [{ closed: 'found' }],
      });
    }
  });

  test('is of two made at one moment whoever came nearest to the sending', () => {
    const made = (candidateId: number, after: number) => person({ candidateId, createdAt: new Date(NOW + after).toISOString() });
    const people = [made(1009, 7 * SECOND), made(1005, SECOND), made(1001, -9 * SECOND), person({ candidateId: 1002 })];
    const row = lost({ sends: [{ what: 'person', at: NOW - 5 * MINUTE, theirs: NOW }] });
    expect(step(row, lookedForLost({ people }), moment()).row.view.candidateId).toBe(1005);
    const willing = { ...row, saidAt: NOW, view: { ...row.view, state: 'matching' } } as const;
    expect(step(willing, looked({ people }), moment()).row.view.candidateId).toBe(1005);
  });

  test('is linked to the profile where it was made without its id', () => {
    const found = (externalIds: string[]) =>
      step(lost(), lookedForLost({ people: [person({ externalIds })] }), moment({ now: NOW + MINUTE })).row.view.followUps;
    expect(found([])).toEqual([{ step: 'identity', state: 'waiting' }]);
    expect(found(['linkedin:mira-okafor-fixture'])).toEqual([]);
  });

  test('stays lost while looking fails, whatever the reason', () => {
    const down = step(lost(), failed('look', 'greenhouse/unreachable', 'no'), moment());
    expect(down.row).toMatchObject({ view: { state: 'creating' }, sends: [{ what: 'person' }] });
    const refused = step(lost(), failed('look', 'greenhouse/forbidden', 'refused'), moment());
    expect(refused.row.view.state).toBe('needs-you');
    expect(refused.row.sends[0]?.closed).toBeUndefined();
    expect(step(refused.row, { is: 'said', answer: { do: 'retry' } }, moment()).row.view.state).toBe('creating');
  });
});

describe('of a create that failed', () => {
  test.each(['bug', 'greenhouse/garbled', 'greenhouse/unknown-outcome'] as const)(
    '%s without a proof that nothing was made is looked for',
    (code) => {
      const next = step(lost(), failed('make', code, 'unknown'), moment());
      expect(next.row).toMatchObject({ view: { state: 'creating', waitsFor: 'answer-lost' } });
      expect(next.row.sends[0]?.closed).toBeUndefined();
    },
  );

  test.each([
    ['refused', 'greenhouse/unauthorized', 'needs-you'],
    ['refused', 'greenhouse/limited', 'matching'],
    ['no', 'greenhouse/unreachable', 'matching'],
    ['no', 'settings/passphrase', 'needs-you'],
  ] as const)('proved to be not done (%s: %s) it starts over as %s', (sent, code, state) => {
    const next = step(lost(), failed('make', code, sent), moment());
    expect(next.row).toMatchObject({ view: { state, error: { code } }, sends: [{ closed: 'refused' }] });
  });

  test('that did not leave, because another account is connected by now, nothing is told but that it waits', () => {
    const next = step(lost(), failed('make', 'message/refused', 'no'), moment({ here: 'other-account' }));
    expect(next.row.view).not.toHaveProperty('error');
    expect(next).toMatchObject({ row: { view: { state: 'matching' } }, act: { do: 'rest' } });
  });
});

describe('taken for who was lost is', () => {
  const found = (row: Row, ...people: ReturnType<typeof person>[]) =>
    step(row, lookedForLost({ people }), moment({ now: NOW + MINUTE })).row.view.outcome;
  const ids = { externalIds: [] };

  test('who bears our external id, or the profile, or the email and the name', () => {
    expect(found(lost(), person({ emails: [], firstName: 'M.' }))).toBe('created');
    expect(found(lost(), person({ ...ids, emails: [], urls: ['https://linkedin.com/in/mira-okafor-fixture'] }))).toBe('created');
    expect(found(lost(), person(ids))).toBe('created');
  });

  test('nobody who only shares an address with them', () => {
    expect(found(lost(), person({ ...ids, firstName: 'Ann', lastName: 'Bell' }))).toBeUndefined();
  });

  test('nobody who was seen before, nor who came of another export of ours', () => {
    expect(found(lost({ before: [1001] }), person())).toBeUndefined();
    const own = [{ rowId: 'other', over: true, open: false, sure: true, at: NOW, candidateId: 1001 }];
    expect(step(lost(), lookedForLost({ people: [person()], own }), moment()).row.view.outcome).toBeUndefined();
  });

  test('nobody who is older, by Greenhouse’s own clock where it told', () => {
    const createdAt = new Date(NOW - 10 * MINUTE).toISOString();
    const sends = [{ what: 'person', at: NOW, theirs: NOW }] as const;
    expect(found(lost({ sends }), person({ createdAt }))).toBeUndefined();
    expect(found(lost(), person({ createdAt })), 'a device’s clock may be a day off').toBe('created');
  });

  test('nobody who stands only on other jobs, nor who stands on none yet: applications may be listed later', () => {
    expect(found(lost(), person({ applications: [application({ jobId: 7 })] }))).toBeUndefined();
    expect(found(lost(), person({ applications: [] }))).toBeUndefined();
  });

  test('of a lost application, that very candidate’s new one', () => {
    const sends = [{ what: 'application', at: NOW, theirs: NOW }] as const;
    const row = lost({ sends, view: { candidateId: 1001 } });
    expect(found(row, person({ candidateId: 1002 }))).toBeUndefined();
    expect(
      found(row, person({ applications: [application({ createdAt: new Date(NOW - HOUR).toISOString() })] })),
    ).toBeUndefined();
    expect(found(row, person())).toBe('added');
  });

  test('of an application after a create that the recruiter gave up, the application', () => {
    const sends = [
      { what: 'person', at: NOW - HOUR, closed: 'said' },
      { what: 'application', at: NOW, theirs: NOW },
    ] as const;
    expect(found(lost({ sends, before: [1001], view: { candidateId: 1001 } }), person())).toBe('added');
  });
});

describe('somebody who may be who was lost, and may be a colleague’s', () => {
  const bare = person({ applications: [] });
  const since = { sends: [{ what: 'person', at: NOW, theirs: NOW }] } as const;
  const late = moment({ now: NOW + 11 * MINUTE, theirs: NOW + 11 * MINUTE });
  const asked = step(lost(since), lookedForLost({ people: [bare] }), late);

  test('is waited for, and then asked about, and looked for still', () => {
    const early = step(lost(since), lookedForLost({ people: [bare] }), moment({ now: NOW + MINUTE, theirs: NOW + MINUTE }));
    expect(early.row.view.state).toBe('creating');
    expect(asked.row.view).toMatchObject({ state: 'needs-you', question: 'known', candidateIds: [1001] });
    const found = step(asked.row, lookedForLost({ people: [person()] }), late);
    expect(found.row.view).toMatchObject({ state: 'created', candidateId: 1001, applicationId: 2001 });
  });

  test('is not who was there before, older, of another export, or somebody else at the same address', () => {
    const none = (row: Row, one: ReturnType<typeof person>, own: Parameters<typeof lookedForLost>[0] = {}) =>
      expect(step(row, lookedForLost({ people: [one], ...own }), late).row.view.question).toBe('unknown-outcome');
    none(lost({ ...since, before: [1001] }), bare);
    none(lost(since), { ...bare, createdAt: new Date(NOW - HOUR).toISOString() });
    none(lost(since), { ...bare, externalIds: [], firstName: 'Ann' });
    none(lost(since), bare, { own: [{ rowId: 'other', over: true, open: false, sure: true, at: NOW, candidateId: 1001 }] });
  });

  test('is added to the job on the recruiter’s word, and watched for a twin: the create may arrive after all', () => {
    const said = step(asked.row, { is: 'said', answer: { do: 'add-to', candidateId: 1001 }, about: 'known' }, late);
    expect(said.act).toEqual({ do: 'look', whom: 'before' });
    const adding = step(said.row, looked({ people: [bare] }), late);
    expect(adding.act).toEqual({ do: 'make', what: 'application', candidateId: 1001 });
    expect(adding.row.sends.map(({ closed }) => closed)).toEqual(['said', undefined]);
    const added = step(adding.row, { is: 'made', created: { candidateId: 1001, applicationId: 2001 } }, late);
    expect(added.row.view).toMatchObject({ state: 'created', outcome: 'added' });
    expect(added.row.watch).toBeDefined();
  });
});
