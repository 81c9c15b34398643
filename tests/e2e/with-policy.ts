/**
 * A recruiter's browser with a policy of their organisation. A policy holds in every browser of this machine that has the
 * extension of its id, and other tests run at the same time: so this one is loaded from a copy, which has an id of its own.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { BUILT, launchExtension } from '../support/extension.ts';
import { managedPolicy, type ManagedPolicy } from '../support/managed-policy.ts';
import { test as base } from './fixture.ts';

export const test = base.extend<{ policy: ManagedPolicy }, { folder: string }>({
  folder: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'gleaner-policy-'));
      await cp(BUILT, folder, { recursive: true });
      await use(folder);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  policy: async ({ folder }, use) => {
    const policy = managedPolicy(folder);
    await use(policy);
    policy.remove();
  },
  extension: async ({ folder, pages, sandbox }, use) => {
    const extension = await launchExtension({ pages: pages.port, greenhouse: sandbox.port }, { folder });
    await use(extension);
    await extension.close();
  },
});
