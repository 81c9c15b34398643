import { beforeEach, describe, expect, test } from 'vitest';

import { USED_SCOPES } from '#lib/greenhouse/rights.ts';
import type { Right } from '#lib/greenhouse/schema.ts';
import type { IndexStatus } from '#lib/identity/sync/status.ts';
import { asText, tasksFor, tasksToConnect, tickOf, type Task } from '#lib/options/checklist.ts';
import { findingsOf, verdictOf } from '#lib/options/doctor.ts';
import { noticeOf } from '#lib/options/notice.ts';
import { PURPOSES } from '#lib/options/purposes.ts';
import { laterRows } from '#lib/options/rights.ts';
import { gravityOf, surplusGroups } from '#lib/options/surplus.ts';
import type { Connection } from '#lib/storage/schema.ts';

import { speakEnglish } from './english.ts';
import { CLIENT_ID, NOW, tested } from './ports.ts';

beforeEach(speakEnglish);

const DAY = 24 * 60 * 60 * 1000;
const ALL: Right[] = USED_SCOPES.map((scope) => ({ scope, state: 'granted' }));
const health = { surplus: [], readerIsAdmin: true, checkedAt: NOW };
const well = { ...tested, rights: ALL, health, savedAt: NOW - 41 * DAY } satisfies Connection;

const lacking = (...scopes: string[]): Connection => ({
  ...well,
  rights: ALL.map((right) => (scopes.includes(right.scope) ? { ...right, state: 'missing' } : right)),
});
const surplus = (...scopes: string[]): Connection => ({ ...well, health: { ...health, surplus: scopes } });

const said = (kept: Connection) => findingsOf(kept, NOW).map(({ tone, what }) => `${tone}: ${what}`);
const ids = (tasks: readonly Task[]) => tasks.map(({ id }) => id);
const tasks = (kept: Connection) => tasksFor(kept, NOW);
const scopesOf = (kept: Connection, id: string) =>
  tasks(kept)
    .filter((task) => task.id === id)
    .flatMap(({ groups }) => groups.flatMap(({ scopes }) => scopes.map(({ scope }) => scope)));

test('a well credential has no findings, and asks nothing of anybody', () => {
  expect(said(well)).toEqual([]);
  expect(verdictOf([])).toEqual({ tone: 'well', what: 'All is well: Gleaner has every right that it needs.' });
  expect(tasks(well)).toEqual([]);
  expect(noticeOf(undefined, well)).toBeUndefined();
});

describe('a right that is missing', () => {
  test.each(PURPOSES.filter(({ need }) => need !== 'later'))('$scope is the only thing to tick', ({ scope, need }) => {
    const kept = lacking(scope);
    expect(ids(tasks(kept))).toEqual(['find', 'tick', 'save', 'test']);
    expect(scopesOf(kept, 'tick')).toEqual([scope]);
    expect(findingsOf(kept, NOW).map(({ tone }) => tone)).toEqual([need === 'required' ? 'bad' : 'warn']);
    expect(noticeOf(undefined, kept)).toMatchObject({
      tone: need === 'required' ? 'bad' : 'warn',
      advice: { next: `Tick ${scope} in Greenhouse. The list below has the steps.` },
    });
  });

  test('is found among all of them when every one is missing', () => {
    const kept = lacking(...USED_SCOPES);
    expect(scopesOf(kept, 'tick').toSorted()).toEqual(USED_SCOPES.toSorted());
    expect(said(kept)).toEqual([
      'bad: 6 rights that exporting needs are missing.',
      'warn: 37 rights are missing that switch off parts of Gleaner.',
    ]);
  });

  test('is of the credential that is named, since there may be many', () => {
    expect(tasks(lacking('harvest:jobs:list'))[0]?.text).toContain(CLIENT_ID);
  });
});

