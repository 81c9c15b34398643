import { expect, test, vi } from 'vitest';

import { AppError } from '#lib/errors.ts';
import { backOnline } from '#lib/worker/online.ts';

import { viewOf } from '../panel/people.ts';

const offline = { error: new AppError('greenhouse/unreachable').toWire(), retryAt: 9 };
const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;

test('what waits for the network alone is tried at once, and nothing else is touched', async () => {
  const views = [
    viewOf({ id: id(1), state: 'matching', ...offline }),
    viewOf({ id: id(2), state: 'held', heldUntil: 9 }),
    viewOf({ id: id(3), state: 'creating', error: { code: 'greenhouse/unknown-outcome' }, retryAt: 9 }),
    viewOf({ id: id(4), state: 'matching', error: { code: 'greenhouse/limited' }, retryAt: 9 }),
    viewOf({ id: id(5), state: 'matching', ...offline, elsewhere: true }),
    viewOf({ id: id(6), state: 'needs-you', ...offline, question: 'unknown-outcome' }),
    viewOf({ id: id(7), state: 'attaching', ...offline }),
  ];
  const answer = vi.fn(async (which: string) => viewOf({ id: which }));
  await backOnline({ list: async () => views, answer });
  expect(answer.mock.calls).toEqual([
    [id(1), { do: 'retry' }],
    [id(7), { do: 'retry' }],
  ]);
});
