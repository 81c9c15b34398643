import { createHmac } from 'node:crypto';

import { type Clock, HOUR } from '../clock.ts';
import { ORGANIZATION } from '../company/structure.ts';

/** One hour, and no refresh token (harvest-api §2.1). */
const LIFETIME = HOUR;

export type Token = { jwt: string; userId: number; clientId: string; expiresAt: number };

/** The tokens that the auth host has given out. Real JWTs in form; clients must not read them (harvest-api §2.1). */
export class Tokens {
  readonly #clock: Clock;
  readonly #key: string;
  readonly #live = new Map<string, Token>();
  #minted = 0;

  constructor(clock: Clock, key: string) {
    this.#clock = clock;
    this.#key = key;
  }

  /** `alone` ends every earlier token (harvest-api §12 #9). */
  mint(clientId: string, userId: number, alone: boolean): Token {
    if (alone) this.#live.clear();
    this.#minted += 1;
    const expiresAt = this.#clock.now() + LIFETIME;
    const claims = {
      sub: String(userId),
      act: { sub: clientId, organization: ORGANIZATION },
      silo: 'sandbox',
      iat: Math.floor(this.#clock.now() / 1000),
      exp: Math.floor(expiresAt / 1000),
      jti: this.#minted,
    };
    const token = { jwt: this.#sign(claims), userId, clientId, expiresAt };
    this.#live.set(token.jwt, token);
    return token;
  }

  /** The token behind a string, while it lives. */
  read(jwt: string): Token | undefined {
    const token = this.#live.get(jwt);
    return token && token.expiresAt > this.#clock.now() ? token : undefined;
  }

  #sign(claims: object): string {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
    return `${signed}.${createHmac('sha256', this.#key).update(signed).digest('base64url')}`;
  }
}
