/** Positions, education and the file, each through every way in which a sending can go wrong: once there, and the truth told of it. */
import { describe, expect, test } from 'vitest';

import type { FollowUp } from '#lib/export/schema.ts';

import { exportRequest } from '../../support/export-request.ts';
import type { Fault } from '../../support/fake-faults.ts';
import { rest, world } from './world.ts';

const FILE = { title: 'Profile on LinkedIn, May 4, 2026', text: 'Mira Okafor\n' };
const FILENAME = 'Profile on LinkedIn, May 4, 2026 7c1de0a4.txt';
const MINUTE = 60_000;

const request = exportRequest({
  career: ['employments', 'educations'],
  file: FILE,
  candidate: {
    ...exportRequest().candidate,
    positions: [
      { title: 'Engineer', company: 'Quayside', start: '2021-07', current: true },
      { title: 'Operator', company: 'Harbour', start: '2018', end: '2021' },
      { title: 'Volunteer', company: 'Dunes' },
    ],
    education: [{ school: 'Universität Tannenau', degree: 'Master’s Degree' }],
  },
});
type At = ReturnType<typeof world>;
const calls = { employments: 'addToCareer', educations: 'addToCareer', attachment: 'addAttachment' } as const;
const STEPS = ['employments', 'educations', 'attachment'] as const;
type Step = (typeof STEPS)[number];

/** Nothing of the others goes along, so that faults strike this step. */
const requestOf = (step: Step) => {
  const { career: _c, file: _f, ...bare } = request;
  return exportRequest(step === 'attachment' ? { ...bare, file: FILE } : { ...bare, career: [step] });
};
const there = ({ greenhouse }: At) => [
  ...greenhouse.career.map(({ key }) => key),
  ...greenhouse.files.map((one) => one.filename),
];
const ALL: Record<Step, string[]> = {
  employments: ['quayside|engineer|2021-07', 'harbour|operator|2018-01'],
  educations: ['[20,15,null]'],
  attachment: [FILENAME],
};
const states = (at: At) =>
  at.rows.stored
    .get(request.id)
    ?.view.followUps.filter(({ lacks }) => lacks === undefined)
    .map(({ state }) => state);

/** Until nothing more is done for it, however long that takes. */
async function ended(at: At) {
  for (let turn = 0; turn < 30; turn += 1) {
    const row = await rest(at, request.id, 'done', 'attaching', 'needs-you');
    if (row?.view.state !== 'attaching') return row;
    at.time.now = Math.max(row.view.retryAt ?? 0, at.time.now);
    await at.worker().resume();
    await new Promise((turned) => void setTimeout(turned, 5));
  }
  throw new Error('it never ends');
}

describe.each(STEPS)('%s', (step) => {
  async function exported(faults: Fault[] = [], before: (at: At) => void = () => undefined) {
    const at = world();
    at.greenhouse.fail(calls[step], ...faults);
    before(at);
    await at.worker().start(requestOf(step));
    return { at, row: await ended(at) };
  }

  test('are there once, and nothing of the person is kept', async () => {
    const { at, row } = await exported();
    expect(there(at)).toEqual(ALL[step]);
    expect(new Set(states(at))).toEqual(new Set(['done']));
    expect([row?.request, row?.entries]).toEqual([undefined, undefined]);
  });

  test.each<[string, Fault]>([
    ['committed', { code: 'greenhouse/unknown-outcome', committed: true }],
    ['committed late', { code: 'greenhouse/unknown-outcome', committed: 'late', lateMs: 3 * MINUTE }],
  ])('one whose answer was lost, and that was %s, is found and not sent again', async (_how, fault) => {
    const { at } = await exported([fault]);
    expect(there(at).toSorted()).toEqual(ALL[step].toSorted());
    expect(new Set(states(at))).toEqual(new Set(['done']));
    expect(at.greenhouse.count(calls[step])).toBe(ALL[step].length);
  });

  test('one that is listed late is waited for', async () => {
    const { at } = await exported([{ code: 'greenhouse/unknown-outcome', committed: true }], ({ greenhouse }) => {
      greenhouse.lag.ms = 5 * MINUTE;
    });
    expect(there(at)).toEqual(ALL[step]);
    expect(new Set(states(at))).toEqual(new Set(['done']));
  });

  test('one that was lost on the way is told as such, and not sent again by machine', async () => {
    const { at } = await exported([{ code: 'greenhouse/unknown-outcome' }]);
    expect(there(at)).toEqual(ALL[step].slice(1));
    expect(states(at)?.filter((state) => state !== 'done')).toEqual(['unknown']);
  });

  test.each<[string, Fault]>([
    ['the rate limit', { code: 'greenhouse/limited' }],
    ['a lost network', { code: 'greenhouse/unreachable' }],
  ])('%s is waited for', async (_what, fault) => {
    const { at } = await exported([fault, fault]);
    expect(there(at).toSorted()).toEqual(ALL[step].toSorted());
    expect(new Set(states(at))).toEqual(new Set(['done']));
  });

  test('a refusal is told of the one that it is of, and keeps no other', async () => {
    const { at } = await exported([{ code: 'greenhouse/invalid' }]);
    expect(there(at)).toEqual(ALL[step].slice(1));
    expect(states(at)?.filter((state) => state !== 'done')).toEqual(['failed']);
  });

  test('without the right all of it is left out, after one try', async () => {
    const { at } = await exported([{ code: 'greenhouse/forbidden' }]);
    expect(there(at)).toEqual([]);
    expect(new Set(states(at))).toEqual(new Set(['skipped']));
    expect(at.greenhouse.count(calls[step])).toBe(1);
  });

  test.each([true, false])('of a death while one was sent it is looked for; committed: %s', async (committed) => {
    const { at } = await exported();
    const whole = at.rows.stored.get(request.id);
    if (!whole) throw new Error('no row');
    if (!committed) {
      at.greenhouse.career.shift();
      at.greenhouse.files.shift();
    }
    // As it was written before the first of them was sent.
    const followUps = whole.view.followUps.map((one): FollowUp =>
      one.lacks
        ? one
        : { ...one, state: one.item === 0 || one.item === undefined ? 'sending' : 'done', sent: { at: at.time.now } },
    );
    const entries = [{ kind: step === 'educations' ? 'education' : 'employment', key: ALL[step][0] ?? '', row: {} }] as const;
    at.rows.stored.set(request.id, {
      ...whole,
      request: requestOf(step),
      entries,
      view: { ...whole.view, state: 'attaching', followUps },
    });
    const before = at.greenhouse.count(calls[step]);
    await at.worker().resume();
    await ended(at);
    expect(at.greenhouse.count(calls[step]), 'nothing is sent by waking').toBe(before);
    expect(states(at)?.[0]).toBe(committed ? 'done' : 'unknown');
  });
});

