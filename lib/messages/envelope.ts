/** How a message and its answer look on the way: a handler cannot reject, and a caller never sees a browser's own error. */
import * as z from 'zod/mini';

import { wireErrorSchema } from '#lib/errors.ts';

export const VERSION = 1;

export const envelopeSchema = z.strictObject({ v: z.literal(VERSION), name: z.string(), body: z.unknown() });

/** Of ours, and of another version than this one. */
export const isOutdated = (message: unknown): boolean => outdatedSchema.safeParse(message).success;
const outdatedSchema = z.object({ v: z.number().check(z.refine((v) => v !== VERSION)), name: z.string() });

export const replySchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: wireErrorSchema }),
]);
export type Reply = z.infer<typeof replySchema>;
