/** The lists that are kept to be quick, in the browser's own database. */
import '../storage/fake-extension.ts';

import { beforeEach, describe, expect, test } from 'vitest';

import { choices, jobs, stages, type ListPorts } from '#lib/connection/lists.ts';
import { AppError } from '#lib/errors.ts';
import type { JobList } from '#lib/greenhouse/schema.ts';
import type { Database } from '#lib/storage/database.ts';
import type { Connection } from '#lib/storage/schema.ts';

import { fakeGreenhouse } from '../../support/fake-greenhouse.ts';
import { emptied } from '../storage/stored.ts';

const MINUTE = 60_000;
const START = 1_800_000_000_000;

const connection: Connection = {
  kind: 'harvest',
  clientId: 'client-1',
  actingEmail: 'jonas.reed@birchlabs.example',
  identity: {
    organisation: { id: 'org-1', name: 'Birch Labs' },
    actingUser: { id: 7, name: 'Jonas Reed', email: 'jonas.reed@birchlabs.example', siteAdmin: false },
  },
  rights: [],
};

let db: Database;
let time: number;
/** What Greenhouse says next, and how often it was asked. */
let said: string | AppError;
let asked: number;

beforeEach(async () => {
  db = await emptied();
  time = START;
  said = 'Engineer';
  asked = 0;
});

const answer = <T>(make: (word: string) => T): Promise<T> => {
  asked += 1;
  return said instanceof AppError ? Promise.reject(said) : Promise.resolve(make(said));
};

const greenhouse: ListPorts['greenhouse'] = {
  ...fakeGreenhouse().port,
  jobs: () =>
    answer<JobList>((name) => ({
      jobs: [{ id: 41, name, offices: [], mine: true }],
      fetchedAt: time,
      hidden: { confidential: 0, template: 0, noPermission: 0 },
      scoped: true,
    })),
  stages: (jobId) => answer((name) => [{ id: jobId + 1, name }]),
  choices: () => answer((name) => ({ sources: [], credits: [], pools: [], tags: [name], fetchedAt: time, refused: [] })),
};

const ports = (changes: Partial<ListPorts> = {}): ListPorts => ({
  connection,
  greenhouse,
  now: () => time,
  refresh: false,
  ...changes,
});
const names = async (changes?: Partial<ListPorts>) => (await jobs(ports(changes))).jobs.map(({ name }) => name);

describe('a list', () => {
  test('that was fetched less than half an hour ago is not fetched again', async () => {
    expect(await names()).toEqual(['Engineer']);
    said = 'Designer';
    time += 30 * MINUTE - 1;
    expect(await names()).toEqual(['Engineer']);
    expect(asked).toBe(1);
  });

  test('that several ask for at one moment is fetched once, also for whoever asks for a new one', async () => {
    expect(await Promise.all([names(), names(), names({ refresh: true })])).toEqual([['Engineer'], ['Engineer'], ['Engineer']]);
    expect(asked).toBe(1);
    said = 'Designer';
    expect(await names({ refresh: true })).toEqual(['Designer']);
  });

  test('that could not be fetched for several is fetched again by the next', async () => {
    said = new AppError('greenhouse/unreachable');
    await expect(Promise.all([names(), names()])).rejects.toThrow('greenhouse/unreachable');
    expect(asked).toBe(1);
    said = 'Engineer';
    expect(await names()).toEqual(['Engineer']);
  });

  test('that is older is fetched anew, with the time at which that was', async () => {
    await names();
    said = 'Designer';
    time += 30 * MINUTE;
    expect(await jobs(ports())).toMatchObject({ jobs: [{ name: 'Designer' }], fetchedAt: time });
    expect(asked).toBe(2);
  });

  test('is fetched anew however young when the recruiter asks for it, and is the one kept from then on', async () => {
    await names();
    said = 'Designer';
    expect(await names({ refresh: true })).toEqual(['Designer']);
    said = 'Nobody';
    expect(await names()).toEqual(['Designer']);
  });

  test('that cannot be fetched is the old one, with its old time on it', async () => {
    await names();
    time += 300 * MINUTE;
    said = new AppError('greenhouse/unreachable');
    expect(await jobs(ports())).toMatchObject({ jobs: [{ name: 'Engineer' }], fetchedAt: START });
  });

  test('that the recruiter asked for anew and that cannot be fetched is the error', async () => {
    await names();
    said = new AppError('greenhouse/limited', { until: START + 1 });
    await expect(jobs(ports({ refresh: true }))).rejects.toMatchObject({
      code: 'greenhouse/limited',
      detail: { until: START + 1 },
    });
    said = new AppError('bug');
    expect(await names(), 'the old one was not lost by that').toEqual(['Engineer']);
  });

  test('that was never fetched and cannot be is the error', async () => {
    said = new AppError('greenhouse/forbidden');
    await expect(jobs(ports())).rejects.toMatchObject({ code: 'greenhouse/forbidden' });
  });

  test('that an older version kept in another shape is fetched anew', async () => {
    await names();
    const [key] = await db.getAllKeys('cache');
    await db.put('cache', { jobs: 'of an older shape', fetchedAt: time }, key);
    said = 'Designer';
    expect(await names()).toEqual(['Designer']);
  });
});

test('jobs, choices and the stages of each job are kept apart', async () => {
  await jobs(ports());
  said = 'Speaker';
  expect(await choices(ports())).toMatchObject({ tags: ['Speaker'] });
  said = 'Screening';
  expect(await stages(ports(), 41)).toEqual([{ id: 42, name: 'Screening' }]);
  said = 'Offer';
  expect(await stages(ports(), 43)).toEqual([{ id: 44, name: 'Offer' }]);
  said = 'Nothing new';
  expect(await stages(ports(), 41)).toEqual([{ id: 42, name: 'Screening' }]);
  expect(await names()).toEqual(['Engineer']);
  expect(asked).toBe(4);
});

test('another acting user and another organisation never see this one’s lists', async () => {
  await names();
  said = 'Designer';
  const identity = connection.identity!;
  const colleague = { ...connection, identity: { ...identity, actingUser: { ...identity.actingUser, id: 8 } } };
  const elsewhere = { ...connection, identity: { ...identity, organisation: { id: 'org-2', name: 'Oak' } } };
  expect(await names({ connection: colleague })).toEqual(['Designer']);
  said = 'Gardener';
  expect(await names({ connection: elsewhere })).toEqual(['Gardener']);
  expect(await names()).toEqual(['Engineer']);
});

test('before any test of the connection there is nobody whose jobs these would be', async () => {
  const { identity: _unknown, ...untested } = connection;
  await expect(async () => jobs(ports({ connection: untested }))).rejects.toMatchObject({ code: 'settings/incomplete' });
  expect(asked).toBe(0);
});
