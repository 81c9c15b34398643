/** The panel beside pages with nobody to export. */
import { says } from './parts.ts';
import type { State } from './state.ts';

const nobody = (name: string, sample: string, sentence: string): State => ({
  name,
  async arrange(studio) {
    const panel = await studio.show(sample);
    await says(panel, sentence);
    return panel;
  },
});

export const PAGES: State[] = [
  nobody('not-a-profile', 'github/repository', 'This page is not about one person'),
  nobody('list', 'github/stargazers', 'people on this page'),
  {
    name: 'list-some-chosen',
    async arrange(studio) {
      const panel = await studio.show('github/stargazers');
      await panel.locator('.people .list input').first().check();
      return panel;
    },
  },
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
    // The settings: of the browser's own pages we are not even told the address.
    name: 'unsupported-page',
    async arrange(studio) {
      const panel = await studio.panel();
      await studio.extension.open('options.html');
      await says(panel, 'The browser keeps this page to itself');
      return panel;
    },
    async after(_panel, { extension }) {
      const opened = extension.context.pages().filter((page) => page.url().startsWith('chrome-extension:'));
      for (const page of opened) await page.close();
    },
  },
  {
    name: 'page-of-the-browser',
    async arrange(studio) {
      const panel = await studio.panel();
      await studio.page.goto('chrome://version/');
      await studio.extension.clickToolbar(studio.page);
      await panel.locator('main[aria-busy="false"] h1').waitFor();
      return panel;
    },
  },
];
