import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { readTab } from '#lib/page/read.ts';
import { policyItem } from '#lib/storage/policy.ts';

const PRINTED = {
  status: 'profile',
  site: 'github',
  externalId: 'github:jane-fixture',
  url: 'https://github.com/jane-fixture',
  person: {
    name: { full: 'Dr. Jane Doe', splitFrom: 'microdata' },
    emails: [],
    phones: [],
    links: [],
    positions: [],
    education: [],
    skills: [],
    languages: [],
  },
  aliases: [],
  missing: [],
  needs: [],
  evidence: {},
};

const executeScript = vi.fn<(injection: unknown) => Promise<unknown>>();
const open = async (url: string): Promise<number> => (await fakeBrowser.tabs.create({ url })).id ?? -1;

beforeEach(() => {
  fakeBrowser.reset();
  executeScript.mockReset();
  Object.assign(fakeBrowser.scripting, { executeScript });
});

test('what the page printed is finished outside of it', async () => {
  executeScript.mockResolvedValue([{ result: PRINTED }]);
  const tabId = await open('https://github.com/jane-fixture');
  expect(await readTab(tabId, () => 0)).toMatchObject({
    status: 'complete',
    candidate: { fullName: 'Dr. Jane Doe', firstName: 'Jane', lastName: 'Doe', links: [{ url: PRINTED.url, kind: 'github' }] },
  });
  expect(executeScript).toHaveBeenCalledWith({ target: { tabId }, files: ['/read-github.js', '/read-page.js'] });
});

test.each([undefined, null, 'no', {}, { ...PRINTED, person: { name: 'Jane' } }, { ...PRINTED, status: 'complete' }])(
  'an answer that is none is a failure: %j',
  async (result) => {
    executeScript.mockResolvedValue([{ result }]);
    await expect(readTab(await open('https://github.com/jane-fixture'), () => 0)).rejects.toMatchObject({ code: 'page/failed' });
  },
);

test('a page that no extension can read is said to be one', async () => {
  await expect(readTab(await open('chrome://extensions/'), () => 0)).rejects.toMatchObject({ code: 'page/unsupported' });
});

test('a page that the organisation’s policy leaves out is not touched', async () => {
  await policyItem.set({ allowedSites: ['linkedin'], locked: [], problems: [] });
  executeScript.mockResolvedValue([{ result: PRINTED }]);
  const tabId = await open('https://github.com/jane-fixture');
  await expect(readTab(tabId, () => 0)).rejects.toMatchObject({ code: 'page/not-allowed' });
  expect(executeScript).not.toHaveBeenCalled();
  await policyItem.set({ allowedSites: ['linkedin', 'github'], locked: [], problems: [] });
  await expect(readTab(tabId, () => 0)).resolves.toMatchObject({ site: 'github' });
});

describe('a page that refuses what a click has granted', () => {
  const refusal = new Error(
    'Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
  );

  test('is read once its process has heard of the click', async () => {
    executeScript
      .mockRejectedValueOnce(refusal)
      .mockRejectedValueOnce(refusal)
      .mockResolvedValue([{ result: PRINTED }]);
    await expect(readTab(await open('https://github.com/jane-fixture'), () => 0)).resolves.toMatchObject({ site: 'github' });
  });

  test('is not tried for ever', async () => {
    executeScript.mockRejectedValue(refusal);
    await expect(readTab(await open('https://github.com/jane-fixture'), () => 0)).rejects.toMatchObject({
      code: 'page/no-access',
    });
    expect(executeScript).toHaveBeenCalledTimes(4);
  });

  test('is not asked again where nothing was granted: its address is not told then', async () => {
    executeScript.mockResolvedValueOnce([{ result: 'https://github.com/jane-fixture' }]).mockRejectedValue(refusal);
    const tabId = await open('https://github.com/jane-fixture');
    vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ id: tabId } as never);
    await expect(readTab(tabId, () => 0)).rejects.toMatchObject({ code: 'page/no-access' });
    expect(executeScript).toHaveBeenCalledTimes(2);
  });
});
