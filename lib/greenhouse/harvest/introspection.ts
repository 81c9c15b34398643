/** What the auth host says about a token: the organisation and the scopes (harvest-api reference, section 2.1). */
import * as z from 'zod/mini';

import type { Identity } from '../schema.ts';

const organisationSchema = z.object({ id: z.union([z.string(), z.number()]), name: z.string() });

const answerSchema = z.looseObject({ active: z.nullish(z.boolean()), scope: z.nullish(z.string()) });

export interface Introspection {
  organisation: Identity['organisation'];
  /** Nothing when it was not told; every right is unknown then. */
  scopes: Set<string> | undefined;
}

/** The organisation stands in a claims object whose name is not published, so it is looked for by its own shape. */
function organisationOf(answer: object): Identity['organisation'] {
  for (const claims of [answer, ...Object.values(answer)] as unknown[]) {
    if (typeof claims !== 'object' || claims === null || !('organization' in claims)) continue;
    const parsed = organisationSchema.safeParse(claims.organization);
    if (parsed.success) return { id: String(parsed.data.id), name: parsed.data.name };
  }
  return null;
}

export function readIntrospection(body: unknown): Introspection {
  const parsed = answerSchema.safeParse(body);
  if (!parsed.success || parsed.data.active === false) return { organisation: null, scopes: undefined };
  const { scope } = parsed.data;
  return { organisation: organisationOf(parsed.data), scopes: scope ? new Set(scope.split(/\s+/).filter(Boolean)) : undefined };
}
