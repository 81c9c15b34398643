/** The panel when an export does not simply arrive. */
import type { Page } from '@playwright/test';

import { alert, chooseJob, send, sendNow, showPerson, verdict } from './parts.ts';
import type { State } from './state.ts';

const drop = async (panel: Page) => panel.getByRole('button', { name: 'Drop this export' }).click();

export const TROUBLE: State[] = [
  {
    name: 'needs-you-known-by-now',
    async arrange(studio) {
      const panel = await showPerson(studio, 'Nils');
      await verdict(panel, 'New');
      await chooseJob(panel, 'backend');
      await send(panel);
      await studio.somebodyAdds({
        first_name: 'Nils',
        last_name: 'Lindqvist',
        email_addresses: [{ value: 'nils@lindqvist.example', type: 'personal' }],
      });
      await sendNow(panel);
      await alert(panel);
      return panel;
    },
    after: drop,
  },
  {
    name: 'needs-you-missing-scope',
    async arrange(studio) {
      const panel = await showPerson(studio, 'Malin');
      await verdict(panel, 'New');
      await chooseJob(panel, 'backend');
      studio.sandbox.fault({
        match: { method: 'POST', path: '/v3/candidates' },
        do: 'status',
        status: 403,
        body: { message: 'Missing required scope: harvest:candidates:create' },
      });
      await send(panel);
      await sendNow(panel);
      await alert(panel);
      return panel;
    },
    after: drop,
  },
  {
    name: 'lost-answer-looking',
    async arrange(studio) {
      const panel = await showPerson(studio, 'Edvin');
      await verdict(panel, 'New');
      await chooseJob(panel, 'backend');
      // Twice: Chromium itself sends a request again when a connection that was used before breaks.
      studio.sandbox.fault({ match: { method: 'POST', path: '/v3/candidates' }, times: 2, do: 'drop-before' });
      await send(panel);
      await sendNow(panel);
      await alert(panel);
      return panel;
    },
    after: drop,
  },
  {
    name: 'offline-during-export',
    async arrange(studio) {
      const panel = await showPerson(studio, 'Frida');
      await verdict(panel, 'New');
      await chooseJob(panel, 'backend');
      await send(panel);
      studio.sandbox.fault({ match: { path: '/v3/candidates' }, times: 20, do: 'drop-before' });
      await sendNow(panel);
      await alert(panel);
      return panel;
    },
  },
  {
    name: 'offline-and-one-waiting',
    async arrange(studio) {
      const panel = await showPerson(studio, 'Gustav');
      await alert(panel);
      return panel;
    },
  },
];
