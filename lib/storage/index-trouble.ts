/**
 * Why the index does not go on, until the browser closes: in memory and not beside the index, since a full disk may be the reason.
 * After a new start everything is tried at once.
 */
import * as z from 'zod/mini';

import { browser } from '#lib/browser.ts';
import { wireErrorSchema } from '#lib/errors.ts';

const troubleSchema = z.object({
  error: wireErrorSchema,
  /** How often in a row. */
  times: z.number(),
  /** When it is tried again, epoch milliseconds; absent where somebody has to do something first. */
  nextAt: z.optional(z.number()),
});
export type Trouble = z.infer<typeof troubleSchema>;

const keyOf = (account: string): string => `index-trouble ${account}`;

export const indexTroubles = {
  async get(account: string): Promise<Trouble | undefined> {
    const key = keyOf(account);
    return troubleSchema.safeParse((await browser.storage.session.get(key))[key]).data;
  },
  async set(account: string, trouble: Trouble | undefined): Promise<void> {
    const { session } = browser.storage;
    await (trouble ? session.set({ [keyOf(account)]: trouble }) : session.remove(keyOf(account)));
  },
};