describe('a career', () => {
  test('says what is left out, and why', async () => {
    const at = world();
    await at.worker().start(request);
    const row = await ended(at);
    expect(row?.view.followUps.filter(({ state }) => state === 'skipped')).toMatchObject([
      { step: 'employments', lacks: 'start' },
    ]);
  });

  test('of somebody known gets only what is not there yet, as far as one can see', async () => {
    const at = world();
    const { candidateId } = await at.greenhouse.port.createPerson({
      candidate: request.candidate,
      externalId: request.externalId,
      target: request.target,
      attribution: {},
      tags: [],
    } as never);
    const { entries } = await at.greenhouse.port.careerOf(request.candidate);
    for (const entry of entries.slice(0, 1)) await at.greenhouse.port.addToCareer(candidateId, entry);
    at.time.now += 1;
    await at.worker().start({ ...request, candidateId });
    await ended(at);
    expect(there(at).filter((key) => key === ALL.employments[0])).toHaveLength(1);
    expect(there(at)).toHaveLength(4);
  });

  test('is not added to somebody known where nobody can see what is there', async () => {
    const at = world();
    const { candidateId } = await at.greenhouse.port.createPerson({
      candidate: request.candidate,
      externalId: request.externalId,
      target: { kind: 'candidate', jobId: 99 },
      attribution: {},
      tags: [],
    });
    at.greenhouse.port.careerThere = async () => undefined;
    await at.worker().start({ ...request, candidateId });
    const row = await ended(at);
    expect(at.greenhouse.career).toEqual([]);
    expect(row?.view.followUps.filter(({ lacks }) => lacks === 'right')).toHaveLength(3);
  });

  test('exported twice before any list shows it is there once', async () => {
    const at = world();
    at.greenhouse.lag.ms = 10 * MINUTE;
    await at.worker().start(request);
    await ended(at);
    const again = { ...request, id: '7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b02', target: { kind: 'candidate', jobId: 42 } as const };
    await at.worker().start(again);
    await rest(at, again.id, 'done');
    expect(at.greenhouse.career).toHaveLength(3);
    expect(at.rows.stored.get(again.id)?.view).toMatchObject({ outcome: 'added' });
  });
});

describe('a file', () => {
  test('waits until the application is shown of which a bare create did not tell', async () => {
    const at = world();
    at.greenhouse.lag.ms = 5 * MINUTE;
    const whole = { ...at.greenhouse.port };
    at.greenhouse.port.createPerson = async (person) => ({ candidateId: (await whole.createPerson(person)).candidateId });
    await at.worker().start(requestOf('attachment'));
    await ended(at);
    expect(at.greenhouse.files).toHaveLength(1);
    expect(states(at)).toEqual(['done']);
  });

  test('is left out for somebody on no job, and that is said', async () => {
    const at = world();
    at.greenhouse.people.set(7, {
      candidateId: 7,
      firstName: 'Mira',
      lastName: 'Okafor',
      tags: [],
      emails: [],
      applications: [],
      urls: [],
    });
    await at.worker().start({ ...requestOf('attachment'), candidateId: 7, target: { kind: 'update' } });
    const row = await ended(at);
    expect(row?.view.followUps.slice(1)).toMatchObject([
      { step: 'attachment', state: 'skipped', error: { code: 'greenhouse/not-found' } },
    ]);
    expect(at.greenhouse.files).toEqual([]);
  });

  test('hangs on the application that is active, where an update names none', async () => {
    const at = world();
    const application = (id: number, status: 'active' | 'rejected') => ({
      id,
      jobId: id,
      prospect: false,
      prospectiveJobIds: [],
      status,
    });
    at.greenhouse.people.set(7, {
      candidateId: 7,
      firstName: 'Mira',
      lastName: 'Okafor',
      tags: [],
      emails: [],
      applications: [application(3, 'active'), application(9, 'rejected')],
      urls: [],
    });
    await at.worker().start({ ...requestOf('attachment'), candidateId: 7, target: { kind: 'update' } });
    await ended(at);
    expect(at.greenhouse.files).toMatchObject([{ applicationId: 3, filename: FILENAME }]);
  });
});
