/** The panel's queue: exports of people who are not on show, each stopped or waiting in its own way. */
import type { Page } from '@playwright/test';

import { alert, chooseJob, send, sendNow, showPerson, verdict } from './parts.ts';
import type { State } from './state.ts';
import { PANEL_SIZE, type Studio } from './studio.ts';

async function exported(studio: Studio, first: string, before: () => unknown): Promise<Page> {
  const panel = await showPerson(studio, first);
  await verdict(panel, 'New');
  await chooseJob(panel, 'backend');
  await send(panel);
  await before();
  await sendNow(panel);
  await alert(panel);
  return panel;
}

const CREATE = { method: 'POST', path: '/v3/candidates' };
const of = (panel: Page, name: string) => panel.locator('.queue li').filter({ hasText: name });
const top = (panel: Page) => panel.locator('#queue').evaluate((heading) => heading.scrollIntoView());

export const QUEUE: State[] = [
  {
    name: 'queue',
    async arrange(studio) {
      const { sandbox } = studio;
      await exported(studio, 'Nils', () =>
        studio.somebodyAdds({
          first_name: 'Nils',
          last_name: 'Lindqvist',
          email_addresses: [{ value: 'nils@lindqvist.example', type: 'personal' }],
        }),
      );
      await exported(studio, 'Malin', () =>
        sandbox.fault({
          match: CREATE,
          do: 'status',
          status: 403,
          body: { message: 'Missing required scope: harvest:candidates:create' },
        }),
      );
      // Twice: Chromium itself sends a request again when a connection that was used before breaks.
      await exported(studio, 'Edvin', () => sandbox.fault({ match: CREATE, times: 2, do: 'drop-before' }));
      await exported(studio, 'Frida', () => sandbox.fault({ match: { path: '/v3/candidates' }, times: 12, do: 'drop-before' }));
      const panel = await showPerson(studio, 'Gustav');
      await of(panel, 'Frida').waitFor();
      await panel.locator('#send:enabled').waitFor();
      await top(panel);
      return panel;
    },
  },
  {
    name: 'queue-choose',
    async arrange(studio) {
      const panel = await studio.panel();
      await panel.getByRole('button', { name: 'Choose: Nils Lindqvist' }).click();
      await panel.getByRole('button', { name: /^Add Nils/ }).waitFor();
      await top(panel);
      return panel;
    },
  },
  {
    name: 'queue-choose-320-px',
    async arrange(studio) {
      const panel = await studio.panel();
      await panel.setViewportSize({ ...PANEL_SIZE, width: 320 });
      return panel;
    },
    after: async (panel) => {
      await panel.setViewportSize(PANEL_SIZE);
      await panel.getByRole('button', { name: 'Choose: Nils Lindqvist' }).click();
    },
  },
  {
    name: 'queue-report',
    async arrange(studio) {
      const panel = await studio.panel();
      await of(panel, 'Malin').locator('summary').click();
      await panel.getByRole('button', { name: 'Report for support: Malin Lindqvist' }).click();
      await panel.getByRole('textbox', { name: 'What is in the report' }).waitFor();
      await top(panel);
      return panel;
    },
    after: async (panel) => panel.getByRole('button', { name: 'Close' }).click(),
  },
  {
    name: 'queue-let-go',
    async arrange(studio) {
      const panel = await studio.panel();
      await of(panel, 'Edvin').locator('summary').click();
      await panel.getByRole('button', { name: 'Drop: Edvin Lindqvist' }).click();
      await panel.getByText('Let go. It may have been sent').waitFor();
      await top(panel);
      return panel;
    },
  },
];
