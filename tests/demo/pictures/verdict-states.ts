/** The verdict in each of its states: what is said first, what Greenhouse adds, and what a recruiter can say to it. */
import { alert, chooseJob, done, send, sendNow, showPerson, verdict } from './parts.ts';
import type { State } from './state.ts';
import type { Studio } from './studio.ts';

const slowly = ({ sandbox }: Studio, delayMs: number) =>
  sandbox.fault({ match: { method: 'GET', path: '/v3/candidates' }, times: 9, do: 'delay', delayMs });

export const VERDICT: State[] = [
  {
    name: 'checking',
    async arrange(studio) {
      slowly(studio, 3000);
      const panel = await showPerson(studio, 'Runa', 'Solheim');
      await verdict(panel, 'Checking');
      return panel;
    },
    after: async (panel) => verdict(panel, 'New'),
  },
  {
    name: 'known-updated',
    async arrange(studio) {
      const panel = await studio.panel();
      await chooseJob(panel, 'backend');
      await send(panel);
      await sendNow(panel);
      await done(panel);
      await panel.getByRole('button', { name: 'Another job for this person' }).click();
      await panel.getByRole('button', { name: 'Update in Greenhouse' }).waitFor();
      await send(panel);
      await sendNow(panel);
      await panel.getByText(/is up to date in Greenhouse$/).waitFor({ timeout: 20_000 });
      return panel;
    },
  },
  {
    name: 'known-on-this-machine',
    async arrange(studio) {
      await showPerson(studio, 'Torben');
      slowly(studio, 3000);
      const panel = await showPerson(studio, 'Runa', 'Solheim');
      await panel.getByText('Looking up where they stand…').waitFor();
      return panel;
    },
    after: (panel) => panel.getByText('Looking up where they stand…').waitFor({ state: 'detached' }),
  },
  {
    name: 'known-and-greenhouse-unreachable',
    async arrange(studio) {
      await showPerson(studio, 'Torben');
      studio.sandbox.fault({ match: { path: '/v3/candidates' }, times: 99, do: 'drop-before' });
      const panel = await showPerson(studio, 'Runa', 'Solheim');
      await panel.getByText('Greenhouse could not be asked where they stand.').waitFor({ timeout: 30_000 });
      await alert(panel);
      return panel;
    },
    after: async (_panel, { sandbox }) => sandbox.reset(),
  },
];
