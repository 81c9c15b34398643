/** Pages without the panel open run nothing of ours: the browser itself says which scripts live in a page. */
import type { Page } from '@playwright/test';

import type { Extension } from '../support/extension.ts';
import { recruiter } from './recruiter.ts';
import type { Row } from './row.ts';

const CASE = 'linkedin/sdui-contact-overlay-open';
/** Long enough for a script that would come once the page is idle. */
const LATE_MS = 1500;

/** How many scripts' worlds of the extension exist in the page. */
async function worldsIn(page: Page, { context, id }: Extension): Promise<number> {
  const cdp = await context.newCDPSession(page);
  let worlds = 0;
  cdp.on('Runtime.executionContextCreated', ({ context: world }) => {
    if (world.origin === `chrome-extension://${id}`) worlds += 1;
  });
  await cdp.send('Runtime.enable');
  await cdp.detach();
  return worlds;
}

export async function quietPages(): Promise<Row[]> {
  const one = await recruiter({ sandbox: {} });
  try {
    const page = await one.visit(CASE);
    await page.waitForTimeout(LATE_MS);
    const alone = await worldsIn(page, one.extension);
    const panel = await one.panelFor(page);
    await panel.getByRole('textbox', { name: 'First name' }).waitFor();
    // Once read, the page has one: were it not seen, the zero above would say nothing.
    if ((await worldsIn(page, one.extension)) === 0) throw new Error('The reader was not seen in the page that it has read.');
    return [{ what: 'pages without the panel: scripts of ours in the page', value: alone, unit: 'scripts', atMost: 0 }];
  } finally {
    await one.close();
  }
}
