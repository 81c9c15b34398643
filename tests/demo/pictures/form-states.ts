/** The panel while a recruiter looks at a new person and decides; each state goes on from the one before. */
import { chooseJob, EMAIL, verdict, WITH_EMAIL } from './parts.ts';
import type { State } from './state.ts';

export const FORM: State[] = [
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
];
