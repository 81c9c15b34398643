import { describe, expect, test } from 'vitest';

import { identify } from '#lib/sites/huggingface.ts';

describe('the address of a user', () => {
  test.each([
    ['https://huggingface.co/Jane-Fixture', 'https://huggingface.co/Jane-Fixture'],
    ['https://huggingface.co/jane-fixture/', 'https://huggingface.co/jane-fixture'],
    ['https://www.huggingface.co/jane-fixture?sort=likes#x', 'https://huggingface.co/jane-fixture'],
    ['https://hf.co/jane-fixture', 'https://huggingface.co/jane-fixture'],
    ['https://huggingface.co/jane-fixture/models', 'https://huggingface.co/jane-fixture'],
    ['https://huggingface.co/jane-fixture/activity/all', 'https://huggingface.co/jane-fixture'],
  ])('%s', (address, url) => {
    expect(identify(new URL(address))).toEqual({ site: 'huggingface', handle: 'jane-fixture', url });
  });

  test.each([
    'https://huggingface.co/',
    'https://huggingface.co/models',
    'https://huggingface.co/Datasets',
    'https://huggingface.co/datasets/jane-fixture/tides',
    'https://huggingface.co/spaces/jane-fixture/tides',
    'https://huggingface.co/docs/hub',
    'https://huggingface.co/jane-fixture/quiet-speech',
    'https://huggingface.co/jane-fixture/models/more',
    'https://huggingface.co/-jane',
    'https://huggingface.co.evil.example/jane-fixture',
    'https://nothuggingface.co/jane-fixture',
    'https://huggingface.co@evil.example/jane-fixture',
    'https://discuss.huggingface.co/u/jane',
  ])('is not %s', (address) => {
    expect(identify(new URL(address))).toBeUndefined();
  });
});
