import { beforeEach, expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import { forgetModel, inWords } from '#lib/options/forget.ts';

import { speakEnglish } from './english.ts';

beforeEach(speakEnglish);

test('what was deleted is said in words, with its number, and nothing of which there was none', () => {
  expect(inWords({ drafts: 3, vault: 1, token: 2, ledger: 14, exports: 0, 'site-choices': 1, 'recent-jobs': 1 })).toBe(
    'Deleted: 1 secret, 2 access tokens, 14 records of whom you exported, 3 drafts, and 2 lists of last choices.',
  );
  expect(inWords({ keys: 1, 'vault-key': 1, 'vault-used': 1, budget: 2 })).toBe(
    'Deleted: 2 encryption keys, 2 readings of the rate limit, and 1 time of last use.',
  );
  expect(inWords({ people: 1, exports: 2 })).toMatch(/and 1 index of the people in Greenhouse\.$/);
  expect(inWords({ cache: 0 })).toBe('There was nothing to delete.');
});

test('what has no name here yet is counted all the same', () => {
  expect(inWords({ vault: 1, lessons: 4, index: 2 })).toBe('Deleted: 1 secret and 6 other entries.');
});

test('one press at a time, and a failure is told', async () => {
  let asked = 0;
  const model = forgetModel({
    forgetEverything: () => {
      asked += 1;
      return Promise.reject(new AppError('message/lost'));
    },
  });
  await Promise.all([model.forget(), model.forget()]);
  expect(asked).toBe(1);
  expect(model.busy.value).toBe(false);
  expect(model.said.value).not.toMatch(/Deleted/);
  expect(model.said.value.length).toBeGreaterThan(10);
});
