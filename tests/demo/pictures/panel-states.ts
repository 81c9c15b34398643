/** Every state of the panel, in the order in which one browser can go through them. */
import type { Page } from '@playwright/test';

import {
  alert,
  chooseJob,
  done,
  EMAIL,
  knownPeople,
  says,
  send,
  sendNow,
  showPerson,
  verdict,
  WITH_CAREER,
  WITH_EMAIL,
} from './parts.ts';
import type { Studio } from './studio.ts';

export interface State {
  name: string;
  arrange(studio: Studio): Promise<Page>;
  /** Puts away what would stand in the way of the next state. */
  after?(panel: Page, studio: Studio): Promise<void>;
}

const nobody = (name: string, sample: string, sentence: string): State => ({
  name,
  async arrange(studio) {
    const panel = await studio.show(sample);
    await says(panel, sentence);
    return panel;
  },
});

const drop = async (panel: Page) => panel.getByRole('button', { name: 'Drop this export' }).click();

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

export const STATES: State[] = [
  {
    name: 'new',
    async arrange(studio) {
      const panel = await studio.show(WITH_EMAIL);
      await verdict(panel, 'New');
      return panel;
    },
  },
  {
    name: 'new-job-chosen',
    async arrange(studio) {
      const panel = await studio.panel();
      await chooseJob(panel, 'backend');
      return panel;
    },
  },
  {
    name: 'jobs-open',
    async arrange(studio) {
      const panel = await studio.panel();
      await panel.getByRole('combobox', { name: 'Job', exact: true }).click();
      return panel;
    },
  },
  {
    name: 'jobs-none-found',
    async arrange(studio) {
      const panel = await studio.panel();
      await panel.getByRole('combobox', { name: 'Job', exact: true }).fill('astronaut');
      return panel;
    },
    after: (panel) => panel.keyboard.press('Escape'),
  },
  {
    name: 'jobs-why-missing',
    async arrange(studio) {
      const panel = await studio.panel();
      await panel.locator('.list-note summary').click();
      return panel;
    },
    after: (panel) => panel.locator('.list-note summary').click(),
  },
  {
    name: 'details-unfolded',
    async arrange(studio) {
      const panel = await studio.panel();
      await panel.getByRole('button', { name: 'Change' }).click();
      await panel.getByLabel('Tags').fill('Remote only');
      await panel.getByLabel('Tags').press('Enter');
      await panel.locator('#note').fill('Met at a meetup; would move for the right team.');
      return panel;
    },
  },
  {
    name: 'prospect-with-pool',
    async arrange(studio) {
      const panel = await studio.panel();
      await panel.getByText('Prospect', { exact: true }).click();
      await panel.getByLabel('Pool', { exact: true }).selectOption({ index: 1 });
      return panel;
    },
    async after(panel) {
      await panel.getByText('Candidate', { exact: true }).click();
      await panel.getByRole('button', { name: 'Done' }).click();
    },
  },
  {
    name: 'bad-email-typed',
    async arrange(studio) {
      const panel = await studio.panel();
      await panel.getByRole('textbox', { name: 'Email 1' }).fill('oskar at lindqvist');
      return panel;
    },
    after: (panel) => panel.getByRole('textbox', { name: 'Email 1' }).fill(EMAIL),
  },
  {
    name: 'held',
    async arrange(studio) {
      const panel = await studio.panel();
      await panel.locator('#send:enabled').waitFor();
      await send(panel);
      await says(panel, 'Nothing has been sent yet');
      return panel;
    },
  },
  {
    name: 'sending',
    async arrange(studio) {
      const panel = await studio.panel();
      studio.sandbox.fault({ match: { method: 'POST', path: '/v3/candidates' }, do: 'delay', delayMs: 4000 });
      await sendNow(panel);
      await says(panel, 'Sending…');
      return panel;
    },
  },
  {
    name: 'done',
    async arrange(studio) {
      const panel = await studio.panel();
      await done(panel);
      await verdict(panel, 'In Greenhouse');
      return panel;
    },
  },
  {
    name: 'known-by-export-on-this-job',
    async arrange(studio) {
      const panel = await studio.panel();
      await panel.getByRole('button', { name: 'Another job for this person' }).click();
      return panel;
    },
  },
  {
    name: 'known-by-email',
    async arrange(studio) {
      const [known] = knownPeople(studio.sandbox);
      const panel = await showPerson(studio, 'Signe');
      await verdict(panel, 'New');
      await panel.getByRole('textbox', { name: 'Email 1' }).fill(known?.email ?? '');
      await verdict(panel, 'In Greenhouse');
      return panel;
    },
  },
  {
    name: 'possible-match',
    async arrange(studio) {
      const [, one, other] = knownPeople(studio.sandbox);
      const panel = await showPerson(studio, 'Torben');
      await verdict(panel, 'New');
      await panel.getByRole('textbox', { name: 'Email 1' }).fill(one?.email ?? '');
      await panel.getByRole('button', { name: 'Add email' }).click();
      await panel.getByRole('textbox', { name: 'Email 2' }).fill(other?.email ?? '');
      await verdict(panel, 'Possible match');
      return panel;
    },
  },
  {
    name: 'career-and-missing-parts',
    async arrange(studio) {
      const panel = await studio.show(WITH_CAREER);
      await verdict(panel, 'New');
      await panel.locator('.career summary').click();
      return panel;
    },
  },
  {
    name: 'partial-uncertain-name',
    async arrange(studio) {
      const panel = await studio.show('linkedin/sdui-sparse-mononym');
      await verdict(panel, 'New');
      return panel;
    },
  },
  {
    name: 'uncertain-split-of-name',
    async arrange(studio) {
      const panel = await studio.show('linkedin/sdui-c3-chinese');
      await verdict(panel, 'New');
      return panel;
    },
  },
  {
    name: 'right-to-left-name',
    async arrange(studio) {
      const panel = await studio.show('linkedin/sdui-arabic-right-to-left');
      await verdict(panel, 'New');
      return panel;
    },
  },
  nobody('not-a-profile', 'github/repository', 'This page is not about one person'),
  nobody('list', 'github/stargazers', 'This is a list of people'),
  nobody('blocked', 'linkedin/auth-wall', 'The site does not show this person'),
  nobody('not-ready', 'linkedin/sdui-empty-main', 'The page has not shown its person yet'),
  {
    name: 'no-access',
    async arrange(studio) {
      const panel = await studio.panel();
      await studio.open('github/signed-in-complete');
      await says(panel, 'Gleaner has not been allowed to read this page');
      return panel;
    },
  },
  {
    name: 'unsupported-page',
    async arrange(studio) {
      await studio.page.goto('chrome://version/');
      const panel = await studio.panel();
      await panel.locator('.sentence h1').waitFor();
      return panel;
    },
  },
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
      studio.sandbox.fault({ match: { method: 'POST', path: '/v3/candidates' }, do: 'drop-before' });
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
      const panel = await showPerson(studio, 'Hedda');
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
