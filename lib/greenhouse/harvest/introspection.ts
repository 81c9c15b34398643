/** What the auth host says about a token: organisation, scopes, and the rank of whom it acts for (reference, section 2.1). */
import * as z from 'zod/mini';

import type { Identity } from '../schema.ts';

const organisationSchema = z.object({ id: z.union([z.string(), z.number()]), name: z.string() });

const answerSchema = z.looseObject({ active: z.nullish(z.boolean()), scope: z.nullish(z.string()) });

export interface Introspection {
  organisation: Identity['organisation'];
  /** Nothing when it was not told; every right is unknown then. None at all is told by an empty text. */
  scopes: Set<string> | undefined;
  /** Whether this user is a Site Admin; nothing when it was not told. */
  readerIsAdmin: boolean | undefined;
}

/** Organisation and role stand in a claims object whose name is not published, so it is looked for by its own shape. */
function claimsOf(answer: object): object {
  const isClaims = (value: unknown): value is object => typeof value === 'object' && value !== null && 'organization' in value;
  return [answer, ...Object.values(answer)].find(isClaims) ?? {};
}

function organisationOf(claims: object): Identity['organisation'] {
  const parsed = organisationSchema.safeParse('organization' in claims ? claims.organization : undefined);
  return parsed.success ? { id: String(parsed.data.id), name: parsed.data.name } : null;
}

/** The role stands with the user, or beside it. That of a service account is a kind and no rank. */
function isAdmin(claims: object): boolean | undefined {
  for (const holder of [claims, ...Object.values(claims)] as unknown[]) {
    if (typeof holder !== 'object' || holder === null || !('role' in holder)) continue;
    const { role } = holder;
    if (typeof role === 'string' && !/service/i.test(role)) return /site.?admin/i.test(role);
  }
  return undefined;
}

export function readIntrospection(body: unknown): Introspection {
  const parsed = answerSchema.safeParse(body);
  if (!parsed.success || parsed.data.active === false) {
    return { organisation: null, scopes: undefined, readerIsAdmin: undefined };
  }
  const claims = claimsOf(parsed.data);
  const { scope } = parsed.data;
  return {
    organisation: organisationOf(claims),
    scopes: typeof scope === 'string' ? new Set(scope.split(/\s+/).filter(Boolean)) : undefined,
    readerIsAdmin: isAdmin(claims),
  };
}
