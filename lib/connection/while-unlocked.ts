/** The secret, and the tokens that were made of it: both are locked away together. */
import type { TokenCache } from '#lib/greenhouse/harvest/token-cache.ts';
import { isLocked } from '#lib/storage/lock.ts';
import type { sessionTokens } from '#lib/storage/tokens.ts';

/** Looked at on every use: an alarm that is late must not leave a token usable. */
export function whileUnlocked(
  tokens: ReturnType<typeof sessionTokens>,
  open: () => Promise<string>,
  now: () => number,
): { secret: () => Promise<string>; cache: TokenCache } {
  return {
    async secret() {
      await isLocked(now());
      return open();
    },
    cache: {
      ...tokens,
      get: async (kind) => ((await isLocked(now())) ? undefined : tokens.get(kind)),
      async set(kind, token) {
        await tokens.set(kind, token);
        // It was asked for before somebody locked.
        if (await isLocked(now())) await tokens.forget();
      },
    },
  };
}
