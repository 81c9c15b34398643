import { beforeEach, expect, test } from 'vitest';

import type { Database } from '#lib/storage/database.ts';
import { drafts } from '#lib/storage/drafts.ts';
import type { StoredDraft } from '#lib/storage/schema.ts';

import { exportRequest } from '../../support/export-request.ts';
import { emptied, everythingStored } from './stored.ts';

const NOW = 1_800_000_000_000;
const ACCOUNT = 'org-1';
const DAY = 24 * 60 * 60 * 1000;

let db: Database;
beforeEach(async () => {
  db = await emptied();
});

const { externalId, candidate, aliases, url, id: exportId } = exportRequest();
const draft = (changes: Partial<StoredDraft> = {}): StoredDraft => ({
  externalId,
  account: ACCOUNT,
  exportId,
  reading: { status: 'complete', site: 'linkedin', externalId, url, candidate, aliases, missing: [], evidence: {} },
  candidate: { ...candidate, firstName: 'Mira Ngozi' },
  edited: ['firstName'],
  choice: { kind: 'candidate', jobId: 41, tags: ['Sailor'] },
  note: 'Sailor, write in the evening',
  noteVisibility: 'private',
  savedAt: NOW,
  ...changes,
});

test('a draft comes back as it was left', async () => {
  await drafts.save(draft());
  expect(await drafts.load(externalId, ACCOUNT)).toEqual(draft());
  expect(await drafts.load('linkedin:nobody-fixture', ACCOUNT)).toBeUndefined();
});

test('in another account what was typed is there, and no job or export of the first one', async () => {
  await drafts.save(draft());
  const elsewhere = await drafts.load(externalId, 'org-2');
  expect(elsewhere).toMatchObject({ note: 'Sailor, write in the evening', candidate: { firstName: 'Mira Ngozi' } });
  expect(elsewhere).not.toHaveProperty('choice');
  expect(elsewhere).not.toHaveProperty('exportId');
  expect(await drafts.load(externalId, ACCOUNT), 'and the first account finds it whole').toEqual(draft());
});

test('the last word counts', async () => {
  await drafts.save(draft());
  await drafts.save(draft({ note: 'Called' }));
  expect((await drafts.load(externalId, ACCOUNT))?.note).toBe('Called');
  expect(await db.count('drafts')).toBe(1);
});

test('nothing of it can be read on the disk but whose it is and when it was saved', async () => {
  await drafts.save(draft());
  const stored = await everythingStored();
  expect(stored).toContain(externalId);
  expect(stored).not.toMatch(/Mira|Ngozi|okafor\.example|Sailor|evening/);
});

test('a dropped draft is gone', async () => {
  await drafts.save(draft());
  await drafts.drop(externalId);
  expect(await drafts.load(externalId, ACCOUNT)).toBeUndefined();
  expect(await db.count('drafts')).toBe(0);
});

test('a draft that this device cannot open is no draft, and no error', async () => {
  await drafts.save(draft());
  await db.clear('keys');
  expect(await drafts.load(externalId, ACCOUNT)).toBeUndefined();
});

test('what nobody came back to within a week goes', async () => {
  await drafts.save(draft({ externalId: 'github:1', savedAt: NOW - 7 * DAY - 1 }));
  await drafts.save(draft({ externalId: 'github:2', savedAt: NOW - 7 * DAY }));
  await drafts.save(draft({ externalId: 'github:3', savedAt: NOW }));
  await drafts.sweep(NOW);
  expect(await db.getAllKeys('drafts')).toEqual(['github:2', 'github:3']);
});
