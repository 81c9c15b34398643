/** One credential after another through a whole life: typed, refused, used, locked, replaced by a policy, forgotten. Nothing of it leaks. */
import type { Page } from '@playwright/test';

import { expect, exportButton, openLink, pickJob, verdict } from './fixture.ts';
import { listen, lyingAround, PASSPHRASE, setPassphrase } from './lying-around.ts';
import { test } from './with-policy.ts';

const WRONG = 'wrong-secret-Zirkonfahrerin';
/** What Greenhouse quotes of what it refuses: a person's. */
const QUOTED = 'Quittenbaum';
/** A change of the file reaches the browser in about five seconds. */
const SOON = { timeout: 30_000 };

/** All that a page says, its fields included. A panel that begins anew, as each does after "Forget everything", is read once it has. */
async function shownBy(page: Page): Promise<string[]> {
  let shown: string[] = [];
  await expect(async () => {
    const source = await page.content();
    const fields = await page
      .locator('input, textarea')
      .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));
    shown = [page.url(), source, ...fields];
  }).toPass({ timeout: 10_000 });
  return shown;
}

test('no secret is in a message, a console, an address, a page or storage, whatever happens to it', async ({
  extension,
  policy,
  recruiter,
  sandbox,
}) => {
  test.setTimeout(120_000);
  const heard = await listen(extension);
  for (const worker of extension.context.serviceWorkers()) worker.on('console', (message) => heard.push(message.text()));
  extension.context.on('request', (request) => heard.push(request.url()));

  /** Everywhere, after each thing that happens; a token may be where it lives, and nowhere else. */
  async function look(when: string, page: Page): Promise<void> {
    const { local, session, database } = await lyingAround(page);
    const pages = extension.context.pages().filter((one) => one.url().startsWith('chrome-extension:'));
    const shown = await Promise.all(pages.map(shownBy));
    const asked = sandbox.requests().map(({ path, query }) => JSON.stringify([path, query]));
    const places = [local, database, ...shown.flat(), ...heard, ...asked].join('\n');
    const kept = JSON.parse(session) as Record<string, { value?: string }>;
    const tokens = Object.entries(kept).flatMap(([key, { value }]) => (key.startsWith('token ') && value ? [value] : []));
    for (const clear of [WRONG, sandbox.clientSecret, sandbox.partnerKey, PASSPHRASE]) {
      for (const form of [clear, btoa(clear).replace(/=+$/, ''), encodeURIComponent(clear)]) {
        expect(places + session, `${when}: ${form}`).not.toContain(form);
      }
    }
    for (const token of tokens) expect(places, `${when}: a token`).not.toContain(token);
    expect(local + session + database, `${when}: what was quoted`).not.toContain(QUOTED);
  }

  const first = await recruiter.connect({ secret: WRONG });
  await expect(first.getByRole('alert')).toBeVisible();
  await look('refused', first);
  await first.close();

  const options = await recruiter.connect();
  await expect(options.getByRole('status', { name: 'Connection' })).toContainText('Birch Labs');
  await look('connected', options);
  await recruiter.withoutHold();

  const panel = await recruiter.panelFor(await recruiter.visit('linkedin/sdui-contact-overlay-open'));
  await expect(verdict(panel)).toContainText(/^New/);
  await pickJob(panel, 'staff backend');
  const body = { errors: [{ message: `${QUOTED} is not an address`, field: 'email_addresses' }] };
  sandbox.fault({ match: { method: 'POST', path: '/v3/candidates' }, times: 1, do: 'status', status: 422, body });
  await exportButton(panel).click();
  await expect(panel.getByText(QUOTED).first()).toBeVisible();
  await look('refused by content', options);
  await panel.reload();
  await expect(panel.getByText(QUOTED).first(), 'it is still known').toBeVisible();
  await panel.getByRole('button', { name: 'Try again' }).first().click();
  await expect(openLink(panel)).toBeVisible();
  await look('exported', options);

  await setPassphrase(options);
  await look('with a passphrase', options);
  await options.getByRole('button', { name: 'Lock now' }).click();
  await expect(options.getByRole('status', { name: 'Passphrase' })).toContainText('Gleaner is locked');
  await look('locked', options);

  // Given while it is locked, it is taken when it is unlocked.
  policy.set({ partnerKey: sandbox.partnerKey, actingUsers: [sandbox.user.email], locked: ['partnerKey'] });
  await expect(options.getByText('Managed by your organisation').first()).toBeVisible(SOON);
  expect((await lyingAround(options)).local).not.toContain('"byPolicy":true');
  await look('given by a policy, locked', options);
  await options.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
  await options.keyboard.press('Enter');
  await expect.poll(async () => (await lyingAround(options)).local).toContain('"byPolicy":true');
  await look('given by a policy', options);

  policy.remove();
  await expect(options.getByRole('status', { name: 'Connection' })).toContainText('Not connected', SOON);
  await recruiter.connect();
  await options.getByRole('button', { name: 'Forget everything…' }).click();
  await options.getByRole('button', { name: 'Delete it all' }).click();
  await expect(options.getByRole('status', { name: 'Forget everything' })).toContainText('Deleted');
  await look('forgotten', options);
  expect(heard.join(), 'messages were heard').toContain('connection.test');
});
