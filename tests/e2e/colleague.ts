/** A second recruiter with a browser of her own: she may manage custom fields, so she makes those that hold external ids. */
import type { Page } from '@playwright/test';

import { launchExtension } from '../support/extension.ts';
import { expect, type Recruiter, recruiterIn, test as base } from './fixture.ts';

/** The recruiter of these tests, Jonas Reed, may not. */
const PRIYA = 'priya.ramanathan@birchlabs.example';

export const test = base.extend<{ colleague: Recruiter }>({
  colleague: async ({ pages, sandbox }, use) => {
    const extension = await launchExtension({ pages: pages.port, greenhouse: sandbox.port });
    const recruiter = recruiterIn(extension, sandbox);
    await recruiter.withoutHold();
    await use({ ...recruiter, connect: () => recruiter.connect({ email: PRIYA }) });
    await extension.close();
  },
});

export const standing = (options: Page) => options.getByRole('status', { name: 'External IDs in Greenhouse' });
export const make = (options: Page) => options.getByRole('button', { name: 'Make the fields in Greenhouse' });

/** By these fields one recruiter's browser knows whom another's exported. */
export async function makeFields(options: Page): Promise<void> {
  await make(options).click();
  await expect(standing(options)).toContainText('All is there', { timeout: 30_000 });
}
