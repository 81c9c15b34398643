import { beforeEach, describe, expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import { passphraseModel } from '#lib/options/passphrase.ts';
import { SHORTEST, strengthOf } from '#lib/options/strength.ts';

import { speakEnglish } from './english.ts';
import { fakePorts } from './ports.ts';

beforeEach(speakEnglish);

const HERONS = 'seven grey herons at dusk';

async function opened(kept: Partial<ReturnType<typeof fakePorts>['passphrase']['kept']> = {}) {
  const { ports, passphrase } = fakePorts();
  await passphrase.set(kept);
  const model = passphraseModel(ports);
  await model.start();
  return { model, kept: passphrase.kept, ports, set: passphrase.set };
}

describe('a new passphrase', () => {
  test('is set when it is long enough and twice the same', async () => {
    const { model, kept } = await opened();
    expect(model.state.value).toEqual({ is: 'free' });
    expect(await model.set(HERONS, HERONS)).toBeUndefined();
    expect(kept.right).toBe(HERONS);
    expect(model.state.value).toMatchObject({ is: 'unlocked', idleMinutes: 60 });
    expect(model.done.value).toBe('set');
  });

  test.each([
    ['herons', 'herons', /at least 12 characters/],
    [HERONS, `${HERONS}.`, /not the same/],
  ])('%j and %j are told what is wrong, and nothing is set', async (typed, again, told) => {
    const { model, kept } = await opened();
    expect(await model.set(typed, again)).toMatch(told);
    expect(kept.right).toBeUndefined();
    expect(model.done.value).toBe('');
  });

  test('in the place of another needs that one', async () => {
    const { model, kept } = await opened({ right: HERONS, open: true });
    expect(await model.change('another one entirely', 'three quiet harbours', 'three quiet harbours')).toMatch(
      /not the passphrase/,
    );
    expect(kept.right).toBe(HERONS);
    expect(await model.change(HERONS, 'three quiet harbours', 'three quiet harbours')).toBeUndefined();
    expect(kept.right).toBe('three quiet harbours');
  });
});

test('removing needs it, and says that it is gone', async () => {
  const { model } = await opened({ right: HERONS, open: true });
  expect(await model.remove('not this one at all')).toMatch(/not the passphrase/);
  expect(await model.remove(HERONS)).toBeUndefined();
  expect([model.state.value, model.done.value]).toEqual([{ is: 'free' }, 'removed']);
});

test('unlocking, locking and the idle time are seen at once, also when it was done elsewhere', async () => {
  const { model, set } = await opened({ right: HERONS });
  expect(await model.unlock('not this one at all')).toMatch(/not the passphrase/);
  expect(model.state.value).toEqual({ is: 'locked' });
  expect(await model.unlock(HERONS)).toBeUndefined();
  await model.setIdle(0);
  expect(model.state.value).toMatchObject({ is: 'unlocked', idleMinutes: 0 });
  await model.lock();
  expect(model.state.value).toEqual({ is: 'locked' });
  await set({ open: true });
  await expect.poll(() => model.state.value?.is).toBe('unlocked');
});

test('what the vault cannot do at all is told with its advice', async () => {
  const { model, ports } = await opened({ right: HERONS });
  ports.passphrase.unlock = () => Promise.reject(new AppError('settings/newer'));
  expect(await model.unlock(HERONS)).toMatch(/newer Gleaner/i);
});

test('nothing that was typed is held by the model', async () => {
  const { model } = await opened();
  await model.set(HERONS, HERONS);
  model.hint(HERONS);
  await model.unlock(HERONS);
  expect(JSON.stringify([model.state.value, model.done.value])).not.toContain('herons');
});

describe('how hard it is to guess', () => {
  test.each([
    ['', 'short'],
    ['a'.repeat(SHORTEST - 1), 'short'],
    ['a'.repeat(40), 'weak'],
    ['abcdefghijkl', 'weak'],
    ['123456789012', 'weak'],
    ['abababababababababab', 'weak'],
    ['password1234', 'weak'],
    ['grey heron dusk', 'fair'],
    [HERONS, 'strong'],
  ])('%j is %s', (passphrase, strength) => {
    expect(strengthOf(passphrase)).toBe(strength);
  });

  test('is said while it is typed, and of nothing typed nothing', async () => {
    const { model } = await opened();
    expect(model.hint('')).toBe('');
    expect(model.hint('short')).toMatch(/at least 12/);
    expect(model.hint('password1234')).toMatch(/Easy to guess/);
    expect(model.hint(HERONS)).toMatch(/Hard to guess/);
  });
});
