/** What pages can do to us, and what we may do: the facts that the design stands on, checked in a real browser. */
import { AxeBuilder } from '@axe-core/playwright';

import { expect, pickJob, test, verdict } from './fixture.ts';
import { strangers } from '../support/strangers.ts';

const OSKAR = 'linkedin/sdui-contact-overlay-open';

test('a page that was not clicked cannot be read, and one click reads it', async ({ extension, recruiter }) => {
  const page = await recruiter.visit(OSKAR);
  const panel = await extension.open(`sidepanel.html?tab=${await extension.tabId(page)}`);
  await expect(panel.getByRole('main')).toContainText(/toolbar|allow/i);
  await expect(panel.getByRole('textbox', { name: 'First name' })).toHaveCount(0);
  await extension.clickToolbar(page);
  await expect(panel.getByRole('textbox', { name: 'First name' })).toHaveValue('Oskar');
});

test('a site that is allowed is read without a click each time', async ({ extension, recruiter }) => {
  await extension.allowHost('https://github.com/*');
  const page = await recruiter.visit('github/signed-in-complete');
  const panel = await extension.panelBeside(page);
  await expect(panel.getByRole('textbox', { name: 'First name' })).toHaveValue('Solveig');
  await panel.getByRole('button', { name: /allow/i }).click();
  await expect(panel.getByRole('button', { name: /allow/i })).toHaveCount(0);
  const next = await recruiter.visit('github/layout-of-2018');
  const second = await extension.open(`sidepanel.html?tab=${await extension.tabId(next)}`);
  await expect(second.getByRole('textbox', { name: 'First name' })).toHaveValue(/Inés/);
});

/** Hosts by name → whether an answer came; run inside a page of ours, or inside the worker. */
const contact = (hosts: string[]) =>
  Promise.all(
    hosts.map((host) =>
      fetch(`https://${host}/`, { credentials: 'omit' }).then(
        () => [host, 'answered'],
        () => [host, 'refused'],
      ),
    ),
  ).then((outcomes) => Object.fromEntries(outcomes) as Record<string, string>);

test('our pages and our worker can contact Greenhouse’s three hosts and nobody else', async ({ extension, pages }) => {
  const ours = ['auth.greenhouse.io', 'harvest.greenhouse.io', 'api.greenhouse.io'];
  const others = [
    'evil.example',
    'harvest.greenhouse.io.evil.example',
    'app.greenhouse.io',
    'greenhouse.io',
    'auth.greenhouse.io:8443',
  ];
  const expected = Object.fromEntries([...ours.map((host) => [host, 'answered']), ...others.map((host) => [host, 'refused'])]);
  const before = pages.asked.length;
  const options = await extension.open('options.html');
  expect(await options.evaluate(contact, [...ours, ...others])).toEqual(expected);
  const [worker] = extension.context.serviceWorkers();
  expect(await worker?.evaluate(contact, [...ours, ...others])).toEqual(expected);
  expect(strangers(pages.asked.slice(before), [])).toEqual([]);
});

test('nothing of ours runs on a page, and no page can find us, before the recruiter asks', async ({ extension, recruiter }) => {
  const page = await recruiter.visit(OSKAR);
  const probes = await page.evaluate(
    (id) =>
      Promise.all(
        ['icon/128.png', 'sidepanel.html', 'read-linkedin.js', 'manifest.json'].map((path) =>
          fetch(`chrome-extension://${id}/${path}`).then(
            () => 'found',
            () => 'nothing',
          ),
        ),
      ),
    extension.id,
  );
  expect(probes).toEqual(['nothing', 'nothing', 'nothing', 'nothing']);
  expect(await page.evaluate(() => Object.keys(globalThis).filter((key) => /gleaner|wxt/i.test(key)))).toEqual([]);
});

test('senders are stamped as the message boundary believes', async ({ extension, recruiter }) => {
  const page = await recruiter.visit(OSKAR);
  const options = await extension.open('options.html');
  await options.evaluate(() => {
    (globalThis as { senders?: unknown[] }).senders = [];
    chrome.runtime.onMessage.addListener((message, sender) => {
      if (message?.probe)
        (globalThis as unknown as { senders: unknown[] }).senders.push({ ...sender, tab: sender.tab !== undefined });
      return undefined;
    });
  });
  const tab = await extension.tabId(page);
  const panel = await extension.open('sidepanel.html');
  await extension.clickToolbar(page);
  await panel.evaluate(() => chrome.runtime.sendMessage({ probe: 1 }).catch(() => undefined));
  await panel.evaluate(
    (tabId) => chrome.scripting.executeScript({ target: { tabId }, func: () => void chrome.runtime.sendMessage({ probe: 2 }) }),
    tab,
  );
  await expect.poll(() => options.evaluate(() => (globalThis as unknown as { senders: unknown[] }).senders.length)).toBe(2);
  const [ours, inPage] = await options.evaluate(() => (globalThis as unknown as { senders: Record<string, unknown>[] }).senders);
  expect(ours).toMatchObject({ id: extension.id, origin: `chrome-extension://${extension.id}`, tab: true, frameId: 0 });
  expect(inPage).toMatchObject({ id: extension.id, origin: 'https://www.linkedin.com', tab: true, frameId: 0 });
});

test('the button in the page appears only where it was turned on, and opens the panel', async ({ extension, recruiter }) => {
  await recruiter.connect();
  await extension.allowHost('https://github.com/*');
  const options = await extension.open('options.html');
  const before = await recruiter.visit('github/signed-in-complete');
  expect(await before.evaluate(() => document.documentElement.childElementCount)).toBe(2);
  await options.bringToFront();
  await options.getByRole('switch', { name: /button.*GitHub/i }).click();
  await expect(options.getByRole('switch', { name: /button.*GitHub/i })).toBeChecked();
  const page = await recruiter.visit('github/layout-of-2018');
  const host = page.locator('html > :not(head, body)');
  await expect(host).toBeAttached();
  expect(
    await page.evaluate(() => [...document.querySelectorAll('*')].some((element) => element.shadowRoot)),
    'the shadow root is closed',
  ).toBe(false);
  const box = await host.boundingBox();
  expect(box).not.toBeNull();
  // As a hand does: it comes to rest on the mark, the button unfolds, and then it presses.
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2, { steps: 5 });
  await page.waitForTimeout(400);
  await page.mouse.down();
  await page.mouse.up();
  const panel = await extension.sidePanel();
  await expect(panel.getByRole('textbox', { name: 'First name' })).toHaveValue(/Inés/);
  const elsewhere = await recruiter.visit(OSKAR);
  await expect(elsewhere.locator('html > :not(head, body)')).toHaveCount(0);
});

test.describe('axe finds nothing', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(colorScheme, async ({ recruiter }) => {
      const options = await recruiter.connect();
      await options.emulateMedia({ colorScheme });
      const panel = await recruiter.panelFor(await recruiter.visit(OSKAR));
      await panel.emulateMedia({ colorScheme });
      await expect(verdict(panel)).toContainText(/^New/);
      await panel.getByRole('button', { name: /change/i }).click();
      const box = panel.getByRole('combobox', { name: 'Job' });
      await box.click();
      await expect(panel.getByRole('listbox')).toBeVisible();
      for (const page of [panel, options]) {
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      }
      await pickJob(panel, 'staff backend');
    });
  }
});
