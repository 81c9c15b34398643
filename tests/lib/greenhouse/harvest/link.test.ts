import { describe, expect, it } from 'vitest';

import { nextCursor } from '#lib/greenhouse/harvest/link.ts';

const ASKED = 'https://harvest.greenhouse.io/v3/jobs';

describe('the next cursor', () => {
  it.each([
    ['the documented form', `<${ASKED}?cursor=Q1VSU09S>; rel="next"`, 'Q1VSU09S'],
    ['an escaped cursor', `<${ASKED}?cursor=a%2Bb%3D%3D>; rel="next"`, 'a+b=='],
    ['an unquoted relation', `<${ASKED}?cursor=x>; rel=next`, 'x'],
    ['several relations', `<${ASKED}?cursor=x>; rel="last next"`, 'x'],
    ['other parameters before', `<${ASKED}?cursor=x>; title="a, b"; rel="next"`, 'x'],
    ['a previous page before', `<${ASKED}?cursor=back>; rel="prev", <${ASKED}?cursor=on>; rel="next"`, 'on'],
    ['a comma in the address', `<${ASKED}?cursor=a,b>; rel="next"`, 'a,b'],
    ['an address without its host', '</v3/jobs?cursor=x>; rel="next"', 'x'],
  ])('is found in %s', (_, link, cursor) => {
    expect(nextCursor(link, ASKED)).toBe(cursor);
  });

  it.each([
    ['no header', null],
    ['an empty one', ''],
    ['only a previous page', `<${ASKED}?cursor=x>; rel="prev"`],
    ['nonsense', 'next'],
  ])('is none with %s', (_, link) => {
    expect(nextCursor(link, ASKED)).toBeUndefined();
  });

  it.each([
    ['another host', '<https://harvest.greenhouse.io.evil.example/v3/jobs?cursor=x>; rel="next"'],
    ['another scheme', '<http://harvest.greenhouse.io/v3/jobs?cursor=x>; rel="next"'],
    ['another path', '<https://harvest.greenhouse.io/v3/users?cursor=x>; rel="next"'],
    ['nowhere', `<${ASKED}?page=2>; rel="next"`],
  ])('is refused when the link leads to %s', (_, link) => {
    expect(() => nextCursor(link, ASKED)).toThrow(TypeError);
  });
});
