/** Access tokens outlive the worker but not the browser: session storage, which is closed to everything in a page. */
import * as z from 'zod/mini';

import { browser } from '#lib/browser.ts';

const tokenSchema = z.object({ value: z.string(), expiresAt: z.number() });
export type KeptToken = z.infer<typeof tokenSchema>;

const PREFIX = 'token ';

/** Every token of every credential, and nothing else that is kept for the session. */
export async function forgetTokens(): Promise<void> {
  const kept = await browser.storage.session.get();
  await browser.storage.session.remove(Object.keys(kept).filter((key) => key.startsWith(PREFIX)));
}

/** The tokens of one credential and acting user; `kind` is `reading` or `writing`. */
export function sessionTokens(owner: string) {
  const key = (kind: string) => `${PREFIX}${owner} ${kind}`;
  return {
    async get(kind: string): Promise<KeptToken | undefined> {
      const raw = (await browser.storage.session.get(key(kind)))[key(kind)];
      const parsed = tokenSchema.safeParse(raw);
      return parsed.success ? parsed.data : undefined;
    },
    set: (kind: string, token: KeptToken): Promise<void> => browser.storage.session.set({ [key(kind)]: token }),
    drop: (kind: string): Promise<void> => browser.storage.session.remove(key(kind)),
    forget: (): Promise<void> => browser.storage.session.remove(['reading', 'writing'].map(key)),
  };
}
