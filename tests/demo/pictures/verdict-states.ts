/** The verdict in each of its states: what is said first, what Greenhouse adds, and what a recruiter can say to it. */
import { alert, chooseJob, done, knownPeople, send, sendNow, showPerson, verdict } from './parts.ts';
import type { State } from './state.ts';
import { PANEL_SIZE, type Studio } from './studio.ts';

const slowly = ({ sandbox }: Studio, delayMs: number) =>
  sandbox.fault({ match: { method: 'GET', path: '/v3/candidates' }, times: 1, do: 'delay', delayMs });

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
  {
    name: 'new-search-by-hand',
    async arrange(studio) {
      const [known] = knownPeople(studio.sandbox);
      const panel = await showPerson(studio, 'Sigrid');
      await verdict(panel, 'New');
      await panel.getByText('Search Greenhouse').click();
      await panel.getByRole('searchbox').fill(known?.email ?? '');
      await panel.getByRole('searchbox').press('Enter');
      await panel.getByRole('button', { name: /^This is them/ }).waitFor();
      return panel;
    },
  },
  {
    name: 'new-search-without-result',
    async arrange(studio) {
      const panel = await studio.panel();
      await panel.getByRole('searchbox').fill('nobody@nowhere.example');
      await panel.getByRole('searchbox').press('Enter');
      await panel.getByText('Nobody found by that.').waitFor();
      return panel;
    },
  },
  {
    name: 'not-them',
    async arrange(studio) {
      const [, one, other] = knownPeople(studio.sandbox);
      const panel = await showPerson(studio, 'Gunnar');
      await verdict(panel, 'New');
      await panel.getByRole('textbox', { name: 'Email 1' }).fill(one?.email ?? '');
      await panel.getByRole('button', { name: 'Add email' }).click();
      await panel.getByRole('textbox', { name: 'Email 2' }).fill(other?.email ?? '');
      await verdict(panel, 'Possible match');
      await panel
        .getByRole('button', { name: /^Not them/ })
        .first()
        .click();
      await panel.getByText('1 person in Greenhouse may be this one.').waitFor();
      return panel;
    },
  },
  {
    name: 'this-is-them',
    async arrange(studio) {
      const panel = await studio.panel();
      await panel.getByRole('button', { name: /^This is them/ }).click();
      await verdict(panel, 'In Greenhouse');
      return panel;
    },
  },
  {
    name: 'none-of-them-narrow',
    async arrange(studio) {
      const panel = await studio.panel();
      await panel.setViewportSize({ width: 320, height: 800 });
      await panel.getByRole('button', { name: 'Not them' }).click();
      await verdict(panel, 'Possible match');
      await panel.getByRole('button', { name: /^Not them/ }).click();
      await verdict(panel, 'New');
      return panel;
    },
    after: (panel) => panel.setViewportSize(PANEL_SIZE),
  },
];
