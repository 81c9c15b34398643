import { expect, test } from 'vitest';

import { placeFromParts } from '#lib/sites/web/place.ts';

test('an address is composed of what there is, each part once', () => {
  expect(placeFromParts(['Oslo', 'Oslo', undefined, 'Norway'])).toBe('Oslo, Norway');
  expect(placeFromParts([undefined, ' '])).toBe('');
});
