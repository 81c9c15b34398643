/** Where access tokens are kept between calls. The worker keeps them in session storage, so that they survive its death. */

/** `reading`: the integration's service user, which may list. `writing`: the acting user, whose credit and rights count. */
export type TokenKind = 'reading' | 'writing';

export interface CachedToken {
  value: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}

/** The tokens of one credential and one acting user: whoever makes the cache keeps others apart. */
export interface TokenCache {
  get(kind: TokenKind): Promise<CachedToken | undefined>;
  set(kind: TokenKind, token: CachedToken): Promise<void>;
  drop(kind: TokenKind): Promise<void>;
}

export function memoryTokenCache(): TokenCache {
  const kept = new Map<TokenKind, CachedToken>();
  return {
    get: async (kind) => kept.get(kind),
    set: async (kind, token) => void kept.set(kind, token),
    drop: async (kind) => void kept.delete(kind),
  };
}
