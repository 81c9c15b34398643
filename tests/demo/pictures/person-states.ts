/** The panel about people of all kinds: known, perhaps known, hard to read. */
import { knownPeople, showPerson, verdict, WITH_CAREER } from './parts.ts';
import type { State } from './state.ts';

/** Two pages of one person that link to each other. */
const PROFILE = 'github/signed-in-complete';
const WEBSITE = 'web/linked-with-a-profile';

export const PEOPLE: State[] = [
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
  {
    name: 'linked-page-asked-about',
    async arrange(studio) {
      await verdict(await studio.show(PROFILE), 'New');
      const panel = await studio.show(WEBSITE);
      await panel.getByRole('button', { name: 'Keep apart' }).waitFor();
      return panel;
    },
  },
  {
    name: 'several-pages-that-differ',
    async arrange(studio) {
      const panel = await studio.panel();
      await panel.getByRole('button', { name: 'Add to them' }).click();
      await panel.locator('.other-words').first().waitFor();
      return panel;
    },
  },
];
