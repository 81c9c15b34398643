import { describe, expect, it, onTestFinished } from 'vitest';

import { addAttachment, type NewAttachment } from '#lib/greenhouse/harvest/attachments.ts';
import { APPLICATIONS } from '#lib/greenhouse/harvest/lists/applications.ts';
import { stand } from '#tests/contract/stand.ts';

async function application() {
  const at = await stand();
  onTestFinished(() => at.sandbox.close());
  const [row] = await at.api.list(APPLICATIONS, { status: 'active', prospect: false });
  const applicationId = row?.id ?? 0;
  const add = (given: Partial<NewAttachment>) =>
    addAttachment(at.api, { applicationId, filename: 'profile.pdf', type: 'resume', file: new Uint8Array([1, 2, 3]), ...given });
  const stored = (id: number) => at.sandbox.state()['attachments']?.find((one) => one['id'] === id);
  const sent = () => at.sandbox.requests().filter(({ method, path }) => method === 'POST' && path === '/v3/attachments');
  return { ...at, applicationId, add, stored, sent };
}

describe('a file', () => {
  it('arrives byte for byte, whatever its length', async () => {
    const { add, stored } = await application();
    for (const length of [1, 2, 24_576, 24_577, 200_000]) {
      const file = Uint8Array.from({ length }, (_, at) => (at * 31) % 256);
      const content = String(stored(await add({ file }))?.['content']);
      expect(Buffer.from(content, 'base64').equals(file)).toBe(true);
    }
  });

  it('may be fetched by Greenhouse instead', async () => {
    const { add, stored } = await application();
    const url = 'https://files.fixture.example/resume.pdf';
    expect(stored(await add({ file: { url }, visibility: 'private' }))).toMatchObject({
      url,
      visibility: 'private',
      content: null,
    });
  });

  it('of a kind that the company blocks is refused by its name', async () => {
    const { add } = await application();
    await expect(add({ filename: 'task.html', type: 'take_home_test' })).rejects.toMatchObject({
      code: 'greenhouse/invalid',
      detail: { status: 422, fields: [expect.stringContaining('filename')] },
    });
  });

  it.each<[string, Partial<NewAttachment>, object]>([
    ['that is too large', { file: new Uint8Array(7.5 * 1024 * 1024 + 1) }, { fields: ['profile.pdf'], status: 413 }],
    ['with nothing in it', { file: new Uint8Array() }, { fields: ['profile.pdf'] }],
    ['without an extension', { filename: 'profile' }, { fields: ['filename'] }],
    ['in a folder', { filename: '../profile.pdf' }, { fields: ['filename'] }],
  ])('%s is not sent', async (_, given, detail) => {
    const { add, sent } = await application();
    await expect(add(given)).rejects.toMatchObject({ code: 'greenhouse/invalid', detail });
    expect(sent()).toEqual([]);
  });
});
