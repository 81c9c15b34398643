/** Chromium itself sends a request again when a connection that was used before breaks: a create must have one of its own. */
import { expect, test } from './fixture.ts';

for (const method of ['POST', 'PATCH', 'DELETE'])
  test(`a create whose answer is lost right after a ${method} arrives once`, async ({ extension, sandbox }) => {
    const page = await extension.open('manifest.json');
    const write = (how: string, path: string) =>
      page.evaluate(
        ([verb, url]) =>
          fetch(url, { method: verb, credentials: 'include' }).then(
            ({ ok }) => ok,
            () => 'lost',
          ),
        [how, `https://harvest.greenhouse.io/v3/${path}`] as const,
      );
    await write(method, 'candidates/4000001');
    sandbox.fault({ match: { method: 'POST', path: '/v3/notes' }, do: 'drop-after-commit' });
    expect(await write('POST', 'notes')).toBe('lost');
    expect(sandbox.requests().filter(({ path }) => path === '/v3/notes')).toHaveLength(1);
  });
