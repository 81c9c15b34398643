import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** Runs something in a page of ours that is opened for it and closed again. */
export async function withOurPage<T>(
  context: BrowserContext,
  id: string,
  work: (page: Page, cdp: CDPSession) => Promise<T>,
): Promise<T> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${id}/options.html`);
  const cdp = await context.newCDPSession(page);
  try {
    return await work(page, cdp);
  } finally {
    await page.close();
  }
}
