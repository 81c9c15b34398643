import { beforeEach, describe, expect, test, vi } from 'vitest';

import { AppError, type ErrorCode, type ErrorDetail } from '#lib/errors.ts';
import type { ExternalIdFields } from '#lib/greenhouse/external-ids.ts';
import { externalIdsModel, standOf } from '#lib/options/external-ids.ts';
import { makingAdvice, standText } from '#lib/options/external-ids-words.ts';
import { settingsChanger } from '#lib/options/settings.ts';

import { speakEnglish } from './english.ts';
import { ALL_FIELDS, fakePorts, tested } from './ports.ts';

beforeEach(speakEnglish);

const MISSING: ExternalIdFields = {
  ...ALL_FIELDS,
  id: { name: 'External ID', state: 'missing' },
  bucket: { name: 'External ID bucket', state: 'missing' },
  buckets: 0,
};

async function started(world: Parameters<typeof fakePorts>[0] = {}) {
  const { ports, did } = fakePorts({ connection: tested, ...world });
  const model = externalIdsModel(ports, settingsChanger(ports.settings));
  await model.start();
  return { model, ports, did };
}

describe('how the fields stand', () => {
  test.each<[string, Partial<ExternalIdFields>, string, RegExp]>([
    ['all there', {}, 'whole', /All is there: “External ID” and “External ID bucket”/],
    ['options missing', { buckets: 500 }, 'partly', /500 of its 1,024/],
    ['nothing', MISSING, 'missing', /Not there yet/],
    ['in the way', { id: { name: 'Phone', state: 'other-kind', type: 'number' } }, 'in-the-way', /“Phone” is in Greenhouse, but/],
    ['switched off', { bucket: { name: 'B', state: 'off' } }, 'in-the-way', /“B”/],
    [
      'no right',
      { id: { name: 'A', state: 'unknown' }, refused: 'harvest:custom_fields:list' },
      'unknown',
      /Tick harvest:custom_fields:list/,
    ],
  ])('%s', (_title, changes, stand, words) => {
    const found = { ...ALL_FIELDS, ...changes };
    expect(standOf(found)).toBe(stand);
    expect(standText(found)).toMatch(words);
  });
});

test('they are looked at, and made by a press alone', async () => {
  const { model, did } = await started({ fields: MISSING });
  expect(model.stand.value).toBe('missing');
  expect(did).not.toContain('make fields');
  await model.make();
  expect(model.stand.value).toBe('whole');
});

test('two presses are one', async () => {
  const { model, did } = await started({ fields: MISSING });
  await Promise.all([model.make(), model.make()]);
  expect(did.filter((what) => what === 'make fields')).toHaveLength(1);
});

test('a name of the organisation’s own is kept, an empty one is the usual, and Greenhouse is asked by it', async () => {
  const { model, ports } = await started();
  const look = vi.spyOn(ports.externalIds, 'look');
  await model.call('externalIdField', '  Sourcing profiles ');
  expect(await ports.settings.get()).toMatchObject({ externalIdField: 'Sourcing profiles', undoSeconds: 10 });
  expect(model.names.value).toEqual({ id: 'Sourcing profiles', bucket: 'External ID bucket' });
  expect(look).toHaveBeenCalledTimes(1);
  await model.call('externalIdField', ' ');
  expect(await ports.settings.get()).not.toHaveProperty('externalIdField');
});

test('the organisation’s word goes first', async () => {
  const { model } = await started({
    policy: { externalIdField: 'Theirs', locked: [], problems: [] },
    settings: { undoSeconds: 10, buttonOn: [], externalIdField: 'Mine' },
  });
  expect(model.names.value.id).toBe('Theirs');
  expect([model.isSet('externalIdField'), model.isSet('externalIdBucketField')]).toEqual([true, false]);
});

test('with a partner key there is nothing to look at', async () => {
  const { clientId: _none, ...partner } = tested;
  const { model } = await started({ connection: { ...partner, kind: 'partner' } });
  expect(model.isThere.value).toBe(false);
});

test.each<[ErrorCode, ErrorDetail, RegExp]>([
  ['greenhouse/forbidden', { scope: 'harvest:custom_fields:create' }, /harvest:custom_fields:create/],
  ['greenhouse/invalid', { fields: ['name: has already been taken'] }, /already been taken/],
  ['greenhouse/unknown-outcome', {}, /nothing is made twice/],
])('%s is explained', async (code, detail, words) => {
  const { model, ports } = await started({ fields: MISSING });
  ports.externalIds.make = () => Promise.reject(new AppError(code, detail));
  await model.make();
  expect(Object.values(makingAdvice(model.met.value ?? new AppError('bug'))).join(' ')).toMatch(words);
  expect(model.stand.value).toBe('missing');
});
