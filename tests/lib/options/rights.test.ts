import { beforeEach, expect, test } from 'vitest';

import messages from '../../../assets/public/_locales/en/messages.json' with { type: 'json' };

import { NEEDED_SCOPES } from '#lib/greenhouse/rights.ts';
import { rightRows, wordsFor } from '#lib/options/rights.ts';

import { speakEnglish } from './english.ts';

beforeEach(speakEnglish);

test.each(NEEDED_SCOPES)('$scope is explained: what it is for, and what is off without it', ({ purpose }) => {
  const { purpose: isFor, without } = wordsFor(purpose);
  expect(messages).toHaveProperty(isFor);
  expect(messages).toHaveProperty(without);
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
