import { describe, expect, it, onTestFinished } from 'vitest';

import { findOrMakeField, type WantedField } from '#lib/greenhouse/harvest/custom-fields.ts';
import { findOrMakeOptions } from '#lib/greenhouse/harvest/field-options.ts';
import { type Stand, stand } from '#tests/contract/stand.ts';
import type { SandboxOptions } from '#tests/sandbox/server.ts';

const BUCKET: WantedField = { name: 'External ID bucket', fieldType: 'candidate', valueType: 'single_select' };
const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `Bucket ${at}`);

async function standing(options?: SandboxOptions): Promise<Stand> {
  const at = await stand(options);
  onTestFinished(() => at.sandbox.close());
  return at;
}
const posts = ({ sandbox }: Stand): string[] =>
  sandbox
    .requests()
    .filter(({ method, path }) => method === 'POST' && path.startsWith('/v3'))
    .map(({ path }) => path);

describe('a custom field', () => {
  it('is made once, and found by its name in any case from then on', async () => {
    const at = await standing();
    const made = await findOrMakeField(at.api, { ...BUCKET, description: 'Ours', options: ['A', 'B'] });
    expect(made).toMatchObject({ key: 'external_id_bucket', made: true });
    expect(await findOrMakeField(at.api, { ...BUCKET, name: ' external id BUCKET' })).toEqual({ ...made, made: false });
    expect(posts(at)).toEqual(['/v3/custom_fields']);
    expect(at.sandbox.state()['customFieldOptions']?.filter((row) => row['custom_field_id'] === made.id)).toHaveLength(2);
  });

  it('of the same name and another kind is in the way', async () => {
    const at = await standing();
    const wanted: WantedField = { name: 'Portfolio', fieldType: 'candidate', valueType: 'short_text' };
    await expect(findOrMakeField(at.api, wanted)).rejects.toMatchObject({
      code: 'greenhouse/invalid',
      detail: { fields: ['Portfolio'] },
    });
    expect(posts(at)).toEqual([]);
  });
});

describe('options', () => {
  it('are made in one call, however many, and only those that are missing', async () => {
    const at = await standing();
    const { id } = await findOrMakeField(at.api, BUCKET);
    const made = await findOrMakeOptions(at.api, id, names(600), { sleep: async () => {} });
    expect(made.size).toBe(600);
    const more = await findOrMakeOptions(at.api, id, [...names(600), 'Another'], { sleep: async () => {} });
    expect(more.get('Bucket 599')).toBe(made.get('Bucket 599'));
    expect(posts(at).filter((path) => path.endsWith('/bulk'))).toHaveLength(2);
    const last = at.sandbox.requests().findLast(({ path }) => path.endsWith('/bulk'));
    expect(last?.body).toEqual({ data: [{ custom_field_id: id, name: 'Another', sort_order: 600 }] });
  });

  it('are waited for, and not for ever', async () => {
    const at = await standing({ quirks: { bulkDelayMs: 20_000 } });
    const { id } = await findOrMakeField(at.api, BUCKET);
    const sleep = async (ms: number): Promise<void> => at.sandbox.advance(ms);
    expect((await findOrMakeOptions(at.api, id, names(3), { sleep })).size).toBe(3);
    at.sandbox.quirks({ bulkDelayMs: 3_600_000 });
    await expect(findOrMakeOptions(at.api, id, ['Late'], { sleep })).rejects.toMatchObject({
      code: 'greenhouse/unknown-outcome',
    });
  });
});
