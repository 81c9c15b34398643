/** States of the panel that need a world of their own: each list is gone through in a fresh browser and sandbox. */
import { alert, says, verdict, WITH_EMAIL } from './parts.ts';
import type { State } from './state.ts';

export const UNCONNECTED: State[] = [
  {
    name: 'not-connected',
    async arrange(studio) {
      const panel = await studio.show(WITH_EMAIL);
      await says(panel, 'Not connected to Greenhouse');
      await says(panel, 'Oskar Lindqvist');
      return panel;
    },
  },
];

export const LIMITED: State[] = [
  {
    name: 'rate-limited',
    async arrange(studio) {
      studio.sandbox.fault({
        match: { path: '/v3/candidates' },
        times: 20,
        do: 'status',
        status: 429,
        body: { message: 'Rate limit exceeded' },
        headers: { 'Retry-After': '25' },
      });
      const panel = await studio.show(WITH_EMAIL);
      await alert(panel);
      return panel;
    },
  },
];

export const REFUSED: State[] = [
  {
    name: 'credential-refused',
    async arrange(studio) {
      studio.sandbox.fault({
        match: { path: '/token' },
        times: 20,
        do: 'status',
        status: 401,
        body: { error: 'invalid_client' },
      });
      studio.sandbox.fault({ match: { path: '/v3' }, times: 40, do: 'status', status: 401, body: { message: 'Invalid token' } });
      const panel = await studio.show(WITH_EMAIL);
      await alert(panel);
      return panel;
    },
  },
];

export const MANY_JOBS: State[] = [
  {
    name: 'jobs-ten-thousand',
    async arrange(studio) {
      const panel = await studio.show(WITH_EMAIL);
      await verdict(panel, 'New');
      await panel.locator('.list-note summary').waitFor({ timeout: 60_000 });
      await panel.getByRole('combobox', { name: 'Job', exact: true }).click();
      await panel.getByRole('combobox', { name: 'Job', exact: true }).fill('engineer');
      return panel;
    },
  },
];
