import * as z from 'zod/mini';

import { matchSchema } from './match.ts';

/** How the next matching requests fail (contracts, "Sandbox control"). */
export const faultBody = z.strictObject({
  match: matchSchema,
  times: z.optional(z.int()),
  /** Left out, the request is only delayed; `answer-late` is done at once and answered after the delay. */
  do: z._default(z.enum(['drop-before', 'drop-after-commit', 'status', 'delay', 'answer-late', 'truncate', 'garbage']), 'delay'),
  status: z.optional(z.int()),
  delayMs: z.optional(z.number()),
  /** Of a `status` fault. */
  body: z.optional(z.unknown()),
  headers: z.optional(z.record(z.string(), z.string())),
});

export type Fault = z.input<typeof faultBody>;
