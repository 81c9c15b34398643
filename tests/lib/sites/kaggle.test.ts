import { describe, expect, test } from 'vitest';

import { identify } from '#lib/sites/kaggle.ts';

describe('the address of a user', () => {
  test.each([
    'https://www.kaggle.com/jane-fixture',
    'https://kaggle.com/Jane-Fixture/',
    'https://www.kaggle.com/jane-fixture/competitions?tab=completed',
    'https://www.kaggle.com/jane-fixture/followers',
  ])('%s', (address) => {
    expect(identify(new URL(address))).toEqual({
      site: 'kaggle',
      handle: 'jane-fixture',
      url: 'https://www.kaggle.com/jane-fixture',
    });
  });

  test.each([
    'https://www.kaggle.com/',
    'https://www.kaggle.com/competitions',
    'https://www.kaggle.com/Datasets',
    'https://www.kaggle.com/competitions/tides',
    'https://www.kaggle.com/c/tides',
    'https://www.kaggle.com/datasets/jane-fixture/tides',
    'https://www.kaggle.com/code/jane-fixture/tides',
    'https://www.kaggle.com/jane-fixture/tides',
    'https://www.kaggle.com/work',
    'https://www.kaggle.com/x',
    'https://www.kaggle.com.evil.example/jane-fixture',
    'https://notkaggle.com/jane-fixture',
    'https://www.kaggle.com@evil.example/jane-fixture',
  ])('is not %s', (address) => {
    expect(identify(new URL(address))).toBeUndefined();
  });
});
