/** An export that the device cannot read any more: nothing of it is sent, and whether they are in Greenhouse is looked for by itself. */
import type { Extension } from '../support/extension.ts';

import { axeFindsNothing } from './axe.ts';
import { expect, exportButton, pickJob, test } from './fixture.ts';
import { creates, watchRecords } from './records.ts';

const SOLVEIG = 'github/signed-in-complete';
const OSKAR = 'linkedin/sdui-contact-overlay-open';

/** What was sealed is altered on the disk, in every export there is. */
async function breakSeals(extension: Extension): Promise<void> {
  const page = await extension.open('options.html');
  await page.evaluate(async () => {
    const done = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(new Error('the database did not answer'));
      });
    const db = await done(indexedDB.open('gleaner'));
    const store = db.transaction('exports', 'readwrite').objectStore('exports');
    for (const row of (await done(store.getAll())) as { sealed: { iv: Uint8Array } }[])
      await done(store.put({ ...row, sealed: { ...row.sealed, iv: new Uint8Array(12) } }));
    db.close();
  });
  await page.close();
}

test('who may have been made is not shown yet, and then is; nobody is made by it', async ({ extension, recruiter, sandbox }) => {
  test.slow();
  const records = watchRecords(sandbox);
  const first = await recruiter.meet(OSKAR);
  await pickJob(first, 'staff backend');
  sandbox.quirks({ listLagMs: 60_000 });
  sandbox.fault({ match: { method: 'POST', path: '/v3/candidates' }, do: 'drop-after-commit' });
  await exportButton(first).click();
  await expect(first.getByRole('alert')).toContainText('Looking whether it arrived');
  await breakSeals(extension);
  await first.close();

  const panel = await recruiter.panelFor(await recruiter.visit(SOLVEIG));
  const queued = panel
    .getByRole('region', { name: 'Sending' })
    .getByRole('listitem')
    .filter({ hasText: 'oskar-lindqvist-fixture' });
  await expect(queued).toContainText('This device cannot read it any more, so nothing of it is sent.');
  await expect(queued).toContainText('Staff Backend Engineer');
  await expect(queued).toContainText('Greenhouse does not show this person', { timeout: 30_000 });
  await axeFindsNothing(panel);

  sandbox.quirks({ listLagMs: 0 });
  await queued.getByRole('button', { name: 'Look again' }).click();
  await expect(queued.getByRole('status')).toContainText('Greenhouse shows them.', { timeout: 30_000 });
  await expect(queued.getByRole('link', { name: 'Look at Oskar Lindqvist' })).toHaveAttribute(
    'href',
    new RegExp(`/people/${records.people()[0]?.id}\\b`),
  );
  await axeFindsNothing(panel);

  await queued.getByRole('button', { name: /^Drop: / }).click();
  await expect(queued, 'what was sent is remembered').toContainText('Let go. It may have been sent');
  expect(records.people()).toHaveLength(1);
  expect(creates(sandbox), 'nothing was sent from what could not be read').toBe(1);
});
