import { beforeEach, expect, test } from 'vitest';

import messages from '../../../assets/public/_locales/en/messages.json' with { type: 'json' };

import { MAKING_FIELDS, USED_SCOPES } from '#lib/greenhouse/rights.ts';
import { noticeOf } from '#lib/options/notice.ts';
import type { Right } from '#lib/greenhouse/schema.ts';
import { PARTNER_PURPOSES, PURPOSES } from '#lib/options/purposes.ts';
import { rightRows, SCOPES, wordsFor } from '#lib/options/rights.ts';

import { speakEnglish } from './english.ts';

beforeEach(speakEnglish);

test.each([...PURPOSES, ...PARTNER_PURPOSES])(
  '$scope is explained: what it is for, and what is off without it',
  ({ purpose, need }) => {
    const { purpose: isFor, without } = wordsFor(purpose);
    expect(messages).toHaveProperty(isFor);
    if (need !== 'later') expect(messages).toHaveProperty(without);
  },
);

test('an administrator is asked for what the connection test asks about, and for nothing else', () => {
  expect(SCOPES.toSorted()).toEqual(USED_SCOPES.toSorted());
  const making = PURPOSES.filter(({ purpose }) => purpose === 'make_ids').map(({ scope }) => scope);
  expect(making).toEqual([...MAKING_FIELDS]);
});

test('what is missing comes first, and of that what the main job needs', () => {
  const rows = rightRows([
    { scope: 'harvest:jobs:list', state: 'granted' },
    { scope: 'harvest:notes:create', state: 'missing' },
    { scope: 'harvest:sources:list', state: 'unknown' },
    { scope: 'harvest:candidates:create', state: 'missing' },
  ]);
  expect(rows.map(({ scope, essential }) => [scope, essential])).toEqual([
    ['harvest:candidates:create', true],
    ['harvest:notes:create', false],
    ['harvest:sources:list', false],
    ['harvest:jobs:list', true],
  ]);
});

test('what a user of a partner key may not is mended at the user, and no scope is asked for', () => {
  const rights: Right[] = [
    { scope: 'candidates.create', state: 'unknown' },
    { scope: 'jobs.view', state: 'granted' },
    { scope: 'candidates.view', state: 'missing' },
  ];
  const notice = noticeOf(undefined, { kind: 'partner', actingEmail: 'jonas.reed@birch.example', rights });
  expect(notice).toMatchObject({ tone: 'warn', advice: { next: expect.stringMatching(/Basic user.*Configure → Users/) } });
});
