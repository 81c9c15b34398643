/** The passphrase and "Forget everything", in the real thing: what waits, what goes on, and what is left lying around. */
import { expect, exportButton, openLink, pickJob, test, verdict } from './fixture.ts';
import { listen, lyingAround, PASSPHRASE, setPassphrase } from './lying-around.ts';
import { creates, watchRecords } from './records.ts';

test('a passphrase: used while unlocked, asked for when locked, and what waited goes on by itself', async ({
  extension,
  recruiter,
  sandbox,
}) => {
  const records = watchRecords(sandbox);
  const heard = await listen(extension);
  const options = await recruiter.connect();
  await setPassphrase(options);

  // Unlocked, it outlives the worker.
  await recruiter.withoutHold();
  await extension.killWorker();
  const first = await recruiter.panelFor(await recruiter.visit('linkedin/sdui-contact-overlay-open'));
  await expect(verdict(first)).toContainText(/^New/);
  await pickJob(first, 'staff backend');
  await exportButton(first).click();
  await expect(openLink(first)).toBeVisible();
  await first.close();
  expect(records.people()).toHaveLength(1);

  // Locked while an export is held back: it waits.
  await options.evaluate(() => chrome.storage.local.set({ settings: { undoSeconds: 5, buttonOn: [] } }));
  const panel = await recruiter.panelFor(await recruiter.visit('linkedin/classic-complete'));
  await expect(verdict(panel)).toContainText(/^New/);
  await pickJob(panel, 'staff backend');
  await exportButton(panel).click();
  await options.getByRole('button', { name: 'Lock now' }).click();
  await expect(options.getByRole('status', { name: 'Passphrase' })).toContainText('Gleaner is locked');
  const field = panel.getByRole('textbox', { name: 'Passphrase' });
  await expect(field).toBeVisible();
  await expect(field).toHaveCSS('-webkit-text-security', 'disc');
  await expect(panel.getByRole('alert')).toContainText('go on by themselves');
  expect(
    Object.keys(await options.evaluate(() => chrome.storage.session.get())).filter((key) => /^token|^vault/.test(key)),
  ).toEqual([]);
  expect(records.people()).toHaveLength(1);

  await field.fill('seven grey hernos');
  await panel.getByRole('button', { name: 'Unlock' }).click();
  await expect(panel.getByText('That is not the passphrase')).toBeVisible();
  await extension.killWorker();
  await field.fill(PASSPHRASE);
  await field.press('Enter');
  await expect(field).toBeHidden();
  await expect(panel.getByRole('combobox', { name: 'Job' }), 'the keyboard goes on').toBeFocused();
  await expect(openLink(panel)).toBeVisible();
  expect(records.people()).toHaveLength(2);
  expect(creates(sandbox)).toBe(2);

  // Nothing of it in clear, anywhere but in the heads.
  const { local, session, database } = await lyingAround(options);
  const pages = await Promise.all([options, panel].map((page) => page.content()));
  expect(heard.length).toBeGreaterThan(3);
  for (const clear of [PASSPHRASE, sandbox.clientSecret]) {
    for (const place of [local, session, database, ...pages, ...heard]) {
      expect(place).not.toContain(clear);
      expect(place).not.toContain(btoa(clear).replace(/=+$/, ''));
    }
  }
});

