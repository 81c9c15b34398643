/** A full disk: the worker's database refuses to write, as the browser lets it; everything else of the extension is as shipped. */
import type { Page, Worker } from '@playwright/test';

import { expect, exportButton, pickJob, test as base, verdict } from './fixture.ts';
import { creates, watchRecords } from './records.ts';

const OSKAR = 'linkedin/sdui-contact-overlay-open';

/** Rows of the outbox find no room from now on, or find it again. */
const room = (worker: Worker, is: 'full' | 'free'): Promise<void> =>
  worker.evaluate((is) => {
    const scope = globalThis as unknown as { put?: IDBObjectStore['put'] };
    const { prototype } = IDBObjectStore;
    scope.put ??= Reflect.get(prototype, 'put');
    const { put } = scope;
    prototype.put = function (this: IDBObjectStore, ...row) {
      if (is === 'full' && this.name === 'exports') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, row);
    };
  }, is);

/** The panel beside Oskar, ready to export, and the worker that will find no room. */
const test = base.extend<{ ready: { panel: Page; worker: Worker } }>({
  ready: async ({ extension, recruiter }, use) => {
    await recruiter.connect();
    const panel = await recruiter.panelFor(await recruiter.visit(OSKAR));
    await expect(verdict(panel)).toContainText(/^New/);
    await pickJob(panel, 'staff backend');
    const [worker] = extension.context.serviceWorkers();
    await use({ panel, worker: worker! });
  },
});

test('an export that cannot be written down is not accepted, and is sent once there is room', async ({
  ready: { panel, worker },
  sandbox,
}) => {
  const records = watchRecords(sandbox);
  await room(worker, 'full');
  await exportButton(panel).click();
  await expect(panel.getByRole('alert')).toContainText('There is no room left on this device');
  await expect(panel.getByRole('alert')).toContainText('Nothing was sent');
  expect(creates(sandbox)).toBe(0);

  await room(worker, 'free');
  await exportButton(panel).click();
  await panel.getByRole('button', { name: 'Send now' }).click();
  await expect.poll(() => records.people().length).toBe(1);
  expect(creates(sandbox)).toBe(1);
});

test('an export that finds no room on its way says so, sends nothing, and goes out by itself once there is room', async ({
  ready: { panel, worker },
  sandbox,
}) => {
  const records = watchRecords(sandbox);
  await exportButton(panel).click();
  await expect(panel.getByRole('button', { name: 'Undo' })).toBeVisible();
  await room(worker, 'full');
  await panel.getByRole('button', { name: 'Send now' }).click();
  await expect(panel.getByRole('alert')).toContainText('Free some disk space. The export goes on by itself then');
  await panel.screenshot({ path: test.info().outputPath('storage-full.png') });
  expect(creates(sandbox), 'what is not written down is not sent').toBe(0);

  await room(worker, 'free');
  await expect.poll(() => records.people().length, { timeout: 90_000 }).toBe(1);
  expect(creates(sandbox)).toBe(1);
});
