/** A held export goes on after whatever can die has died; nothing is sent twice. */
import type { Extension } from '../support/extension.ts';
import { expect, exportButton, pickJob, test, verdict } from './fixture.ts';
import { creates, watchRecords } from './records.ts';

/** Each answers the extension as it is afterwards. */
const DEATHS: Record<string, (extension: Extension) => Promise<Extension>> = {
  'the worker': async (extension) => {
    await extension.killWorker();
    return extension;
  },
  'the extension, which is reloaded': async (extension) => {
    await extension.reload();
    return extension;
  },
  'the browser': async (extension) => {
    await extension.crash();
    return extension.relaunch();
  },
};

for (const [who, kill] of Object.entries(DEATHS)) {
  test(`a held export goes on after the death of ${who}`, async ({ extension, recruiter, sandbox }) => {
    const records = watchRecords(sandbox);
    await recruiter.connect();
    const panel = await recruiter.panelFor(await recruiter.visit('linkedin/sdui-contact-overlay-open'));
    await expect(verdict(panel)).toContainText(/^New/);
    await pickJob(panel, 'staff backend');
    await exportButton(panel).click();
    await expect(panel.getByRole('button', { name: 'Undo' })).toBeVisible();
    const after = await kill(extension);
    expect(creates(sandbox), 'it was still held').toBe(0);
    expect(panel.isClosed(), 'pages die with all but the worker').toBe(who !== 'the worker');
    const ours = await after.open('sidepanel.html');
    await expect.poll(() => records.people().length, { timeout: 45_000 }).toBe(1);
    await ours.close();
    expect(records.people()[0]?.applications).toHaveLength(1);
    expect(creates(sandbox)).toBe(1);
    if (after !== extension) await after.close();
  });
}