test('forget everything leaves nothing, also of an export that was under way and of a draft in an open panel', async ({
  extension,
  recruiter,
  sandbox,
}) => {
  const panel = await recruiter.meet('linkedin/sdui-contact-overlay-open');
  await pickJob(panel, 'staff backend');
  await exportButton(panel).click();
  await expect(openLink(panel)).toBeVisible();

  const other = await recruiter.panelFor(await recruiter.visit('linkedin/classic-complete'));
  await expect(verdict(other)).toContainText(/^New/);
  await other.getByRole('textbox', { name: 'Title' }).fill('Zirkonfahrerin');
  await other.getByRole('textbox', { name: 'Title' }).blur();
  await pickJob(other, 'staff backend');
  await expect.poll(() => recruiter.draftsKept()).toBeGreaterThan(0);
  const options = await extension.open('options.html');
  await options.evaluate(() =>
    chrome.storage.local.set({ 'corrupt:something': 'Zirkonfahrerin', 'an item of tomorrow': 'Zirkonfahrerin' }),
  );
  // Its answer comes when everything is forgotten.
  sandbox.fault({ match: { method: 'POST', path: '/v3/candidates' }, times: 1, do: 'delay', delayMs: 3000 });
  await exportButton(other).click();
  await expect
    .poll(() => sandbox.requests().filter(({ method, path }) => method === 'POST' && path === '/v3/candidates').length)
    .toBe(2);

  await options.getByRole('button', { name: 'Forget everything…' }).click();
  await expect(options.getByRole('group', { name: 'Forget everything' })).toContainText('exported twice');
  await options.getByRole('button', { name: 'Delete it all' }).click();
  const said = options.getByRole('status', { name: 'Forget everything' });
  await expect(said).toContainText('Deleted: 1 secret, 2 encryption keys, 2 access tokens, 1 connection, 2 exports');
  await expect(said).toContainText('1 thing that could not be read');
  await expect(options.getByRole('status', { name: 'Connection' })).toContainText('Not connected');
  await expect(options.getByRole('textbox', { name: 'Client ID' }), 'nor does the form remember').toHaveValue('');
  await options.waitForTimeout(1500);
  expect(await lyingAround(options)).toEqual({ local: '{}', session: '{}', database: expect.any(String), records: 0 });
  // Nor when the panel, which had it all in mind, is closed.
  await other.close();
  await panel.close();
  await extension.killWorker();
  const again = await extension.open('options.html');
  await again.waitForTimeout(500);
  const left = await lyingAround(again);
  expect(left).toMatchObject({ local: '{}', records: 0 });
  expect(left.database).not.toContain('Zirkon');
});

test('where the keyboard was, it stays, whatever is locked, unlocked, switched off or forgotten', async ({ recruiter }) => {
  const options = await recruiter.connect();
  await setPassphrase(options);
  await expect(options.getByRole('heading', { name: 'Passphrase' })).toBeFocused();
  await options.getByRole('button', { name: 'Lock now' }).press('Enter');
  const field = options.getByRole('textbox', { name: 'Passphrase' });
  await expect(field).toBeFocused();
  await field.fill(PASSPHRASE);
  await field.press('Enter');
  await expect(options.getByRole('heading', { name: 'Passphrase' })).toBeFocused();
  await options.getByRole('button', { name: 'Forget everything…' }).press('Enter');
  await expect(options.getByRole('button', { name: 'Keep everything' })).toBeFocused();
  await options.keyboard.press('Enter');
  await expect(options.getByRole('button', { name: 'Forget everything…' })).toBeFocused();
  await options.getByRole('button', { name: 'Disconnect' }).press('Enter');
  await options.getByRole('button', { name: 'Forget it' }).press('Enter');
  await expect(options.getByRole('heading', { name: 'Connection' })).toBeFocused();
});

test('panels that were open while it was locked begin anew when everything is forgotten, and no page of ours is lost', async ({
  recruiter,
}) => {
  const options = await recruiter.connect();
  await setPassphrase(options);
  const crashed: string[] = [];
  const panels = [];
  for (const name of ['linkedin/sdui-contact-overlay-open', 'linkedin/classic-complete']) {
    const panel = await recruiter.panelFor(await recruiter.visit(name));
    panel.on('crash', () => crashed.push(name));
    panels.push(panel);
    await expect(verdict(panel)).toContainText(/^New/);
    await options.bringToFront();
    if (panels.length === 1) await options.getByRole('button', { name: 'Lock now' }).click();
  }
  await options.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
  await options.keyboard.press('Enter');
  await expect(options.getByRole('status', { name: 'Passphrase' })).toContainText('unlocked');
  await options.getByRole('button', { name: 'Forget everything…' }).click();
  await options.getByRole('button', { name: 'Delete it all' }).click();
  await expect(options.getByRole('status', { name: 'Forget everything' })).toContainText('Deleted');
  for (const panel of panels) await expect(panel.getByText('Not connected to Greenhouse')).toBeVisible();
  expect(crashed).toEqual([]);
});
