import { expect, it } from 'vitest';

import { bucketName, bucketOf, BUCKETS } from '#lib/greenhouse/bucket.ts';

it('is the same on every machine, for ever', () => {
  const vectors = {
    '': 753,
    'github:ada': 349,
    ' github:ada ': 349,
    'linkedin:ada-lovelace': 602,
    'xing:Zoë_Ångström': 553,
    'stackoverflow:1': 934,
  };
  expect(Object.fromEntries(Object.keys(vectors).map((id) => [id, bucketOf(id)]))).toEqual(vectors);
});

it('spreads ids evenly', () => {
  const counts = Array.from({ length: BUCKETS }, () => 0);
  for (const site of ['github', 'linkedin', 'x', 'stackoverflow'])
    for (let at = 0; at < 25_600; at += 1) counts[bucketOf(`${site}:person-${at}`)]! += 1;
  // Chi-squared with 1,023 degrees of freedom: more than 1,170 happens once in a thousand times.
  const expected = (4 * 25_600) / BUCKETS;
  expect(counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(1170);
});

it('has a name of four digits', () => {
  expect([0, 7, 1023].map(bucketName)).toEqual(['0000', '0007', '1023']);
});
