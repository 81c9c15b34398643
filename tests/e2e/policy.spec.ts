/** An organisation's policy in a real Chromium, by a real policy file: set, changed and removed while the browser runs. */
import { expect, exportButton, openLink, pickJob, verdict } from './fixture.ts';
import { stored, watchRecords } from './records.ts';
import { test } from './with-policy.ts';

const SOLVEIG = 'github/signed-in-complete';
/** A change of the file reaches the browser in about five seconds. */
const SOON = { timeout: 30_000 };

test('a shared credential: the recruiter types their address once, and what is locked is what is sent', async ({
  extension,
  policy,
  recruiter,
  sandbox,
}) => {
  const source = stored(sandbox).sources.find(({ name }) => !/github/i.test(name));
  policy.set({
    clientId: sandbox.clientId,
    clientSecret: sandbox.clientSecret,
    actingUsers: ['@birchlabs.example'],
    defaultSource: source?.name,
    defaultTags: ['by policy'],
    undoSeconds: 0,
    locked: ['clientId', 'defaultSource', 'defaultTags', 'undoSeconds'],
  });
  const options = await extension.open('options.html');
  const status = options.getByRole('status', { name: 'Connection' });
  const clientId = options.getByRole('textbox', { name: 'Client ID' });
  await expect(clientId, 'it reaches the open page').toHaveValue(sandbox.clientId, SOON);
  await expect(clientId).not.toBeEditable();
  await expect(clientId).toHaveAccessibleDescription('Set by your organisation.');
  await expect(options.getByRole('textbox', { name: 'Client secret' })).not.toBeEditable();
  expect(await options.content()).not.toContain(sandbox.clientSecret);

  const email = options.getByRole('textbox', { name: 'Acting user email' });
  await email.fill('somebody@elsewhere.example');
  await options.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(options.getByRole('alert')).toContainText('Your organisation does not allow this acting user');
  await email.fill(sandbox.user.email ?? '');
  await options.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(status).toContainText('Birch Labs');
  const kept = await options.evaluate(async () =>
    JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get()]),
  );
  expect(kept).toContain('"byPolicy":true');
  expect(kept).not.toContain(sandbox.clientSecret);

  const records = watchRecords(sandbox);
  const panel = await recruiter.panelFor(await recruiter.visit(SOLVEIG));
  await expect(verdict(panel)).toContainText(/^New/);
  await pickJob(panel, 'staff backend');
  await panel.getByRole('button', { name: 'Change' }).click();
  await expect(panel.getByRole('textbox', { name: 'Source' })).toHaveValue(source?.name ?? '');
  await expect(panel.getByRole('textbox', { name: 'Source' })).toHaveAccessibleDescription('Set by your organisation.');
  await exportButton(panel).click();
  await expect(openLink(panel)).toBeVisible();
  const [person] = records.people();
  expect(person?.applications[0]?.source_id).toBe(source?.id);
  await expect.poll(() => records.people()[0]?.tags).toContain('by policy');

  const list = await extension.context.newPage();
  await list.goto('chrome://policy');
  await expect(list.getByText('clientSecret').first(), 'the browser lists what is set').toBeVisible();
  expect(await list.locator('body').ariaSnapshot(), 'but shows no secret').not.toContain(sandbox.clientSecret);
});

test('whom the index holds is the organisation’s word where it is locked, whatever a page asks for', async ({
  extension,
  policy,
  recruiter,
  sandbox,
}) => {
  const given = { clientId: sandbox.clientId, clientSecret: sandbox.clientSecret, actingUsers: [sandbox.user.email] };
  policy.set({ ...given, peopleIndex: 'off', locked: ['peopleIndex'] });
  await recruiter.keepIndex({ kind: 'everybody' });
  const options = await extension.open('options.html');
  const title = 'Everybody in Greenhouse, known on this computer';
  const whom = options.getByRole('textbox', { name: 'Whom to know' });
  await expect(whom).toHaveValue('Nobody: off', SOON);
  await expect(whom).not.toBeEditable();
  await expect(whom).toHaveAccessibleDescription('Set by your organisation.');
  const answer = await options.evaluate(() =>
    chrome.runtime.sendMessage({ v: 1, name: 'index.command', body: { do: 'choose', scope: { kind: 'everybody' } } }),
  );
  expect(answer).toMatchObject({ ok: true, value: { scope: { kind: 'off' }, state: 'off' } });

  policy.set({ ...given, peopleIndex: '2 months', locked: ['peopleIndex'] });
  await expect(whom).toHaveValue('Only people who changed in Greenhouse in the last 2 months', SOON);
  await expect(options.getByRole('status', { name: title })).toContainText('Complete');
  // Not locked, the recruiter's own choice, made above, goes first.
  policy.set({ ...given, peopleIndex: '2 months' });
  await expect(options.getByRole('radio', { name: 'Everybody' })).toBeChecked(SOON);
});

test('sites that are left out are not read, from the moment that is said; and all of it goes as it came', async ({
  extension,
  policy,
  recruiter,
  sandbox,
}) => {
  policy.set({
    clientId: sandbox.clientId,
    clientSecret: sandbox.clientSecret,
    actingUsers: [sandbox.user.email],
    allowedSites: ['github'],
    undoSeconds: 25,
  });
  const options = await extension.open('options.html');
  const status = options.getByRole('status', { name: 'Connection' });
  await expect(status, 'with one user to act as, it connects by itself').toContainText('Birch Labs', SOON);
  await expect(options.getByRole('group', { name: 'LinkedIn' })).toContainText(
    'Your organisation does not allow Gleaner on this site.',
  );
  await expect(options.getByRole('spinbutton', { name: 'Undo window' })).toHaveValue('25');

  const panel = await recruiter.panelFor(await recruiter.visit(SOLVEIG));
  await expect(verdict(panel)).toContainText(/^New/);
  const elsewhere = await recruiter.panelFor(await recruiter.visit('linkedin/sdui-contact-overlay-open'));
  const refusal = elsewhere.getByRole('heading', { name: 'Your organisation does not allow Gleaner on this site' });
  await expect(refusal).toBeVisible();

  // The recruiter's click on the page still counts; what is missing is the organisation's word.
  policy.set({ allowedSites: ['linkedin', 'linkedn'] });
  await expect(panel.getByRole('heading', { name: 'Your organisation does not allow Gleaner on this site' })).toBeVisible(SOON);
  await expect(panel.getByRole('textbox', { name: 'First name' })).toHaveCount(0);
  await expect(elsewhere.getByRole('textbox', { name: 'First name' })).toBeVisible();
  await expect(options.getByRole('region', { name: 'Managed by your organisation' })).toContainText('linkedn');
  await expect(status, 'with the credential the connection goes').toContainText('Not connected');
  await expect.poll(() => options.evaluate(async () => (await chrome.storage.local.get('vault'))['vault'])).toBeUndefined();

  policy.remove();
  await expect(options.getByRole('region', { name: 'Managed by your organisation' })).toHaveCount(0, SOON);
  await expect(panel.getByRole('textbox', { name: 'First name' })).toBeVisible();
});
