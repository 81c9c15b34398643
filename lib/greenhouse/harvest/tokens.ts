/** Two access tokens from one credential (harvest-api reference, section 2): asked for once, kept until a minute before their end. */
import * as z from 'zod/mini';

import { AppError } from '#lib/errors.ts';
import { lazyObject } from '#lib/lazy-object.ts';

import type { TokenCache, TokenKind } from './token-cache.ts';

export interface TokenSource {
  get(kind: TokenKind): Promise<string>;
  /** A new token, whatever is cached: proves that the credential as it is now is good. */
  fresh(kind: TokenKind): Promise<string>;
  /** Forgets a token that was refused, unless another has taken its place already. */
  refused(kind: TokenKind, token: string): Promise<void>;
}

export interface TokenOptions {
  /** Asks the auth host. */
  ask: (form: Record<string, string>) => Promise<unknown>;
  /** The acting user's numeric id, looked up only when a writing token has to be asked for. */
  actingUserId: () => Promise<number>;
  cache: TokenCache;
  now: () => number;
}

const EARLY_MS = 60_000;
const LIFETIME_S = 3600;

const answerSchema = lazyObject(() => ({
  access_token: z.string().check(z.minLength(1)),
  expires_at: z.nullish(z.union([z.string(), z.number()])),
  expires_in: z.nullish(z.union([z.string(), z.number()])),
}));

/** Either field may be there (section 2.1). A device whose clock is off trusts the duration rather than the date. */
export function expiryOf(answer: z.infer<typeof answerSchema>, now: number): number {
  const seconds = Number(answer.expires_in ?? Number.NaN);
  if (seconds > 0) return now + seconds * 1000;
  const date = typeof answer.expires_at === 'string' ? Date.parse(answer.expires_at) : Number.NaN;
  // Over before it began, by a clock that is ahead: each call would ask for a token of its own.
  return date > now ? date : now + LIFETIME_S * 1000;
}

const quietly = <T>(work: Promise<T>): Promise<T | undefined> => work.catch(() => undefined);

export function tokenSource({ ask, actingUserId, cache, now }: TokenOptions): TokenSource {
  const asking = new Map<TokenKind, Promise<string>>();
  const mint = async (kind: TokenKind): Promise<string> => {
    const form: Record<string, string> = { grant_type: 'client_credentials' };
    if (kind === 'writing') form['sub'] = String(await actingUserId());
    const parsed = answerSchema.safeParse(await ask(form));
    if (!parsed.success) throw new AppError('greenhouse/garbled');
    const value = parsed.data.access_token;
    // A cache that fails costs a token, not an export.
    await quietly(cache.set(kind, { value, expiresAt: expiryOf(parsed.data, now()) }));
    return value;
  };

  /** However many callers ask at once, one request goes out. */
  const single = (kind: TokenKind, work: () => Promise<string>): Promise<string> => {
    const running = asking.get(kind);
    if (running) return running;
    const started = work().finally(() => asking.delete(kind));
    asking.set(kind, started);
    return started;
  };

  return {
    get: (kind) =>
      single(kind, async () => {
        const cached = await quietly(cache.get(kind));
        return cached && cached.expiresAt - EARLY_MS > now() ? cached.value : mint(kind);
      }),
    fresh: mint,
    refused: async (kind, token) => {
      if ((await quietly(cache.get(kind)))?.value === token) await quietly(cache.drop(kind));
    },
  };
}
