/**
 * Every family of what Greenhouse and the network can do to a call, as a recruiter and an administrator meet it: one alert, one
 * sentence of what, one action, nothing lost. The table is the promise; the tests walk it.
 */
import type { Page } from '@playwright/test';

import type { ErrorCode } from '#lib/errors.ts';
import { ACTION_TEXT, ACTIONS, adviceKey } from '#lib/panel/advice-table.ts';

import texts from '../../assets/public/_locales/en/messages.json' with { type: 'json' };
import type { Fault } from '../sandbox/faults.ts';
import type { Sandbox } from '../sandbox/server.ts';
import { expect, test, verdict } from './fixture.ts';

type Family = [title: string, fault: Omit<Fault, 'match'>, code: ErrorCode];

const HUGE = JSON.stringify(Array.from({ length: 40_000 }, (_, id) => ({ id: id + 1, filler: 'x'.repeat(260) })));
const status = (code: number, body?: unknown, headers?: Record<string, string>): Omit<Fault, 'match'> => ({
  do: 'status',
  status: code,
  ...(body === undefined ? {} : { body }),
  ...(headers ? { headers } : {}),
});

const FAMILIES: Family[] = [
  ['no answer at all', { do: 'drop-before' }, 'greenhouse/unreachable'],
  ['a server error', status(500), 'greenhouse/unreachable'],
  ['a gateway’s web page', status(502, '<html>Bad gateway</html>', { 'content-type': 'text/html' }), 'greenhouse/unreachable'],
  ['a redirect to another host', status(302, '', { location: 'https://evil.example/v3/candidates' }), 'greenhouse/unreachable'],
  ['a refused token, also a new one', status(401), 'greenhouse/unauthorized'],
  ['a missing right', status(403), 'greenhouse/forbidden'],
  ['content that is refused', status(422, { message: 'Unprocessable Content', errors: ['nope'] }), 'greenhouse/invalid'],
  ['half an answer', { do: 'truncate' }, 'greenhouse/garbled'],
  ['a web page for an answer', status(200, '<html>Sign in</html>', { 'content-type': 'text/html' }), 'greenhouse/garbled'],
  ['an object for a list', status(200, { rows: [] }), 'greenhouse/garbled'],
  ['eleven megabytes', status(200, HUGE, { 'content-type': 'application/json' }), 'greenhouse/garbled'],
  // The last: Gleaner keeps to a limit, whatever it asks for next.
  ['a limit that lasts', status(429, undefined, { 'retry-after': '15' }), 'greenhouse/limited'],
];

function english(key: string): string {
  const text = (texts as Record<string, { message: string }>)[key]?.message;
  if (!text) throw new Error(`no text ${key}`);
  return text;
}

/** The text as it is said, whatever a placeholder became. */
const said = (key: string): RegExp =>
  new RegExp(
    english(key)
      .replace(/[.*+?^{}()|[\]\\]/g, '\\$&')
      .replace(/\$\w+\$/g, '.*'),
  );

/** Nothing else is failing by the time a family is tried. */
function onlyThis(sandbox: Sandbox, path: string, fault: Omit<Fault, 'match'>): void {
  sandbox.reset();
  sandbox.fault({ match: { path }, times: 50, ...fault });
}

async function toldOnce(page: Page): Promise<ReturnType<Page['getByRole']>> {
  const alert = page.getByRole('alert');
  await expect(alert).toHaveCount(1, { timeout: 30_000 });
  return alert;
}

test('in the panel: each is one alert with one action, and the person stays', async ({ recruiter, sandbox }) => {
  test.setTimeout(240_000);
  await recruiter.connect();
  const panel = await recruiter.panelFor(await recruiter.visit('linkedin/sdui-contact-overlay-open'));
  await expect(verdict(panel)).toContainText(/^New/);
  for (const [title, fault, code] of FAMILIES) {
    await test.step(title, async () => {
      onlyThis(sandbox, '/v3/candidates', fault);
      await panel.reload();
      const alert = await toldOnce(panel);
      await expect(alert, title).toContainText(said(adviceKey(code, 'what')));
      const action = ACTIONS[code];
      expect(action, title).not.toBe('none');
      if (action === 'none') return;
      await expect(alert.getByRole('button')).toHaveCount(1);
      await expect(alert.getByRole('button')).toHaveText(english(ACTION_TEXT[action]));
      await expect(panel.getByRole('textbox', { name: 'First name' })).toHaveValue('Oskar');
      sandbox.reset();
      if (action !== 'retry') return;
      await expect(async () => {
        if ((await alert.count()) > 0) await alert.getByRole('button').click({ timeout: 10_000 });
        await expect(verdict(panel), title).toContainText(/^New/, { timeout: 12_000 });
      }).toPass({ timeout: 60_000 });
    });
  }
});

// In two browsers: each check-up asks for tokens, and Gleaner itself asks for no more of them in a minute than Greenhouse may allow.
for (const [half, families] of [
  ['first', FAMILIES.slice(0, 6)],
  ['second', FAMILIES.slice(6)],
] as const)
  test(`in the settings: each is one alert, and nothing typed or saved is lost, ${half} half`, async ({ recruiter, sandbox }) => {
    test.setTimeout(240_000);
    const options = await recruiter.connect();
    for (const [title, fault] of families) {
      await test.step(title, async () => {
        onlyThis(sandbox, '/v3/users', fault);
        await options.getByRole('button', { name: 'Connect', exact: true }).click();
        const alert = await toldOnce(options);
        await expect(alert, title).toContainText(/\w+\./);
        await expect(alert).not.toContainText(sandbox.clientSecret);
        await expect(options.getByRole('textbox', { name: 'Client ID' })).toHaveValue(sandbox.clientId);
        sandbox.reset();
        await expect(async () => {
          await options.getByRole('button', { name: 'Connect', exact: true }).click();
          await expect(options.getByRole('status', { name: 'Connection' }), title).toContainText('Birch Labs');
          await expect(alert, title).toHaveCount(0, { timeout: 4_000 });
        }).toPass({ timeout: 80_000 });
      });
    }
  });
