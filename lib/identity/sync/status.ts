/** How far the index of everybody in Greenhouse has come: what the worker knows, and what the pages show. */
import * as z from 'zod/mini';

import { wireErrorSchema } from '#lib/errors.ts';
import { lazyObject } from '#lib/lazy-object.ts';

/** Whom the index holds: everybody, those whom Greenhouse has seen changed in so many months, or nobody. */
export const indexScopeSchema = z.union([
  z.object({ kind: z.literal('everybody') }),
  z.object({ kind: z.literal('months'), months: z.number().check(z.int(), z.gte(1), z.lte(120)) }),
  z.object({ kind: z.literal('off') }),
]);
export type IndexScope = z.infer<typeof indexScopeSchema>;

export const indexStatusSchema = lazyObject(() => ({
  scope: indexScopeSchema,
  state: z.enum([
    'off',
    'asks', // so many people that the recruiter is asked before it begins
    'filling',
    'fresh', // complete; changes are fetched from time to time
    'paused',
    'failing', // waits to try again; `error` says what for
  ]),
  people: z.number(),
  /** About how many there are in all, where that could be told. */
  of: z.optional(z.number()),
  /** Epoch milliseconds: what Greenhouse had changed until then is in it. Absent while it was never complete. */
  upTo: z.optional(z.number()),
  /** Parts that were found damaged and are being filled again. */
  damaged: z.number(),
  /** People whose rows Greenhouse tells damaged; absent where there is nobody. */
  unreadable: z.optional(z.number()),
  error: z.optional(wireErrorSchema),
  /** Epoch milliseconds at which it goes on by itself. */
  nextAt: z.optional(z.number()),
}));
export type IndexStatus = z.infer<typeof indexStatusSchema>;

/**
 * What a recruiter can say to it. `start` answers the question whether so many people shall be fetched; `choose` says whom it shall
 * hold, which is kept and, where the organisation has locked it, does not hold. Nobody chosen: what there was is deleted.
 */
export const indexCommandSchema = z.union([
  z.object({ do: z.enum(['start', 'pause', 'resume', 'rebuild']) }),
  z.object({ do: z.literal('choose'), scope: indexScopeSchema }),
]);
export type IndexCommand = z.infer<typeof indexCommandSchema>;