describe('what was granted beyond need', () => {
  test('is pointed out, the graver first, and the lighter folded', () => {
    const kept = surplus('harvest:openings:list', 'harvest:candidates:anonymize', 'harvest:offers:create', 'harvest:jobs:update');
    expect(said(kept)).toEqual([
      'warn: The credential has 1 scope that deletes, merges or changes who may do what. Gleaner has no use for that.',
      'note: The credential has 3 more scopes that Gleaner does not need.',
    ]);
    expect(tasks(kept)[1]?.groups.map(({ folded, scopes }) => [folded, scopes.map(({ scope }) => scope)])).toEqual([
      [false, ['harvest:candidates:anonymize']],
      [true, ['harvest:offers:create']],
      [true, ['harvest:jobs:update']],
      [true, ['harvest:openings:list']],
    ]);
  });

  test('does not stop anything, and interrupts nobody', () => {
    expect(noticeOf(undefined, surplus('harvest:candidates:anonymize'))).toBeUndefined();
    expect(verdictOf(findingsOf(surplus('harvest:openings:list'), NOW))).toEqual({ tone: 'note', what: 'Exporting works.' });
  });

  test.each([
    ['harvest:candidates:destroy', 'grave'],
    ['harvest:candidates:anonymize', 'grave'],
    ['harvest:candidates:merge', 'grave'],
    ['harvest:users:create', 'grave'],
    ['harvest:users:revoke_permissions', 'grave'],
    ['harvest:user_job_permissions:create', 'grave'],
    ['harvest:future_job_permissions:create', 'grave'],
    ['harvest:approver_groups:replace_approver', 'grave'],
    ['harvest:webhooks:create', 'grave'],
    ['harvest:approval_flows:list', 'read'],
    ['harvest:eeoc:list', 'private'],
    ['harvest:demographic_answers:list', 'private'],
    ['harvest:offers:list', 'private'],
    ['harvest:applications:hire', 'write'],
    ['harvest:jobs:update', 'write'],
    ['harvest:job_notes:list', 'read'],
  ] as const)('%s is %s', (scope, gravity) => expect(gravityOf(scope)).toBe(gravity));

  test('does not count what coming features will use, unless that is grave', () => {
    expect(surplusGroups(['harvest:job_posts:list', 'harvest:application_stages:list'])).toEqual([]);
    expect(surplusGroups(['harvest:attachments:destroy'])).toMatchObject([{ gravity: 'grave' }]);
  });
});

test('what nothing uses yet is never called missing, and said to be granted where it is', () => {
  const later = laterRows(['harvest:job_posts:list']);
  expect(later.filter(({ granted }) => granted).map(({ scope }) => scope)).toEqual(['harvest:job_posts:list']);
  expect(later.map(({ scope }) => scope)).not.toContain(USED_SCOPES[0]);
});

describe('a reader who is no Site Admin', () => {
  const kept: Connection = { ...well, health: { ...health, readerIsAdmin: false } };

  test('is told of instead of scopes, which are all there', () => {
    expect(said(kept)).toEqual(['bad: The integration’s own user is not a Site Admin.']);
    expect(ids(tasks(kept))).toEqual(['admin', 'test']);
  });

  test.each(['greenhouse/forbidden', 'greenhouse/acting-user'] as const)('is what stands behind %s', (code) => {
    const { identity: _, ...nobody } = kept;
    const refused: Connection = { ...nobody, error: { code } };
    expect(noticeOf({ code, detail: {} }, refused)?.advice.what).toBe('The integration’s own user is not a Site Admin.');
    expect(ids(tasks(refused))).toEqual(['admin', 'test']);
  });

  test('comes first, and missing scopes are told of too', () => {
    const both: Connection = { ...lacking('harvest:candidates:create'), health: { ...health, readerIsAdmin: false } };
    expect(said(both)[0]).toContain('Site Admin');
    expect(ids(tasks(both))).toEqual(['find', 'tick', 'save', 'admin', 'test']);
  });
});

test('a refused credential is all that there is to say: renewing it, or another', () => {
  const kept: Connection = {
    ...lacking('harvest:jobs:list'),
    health: { ...health, readerIsAdmin: false, surplus: ['harvest:candidates:anonymize'] },
    error: { code: 'greenhouse/unauthorized' },
  };
  expect(ids(tasks(kept))).toEqual(['find', 'compare', 'renew', 'paste']);
  expect(said(kept)).toEqual(['bad: Greenhouse refused the credential.']);
  expect(noticeOf({ code: 'greenhouse/unauthorized', detail: {} }, kept)?.advice.why).toContain('about a week');
});

test('an acting user who is not there is looked for in Greenhouse', () => {
  const { identity: _, ...nobody } = well;
  const kept: Connection = { ...nobody, error: { code: 'greenhouse/acting-user' } };
  expect(ids(tasks(kept))).toEqual(['user', 'email']);
  expect(tasks(kept)[0]?.text).toContain(well.actingEmail);
});

test('trouble on the way is said, and no reason to change anything in Greenhouse', () => {
  const kept: Connection = { ...well, error: { code: 'greenhouse/unreachable' } };
  expect(tasks(kept)).toEqual([]);
  expect(said(kept)).toEqual(['bad: Greenhouse did not answer.']);
});

