import * as z from 'zod/mini';

import { rotate } from './auth/clients.ts';
import { ALL_SCOPES } from './auth/scopes.ts';
import { iso } from './clock.ts';
import type { World } from './world.ts';

/** What an admin of Greenhouse can do to an integration's credential. */
export const credentialChange = z.strictObject({
  scopes: z.optional(z.union([z.literal('all'), z.array(z.string())])),
  without: z.optional(z.array(z.string())),
  revoked: z.optional(z.boolean()),
  clientSecret: z.optional(z.string()),
  /** A new secret; the old one works on for `secretGraceMs`. */
  rotate: z.optional(z.literal(true)),
  /** From now; null takes the end away. */
  expiresInMs: z.optional(z.nullable(z.number())),
});

export type CredentialChange = z.infer<typeof credentialChange>;

export type CredentialState = {
  clientId: string;
  clientSecret: string;
  scopes: string[];
  revoked: boolean;
  expiresAt: string | null;
};

export function changeCredential({ credential, clock, quirks }: World, change: CredentialChange): CredentialState {
  if (change.scopes) credential.scopes = new Set(change.scopes === 'all' ? ALL_SCOPES : change.scopes);
  for (const scope of change.without ?? []) credential.scopes.delete(scope);
  if (change.revoked !== undefined) credential.revoked = change.revoked;
  if (change.clientSecret !== undefined) credential.secret = change.clientSecret;
  if (change.rotate) rotate(credential, `${credential.secret}${credential.retired.length}`, clock.now() + quirks.secretGraceMs);
  if (change.expiresInMs !== undefined)
    credential.expiresAt = change.expiresInMs === null ? null : clock.now() + change.expiresInMs;
  return {
    clientId: credential.id,
    clientSecret: credential.secret,
    scopes: [...credential.scopes],
    revoked: credential.revoked,
    expiresAt: credential.expiresAt === null ? null : iso(credential.expiresAt),
  };
}
