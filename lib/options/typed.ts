/** Looks at what was typed before it is saved: the slips that Greenhouse answers with a bare 400 or 401 can be named here. */
import type { Connection } from '#lib/storage/schema.ts';

import { slip, type Problem } from './problem.ts';

export interface Typed {
  clientId: string;
  /** Empty: keep the saved one. */
  secret: string;
  /** Empty: keep the saved one, where there is one. */
  partnerKey: string;
  actingEmail: string;
}

/** Copying from a web page or a mail brings spaces, line breaks and invisible characters along; none belongs to these. */
export const tidy = (text: string): string => text.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu, '');

export const tidied = (typed: Typed): Typed => ({
  clientId: tidy(typed.clientId),
  secret: tidy(typed.secret),
  partnerKey: tidy(typed.partnerKey),
  actingEmail: tidy(typed.actingEmail),
});

/** As measured on the token endpoint in August 2026: a client id without its number is refused before the secret is looked at. */
const HAS_SUFFIX = /-\d+$/;

/** Harvest v1 keys were one long run of letters and digits, most of them 32 hexadecimal ones with or without a number behind. */
const LIKE_V1_KEY = /^(?:[a-z\d]{24,}|[a-f\d]{32}-\d?)$/i;
/** Surely one: the secret of a V3 credential is a long run, too. */
const SURELY_V1_KEY = /^[a-f\d]{32}(?:-\d?)?$/i;

const holds = (kept: readonly Connection[], clientId: string): boolean =>
  kept.some((one) => one.kind === 'harvest' && one.clientId === clientId);

/** Which of Greenhouse's credentials was meant. @param kept those whose secret is saved. */
export const kindOf = ({ clientId, secret, partnerKey }: Typed, kept: readonly Connection[]): Connection['kind'] =>
  partnerKey !== '' || (clientId === '' && secret === '' && kept.some(({ kind }) => kind === 'partner')) ? 'partner' : 'harvest';

/** @param kept the connections whose secret is saved. */
export function slipIn(typed: Typed, kept: readonly Connection[]): Problem | undefined {
  const { secret, partnerKey, clientId, actingEmail } = typed;
  // The client id that the form came with is not a second credential.
  if (partnerKey !== '' && (secret !== '' || (clientId !== '' && !holds(kept, clientId))))
    return slip('typed/both', 'partnerKey');
  const wrong = kindOf(typed, kept) === 'harvest' ? slipInPair(typed, kept) : undefined;
  if (wrong) return wrong;
  if (actingEmail === '') return slip('typed/no-email', 'actingEmail');
  if (!/^[^@]+@[^@]+$/.test(actingEmail)) return slip('typed/not-an-email', 'actingEmail');
  return undefined;
}

function slipInPair({ clientId, secret }: Typed, kept: readonly Connection[]): Problem | undefined {
  if (clientId === '')
    return SURELY_V1_KEY.test(secret) ? slip('typed/v1-key', 'secret') : slip('typed/no-client-id', 'clientId');
  if (!HAS_SUFFIX.test(clientId))
    return slip(LIKE_V1_KEY.test(clientId) ? 'typed/v1-key' : 'typed/id-without-suffix', 'clientId');
  if (secret !== '' || holds(kept, clientId)) return undefined;
  if (kept.some(({ kind }) => kind === 'harvest')) return slip('typed/secret-of-other-id', 'secret');
  // Some v1 keys ended in a number as well, and came alone.
  return SURELY_V1_KEY.test(clientId) ? slip('typed/v1-key', 'clientId') : slip('typed/no-secret', 'secret');
}
