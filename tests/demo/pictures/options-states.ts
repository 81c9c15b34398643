/** Every state of the options page. */
import type { Page } from '@playwright/test';

import { USED_SCOPES } from '#lib/greenhouse/rights.ts';

import { ALL_SCOPES } from '../../sandbox/auth/scopes.ts';
import { credentialOf, typeCredential } from '../connect.ts';
import { alert } from './parts.ts';
import type { State } from './state.ts';
import type { Studio } from './studio.ts';

const WIDE = { width: 900, height: 900 };

async function optionsOf(studio: Studio): Promise<Page> {
  const open = studio.extension.context.pages().find((page) => page.url().includes('/options.html'));
  const page = open ?? (await studio.extension.open('options.html'));
  await page.setViewportSize(WIDE);
  await page.bringToFront();
  return page;
}

const typed = (name: string, change: object): State => ({
  name,
  async arrange(studio) {
    const page = await optionsOf(studio);
    await page.reload();
    await typeCredential(page, { ...credentialOf(studio.sandbox), ...change });
    await alert(page);
    return page;
  },
});

export const NOT_YET: State[] = [
  {
    name: 'not-connected',
    async arrange(studio) {
      const page = await optionsOf(studio);
      await page.getByRole('status', { name: 'Connection' }).filter({ hasText: 'Not connected' }).waitFor();
      return page;
    },
  },
  typed('nothing-typed', { clientId: '', clientSecret: '', email: '' }),
  typed('client-id-cut-off', { clientId: 'aB3dE5fG7hI9' }),
  typed('v1-key', { clientId: 'a7183e1b7e9ab09b8a5cfa87d1934c3c', clientSecret: '' }),
  typed('wrong-secret', { clientSecret: 'not-the-secret' }),
  typed('unknown-acting-user', { email: 'nobody@birchlabs.example' }),
  {
    name: 'unreachable',
    async arrange(studio) {
      const page = await optionsOf(studio);
      studio.sandbox.fault({ match: { path: '/token' }, times: 4, do: 'drop-before' });
      await page.reload();
      await typeCredential(page, credentialOf(studio.sandbox));
      await alert(page);
      return page;
    },
  },
];

/** What the check-up finds, one after the other, of a connection that is there. */
const foundBy = (name: string, change: (sandbox: Studio['sandbox']) => void, finding: string): State => ({
  name,
  async arrange(studio) {
    change(studio.sandbox);
    const page = await optionsOf(studio);
    await page.getByRole('button', { name: 'Test again' }).click();
    await page.getByRole('region', { name: 'Check-up' }).getByText(finding).first().waitFor();
    return page;
  },
});

export const LACKING: State[] = [
  {
    name: 'missing-scopes',
    async arrange(studio) {
      studio.sandbox.scopes({ without: ['harvest:candidates:create', 'harvest:notes:create', 'harvest:prospect_pools:list'] });
      const page = await optionsOf(studio);
      await typeCredential(page, credentialOf(studio.sandbox));
      await page.getByRole('table', { name: 'What the credential may do' }).waitFor({ timeout: 20_000 });
      return page;
    },
  },

  foundBy('all-well', ({ scopes }) => scopes({ only: [...USED_SCOPES] }), 'All is well'),
  foundBy('too-many-scopes', ({ scopes }) => scopes({ only: ALL_SCOPES }), 'Gleaner has no use for that'),
  foundBy('reader-not-site-admin', ({ quirks }) => quirks({ serviceUserIsSiteAdmin: false }), 'is not a Site Admin'),
  foundBy('secret-renewed', ({ credential }) => void credential({ clientSecret: 'another' }), 'refused the credential'),
];

export const CONNECTED: State[] = [
  {
    name: 'connected',
    async arrange(studio) {
      const page = await optionsOf(studio);
      await page.getByRole('status', { name: 'Connection' }).filter({ hasText: 'Connected' }).waitFor();
      return page;
    },
  },
  {
    name: 'disconnect-asked',
    async arrange(studio) {
      const page = await optionsOf(studio);
      await page.getByRole('button', { name: 'Disconnect' }).click();
      return page;
    },
    after: (page) => page.getByRole('button', { name: 'Keep it' }).click(),
  },
  {
    name: 'narrow',
    async arrange(studio) {
      const page = await optionsOf(studio);
      await page.setViewportSize({ width: 420, height: 900 });
      return page;
    },
  },
];