test('what a credential on trial ran into is not explained by the rights of the one in use', () => {
  const notice = noticeOf(
    { code: 'greenhouse/forbidden', detail: { scope: 'harvest:users:list' } },
    lacking('harvest:notes:create'),
  );
  expect(notice?.advice.why).toContain('harvest:users:list');
});

test('where introspection is silent, the rights that only a write could tell are looked up by the administrator', () => {
  const rights = ALL.map((right): Right => (right.scope.endsWith(':list') ? right : { ...right, state: 'unknown' }));
  const kept = { ...well, rights };
  expect(said(kept)).toEqual([
    'note: Greenhouse did not say whether 15 rights are there. Gleaner never writes just to find out.',
  ]);
  expect(scopesOf(kept, 'see')).toHaveLength(15);
});

describe('a partner key', () => {
  const { clientId: _, ...rest } = well;
  const key: Connection = { ...rest, kind: 'partner', rights: [{ scope: 'candidates.view', state: 'missing' }] };

  test('has no scopes to tick: what its user may not is mended at the user', () => {
    expect(ids(tasks(key))).toEqual(['rank', 'test']);
    expect(tasks(key)[0]?.text).toContain(key.actingEmail);
  });

  test('whose rights only a write could tell asks nothing of an administrator', () => {
    expect(tasks({ ...key, rights: [{ scope: 'candidates.create', state: 'unknown' }] })).toEqual([]);
  });

  test('that is refused is copied again', () => {
    expect(ids(tasks({ ...key, error: { code: 'greenhouse/unauthorized' } }))).toEqual(['find', 'copy', 'paste']);
  });
});

describe('a secret', () => {
  test('of more than a year is to be renewed', () => {
    const kept = { ...well, savedAt: NOW - 366 * DAY };
    expect(said(kept)).toEqual(['warn: The secret has been here for more than a year. Give the credential a new one.']);
    expect(ids(tasks(kept))).toEqual(['find', 'renew', 'paste']);
  });

  test('that a policy gave is renewed by whoever set the policy', () => {
    const kept: Connection = { ...well, byPolicy: true, savedAt: NOW - 366 * DAY };
    expect(tasks(kept).at(-1)?.text).toContain('whoever manages this browser');
  });

  test('of a year less a day is not', () => expect(tasks({ ...well, savedAt: NOW - 364 * DAY })).toEqual([]));
});

describe('the list as text', () => {
  test('has a box for each thing to do, and a line for each scope', () => {
    const text = asText(tasks(lacking('harvest:jobs:list', 'harvest:notes:create')), new Set());
    expect(text.split('\n').filter((line) => /^\s*\[ \] /.test(line))).toHaveLength(6);
    expect(text).toContain('\n    [ ] harvest:jobs:list\n    [ ] harvest:notes:create\n');
  });

  test('keeps what is ticked off', () => {
    const list = tasks(lacking('harvest:jobs:list'));
    const [, tick] = list;
    const text = asText(list, new Set([tickOf(tick!, 'harvest:jobs:list'), tickOf(list.at(-1)!)]));
    expect(text.match(/\[x\].*/g)).toEqual(['[x] harvest:jobs:list', '[x] Come back to this page and press Test again.']);
  });

  test('for somebody who has no credential yet names each scope that is used, and none besides', () => {
    const text = asText(tasksToConnect(), new Set());
    expect([...text.matchAll(/harvest:\S+/g)].map(([scope]) => scope).toSorted()).toEqual(USED_SCOPES.toSorted());
  });
});

describe('people who are not fetched', () => {
  const findings = (kept: Connection, error: IndexStatus['error']) =>
    findingsOf(kept, NOW, { scope: { kind: 'everybody' }, state: 'failing', people: 0, damaged: 0, error });

  test('somebody has to mend it: a warning that says what', () => {
    expect(findings(well, { code: 'storage/full' })).toEqual([
      { tone: 'warn', what: expect.stringContaining('There is no room left on this device.') },
    ]);
  });

  test('it mends itself, or is the connection’s own ailment: no finding of its own', () => {
    expect(findings(well, { code: 'greenhouse/unreachable' })).toEqual([]);
    const refused = { ...well, error: { code: 'greenhouse/unauthorized' } } satisfies Connection;
    expect(findings(refused, { code: 'greenhouse/unauthorized' })).toHaveLength(1);
  });
});
