import { expect, test } from 'vitest';

import { isPronouns } from '#lib/sites/linkedin/pronouns.ts';

test.each([
  'She/Her',
  '(he/him)',
  'they/them',
  'She / They',
  'sie/ihr',
  'er/ihm',
  'ona/jej',
  'elle/iel',
  'él/ella',
  'ela/dela',
  'zij/haar',
  'hon/henne',
  'она/её',
  'he/him/his',
])('%s is pronouns', (line) => {
  expect(isPronouns(line)).toBe(true);
});

test.each(['Actor/Director', 'UI/UX', 'He', 'Engineering', 'Full stack/They say', 'a/b/c/d/e', '1/2', ''])(
  '%s is none',
  (line) => {
    expect(isPronouns(line)).toBe(false);
  },
);
