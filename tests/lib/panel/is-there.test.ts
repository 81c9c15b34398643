/** Who "they" are: a number is nobody before Greenhouse has shown whose it is, or cannot. */
import { expect, test, vi } from 'vitest';

import { AppError } from '#lib/errors.ts';
import type { Match } from '#lib/identity/schema.ts';
import { createIsThere } from '#lib/panel/is-there.ts';
import type { GreenhousePorts } from '#lib/panel/ports.ts';

import { matchOf } from './people.ts';

const MIRA = matchOf(550);
const nameless: Match = { ...MIRA, person: { ...MIRA.person, firstName: '', lastName: ' ' } };
const asked = (...found: Match[]) => vi.fn<GreenhousePorts['search']>(() => Promise.resolve(found));

test.each(['550', ' https://app2.greenhouse.io/people/550?application_id=31 '])(
  '%j is looked up by its number',
  async (typed) => {
    const search = asked(MIRA);
    const model = createIsThere(search, true);
    const looking = model.look(typed);
    expect(model.state.value).toEqual({ is: 'looking' });
    await looking;
    expect(search.mock.calls).toEqual([[{ text: '550' }]]);
    expect(model.state.value).toEqual({ is: 'found', match: MIRA });
  },
);

test('of what is neither a number nor a link nobody is asked, not even by name', async () => {
  const search = asked(MIRA);
  const model = createIsThere(search, true);
  await model.look('Mira Okafor');
  expect(model.state.value).toEqual({ is: 'unclear' });
  expect(search).not.toHaveBeenCalled();
});

test.each([
  ['nobody is shown', [], true, 'nobody'],
  ['a record is shown without a name', [nameless], true, 'nameless'],
  ['a partner key is shown nobody', [], false, 'unseen'],
  ['a partner key is shown no name', [nameless], false, 'unseen'],
] as const)('where %s', async (_what, found, findsPeople, is) => {
  const model = createIsThere(asked(...found), findsPeople);
  await model.look('550');
  expect(model.state.value).toEqual({ is, candidateId: 550 });
});

test('a look that failed says so, and believes nobody', async () => {
  const model = createIsThere(
    vi.fn<GreenhousePorts['search']>(() => Promise.reject(new AppError('greenhouse/unreachable'))),
    false,
  );
  await model.look('550');
  expect(model.state.value).toMatchObject({ is: 'failed', error: { code: 'greenhouse/unreachable' } });
});

test('an answer about a number that was typed over is nobody’s', async () => {
  let answer = (_found: Match[]) => {};
  const model = createIsThere(() => new Promise<Match[]>((resolve) => (answer = resolve)), true);
  const looking = model.look('550');
  model.forget();
  answer([MIRA]);
  await looking;
  expect(model.state.value).toEqual({ is: 'idle' });
});
