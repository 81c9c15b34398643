/** Looks at what was typed before it is saved: the slips that Greenhouse answers with a bare 400 or 401 can be named here. */
import { slip, type Problem } from './problem.ts';

export interface Typed {
  clientId: string;
  /** Empty: keep the saved one. */
  secret: string;
  actingEmail: string;
}

/** Copying from a web page or a mail brings spaces, line breaks and invisible characters along; none belongs to these. */
export const tidy = (text: string): string => text.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu, '');

/** As measured on the token endpoint in August 2026: a client id without its number is refused before the secret is looked at. */
const HAS_SUFFIX = /-\d+$/;

/** Harvest v1 keys were one long run of letters and digits. */
const LIKE_V1_KEY = /^[a-z\d]{24,}$/i;

/** @param kept the client id that the saved secret belongs to; `undefined` when no secret is saved. */
export function slipIn({ clientId, secret, actingEmail }: Typed, kept: string | undefined): Problem | undefined {
  if (clientId === '') return slip('typed/no-client-id', 'clientId');
  if (!HAS_SUFFIX.test(clientId))
    return slip(LIKE_V1_KEY.test(clientId) ? 'typed/v1-key' : 'typed/id-without-suffix', 'clientId');
  if (secret === '' && kept === undefined) return slip('typed/no-secret', 'secret');
  if (secret === '' && kept !== clientId) return slip('typed/secret-of-other-id', 'secret');
  if (actingEmail === '') return slip('typed/no-email', 'actingEmail');
  if (!/^[^@]+@[^@]+$/.test(actingEmail)) return slip('typed/not-an-email', 'actingEmail');
  return undefined;
}
