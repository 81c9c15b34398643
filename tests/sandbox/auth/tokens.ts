import { createHmac } from 'node:crypto';

import { type Clock, HOUR, MINUTE } from '../clock.ts';

/** Access for one hour (harvest-api §2.1, §2.2). */
const LIFETIME = HOUR;
/** A code waits for a minute (harvest-api §2.2). */
const CODE_LIFETIME = MINUTE;

/** Who acts, through which client, and what was consented to; the customer's own integration needs no consent. */
export type Grant = { userId: number; clientId: string; scopes: readonly string[] | null; challenge?: string | undefined };

export type Token = Grant & { value: string; kind: 'access' | 'refresh' | 'code'; expiresAt: number };

/** What the auth host has given out. Access tokens are real JWTs in form; clients must not read them (harvest-api §2.1). */
export class Tokens {
  readonly #clock: Clock;
  readonly #key: string;
  readonly #organisation: { id: number; name: string };
  readonly #live = new Map<string, Token>();
  #minted = 0;

  constructor(clock: Clock, key: string, organisation: { id: number; name: string }) {
    this.#clock = clock;
    this.#key = key;
    this.#organisation = organisation;
  }

  /** `alone` ends every earlier token of the client (harvest-api §12 #9). */
  access(grant: Grant, alone: boolean): Token {
    for (const { value, clientId, kind } of this.#live.values())
      if (alone && kind === 'access' && clientId === grant.clientId) this.#live.delete(value);
    const expiresAt = this.#clock.now() + LIFETIME;
    const claims = {
      sub: String(grant.userId),
      act: { sub: grant.clientId, organization: this.#organisation },
      silo: 'sandbox',
      iat: Math.floor(this.#clock.now() / 1000),
      exp: Math.floor(expiresAt / 1000),
    };
    return this.#keep({ ...grant, kind: 'access', value: this.#sign(claims), expiresAt });
  }

  refresh(grant: Grant, idleMs: number): Token {
    return this.#keep({
      ...grant,
      kind: 'refresh',
      value: this.#sign({ rt: grant.userId }),
      expiresAt: this.#clock.now() + idleMs,
    });
  }

  code(grant: Grant): Token {
    return this.#keep({ ...grant, kind: 'code', value: this.#sign({ code: 1 }), expiresAt: this.#clock.now() + CODE_LIFETIME });
  }

  /** The token behind a string, while it lives. */
  read(value: string | undefined, kind: Token['kind'] = 'access'): Token | undefined {
    const token = value === undefined ? undefined : this.#live.get(value);
    if (token && token.expiresAt <= this.#clock.now()) this.#live.delete(token.value);
    return token?.kind === kind && token.expiresAt > this.#clock.now() ? token : undefined;
  }

  /** The same, used up by it: codes and refresh tokens work once (harvest-api §2.2). */
  take(value: string | undefined, kind: Token['kind'], clientId: string): Token | undefined {
    const token = this.read(value, kind);
    if (token?.clientId !== clientId) return undefined;
    this.#live.delete(token.value);
    return token;
  }

  #keep(token: Token): Token {
    this.#live.set(token.value, token);
    return token;
  }

  /** Signed, and never the same twice. */
  #sign(claims: object): string {
    this.#minted += 1;
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ ...claims, jti: this.#minted })}`;
    return `${signed}.${createHmac('sha256', this.#key).update(signed).digest('base64url')}`;
  }
}
