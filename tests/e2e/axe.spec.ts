/** Axe over what is seen rarely, light and dark: locked, with a partner key, beside Greenhouse's credentials page, and before all is forgotten. */
import { axeFindsNothing } from './axe.ts';
import { expect, pickJob, test, verdict } from './fixture.ts';
import { test as testWithPolicy } from './with-policy.ts';

// Each look takes seconds.
test.describe.configure({ timeout: 120_000 });

const OSKAR = 'linkedin/sdui-contact-overlay-open';
const PASSPHRASE = 'seven grey herons at dusk';

test('the passphrase, from setting it to a locked panel, and the question before all is forgotten', async ({ recruiter }) => {
  const options = await recruiter.connect();
  await options.getByText('Set a passphrase').first().click();
  const field = options.getByRole('textbox', { name: 'New passphrase' });
  await field.fill('short');
  await field.press('Enter');
  await expect(options.getByRole('alert')).toContainText('Too short');
  await axeFindsNothing(options);
  await field.fill(PASSPHRASE);
  await options.getByRole('textbox', { name: 'The same once more' }).fill(PASSPHRASE);
  await options.keyboard.press('Enter');
  await options.getByText('Change the passphrase').first().click();
  await options.getByRole('button', { name: 'Forget everything…' }).click();
  await expect(options.getByRole('button', { name: 'Keep everything' })).toBeFocused();
  await axeFindsNothing(options);
  await options.getByRole('button', { name: 'Lock now' }).click();
  await axeFindsNothing(options);

  const panel = await recruiter.panelFor(await recruiter.visit(OSKAR));
  const asked = panel.getByRole('textbox', { name: 'Passphrase' });
  await asked.fill('seven grey hernos');
  await asked.press('Enter');
  await expect(panel.getByText('That is not the passphrase')).toBeVisible();
  await axeFindsNothing(panel);
});

test('a partner key: refused, connected, and the panel with it', async ({ extension, recruiter, sandbox }) => {
  const options = await extension.open('options.html');
  const key = options.getByRole('textbox', { name: 'Partner key' });
  await options.getByRole('textbox', { name: 'Acting user email' }).fill(sandbox.user.email ?? '');
  await key.fill('not-the-key');
  await key.press('Enter');
  await expect(options.getByRole('alert')).toBeVisible();
  await expect(key).toBeFocused();
  await axeFindsNothing(options);
  await key.fill(sandbox.partnerKey);
  await key.press('Enter');
  await expect(options.getByRole('status', { name: 'Connection' })).toContainText(sandbox.user.name);
  await axeFindsNothing(options);
  const panel = await recruiter.panelFor(await recruiter.visit(OSKAR));
  await expect(verdict(panel)).toContainText(/^New/);
  await pickJob(panel, 'staff backend');
  await panel.getByRole('button', { name: 'Make a tracking link' }).click();
  await expect(panel.getByRole('textbox', { name: 'Tracking link' })).toBeVisible();
  await axeFindsNothing(panel);
});

test('the panel beside Greenhouse’s credentials page', async ({ extension, recruiter, sandbox }) => {
  sandbox.scopes({ without: ['harvest:jobs:list'] });
  await recruiter.connect();
  const page = await extension.context.newPage();
  await page.route('https://app.greenhouse.io/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>Nothing yet' }),
  );
  await page.goto('https://app.greenhouse.io/configure/dev_center/credentials');
  const panel = await recruiter.panelFor(page);
  await panel.getByRole('button', { name: 'Take over' }).click();
  await expect(panel.getByRole('status', { name: 'Take over' })).not.toBeEmpty();
  await axeFindsNothing(panel);
});

testWithPolicy('what the organisation has set', async ({ extension, policy, sandbox }) => {
  policy.set({
    clientId: sandbox.clientId,
    clientSecret: sandbox.clientSecret,
    actingUsers: [sandbox.user.email],
    allowedSites: ['github', 'linkedn'],
    undoSeconds: 0,
    locked: ['clientId', 'undoSeconds'],
  });
  const options = await extension.open('options.html');
  await expect(options.getByRole('region', { name: 'Managed by your organisation' })).toContainText('linkedn', {
    timeout: 30_000,
  });
  await expect(options.getByRole('status', { name: 'Connection' })).toContainText('Birch Labs', { timeout: 30_000 });
  await axeFindsNothing(options);
});
