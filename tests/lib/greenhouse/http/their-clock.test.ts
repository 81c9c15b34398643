import { expect, it } from 'vitest';

import { theirClock } from '#lib/greenhouse/http/their-clock.ts';
import { bench } from '../harvest/bench.ts';

it('knows nothing before the first answer, and then goes on by itself', () => {
  let elapsed = 500;
  const clock = theirClock(() => elapsed);
  expect(clock.now()).toBeUndefined();
  clock.heard(1_800_000_000_000);
  elapsed += 1234;
  expect(clock.now()).toBe(1_800_000_001_234);
  clock.heard(1_800_000_060_000);
  expect(clock.now()).toBe(1_800_000_060_000);
});

it('is told by every answer, a refusal too, and by no clock of this device', async () => {
  const { connect, sandbox } = await bench();
  const clock = theirClock(() => 0);
  const greenhouse = connect({ clock, now: () => 0 });
  expect(greenhouse.clock()).toBeUndefined();
  await greenhouse.findByEmail('nobody@fixture.example');
  expect(greenhouse.clock()).toBe(Date.UTC(2026, 10, 21, 10));
  sandbox.advance(90_000);
  sandbox.fault({ match: { path: '/v3/candidates' }, do: 'status', status: 422 });
  await greenhouse.findByEmail('nobody@fixture.example').catch(() => undefined);
  expect(greenhouse.clock()).toBe(Date.UTC(2026, 10, 21, 10, 1, 30));
});
