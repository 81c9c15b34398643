/** What a write answers. It was done: an answer that does not say what it must leaves its outcome unknown. */
import * as z from 'zod/mini';

import { AppError } from '#lib/errors.ts';

import { id } from './resource.ts';

export const withId = z.object({ id });

export function answered<S extends z.ZodMiniType>(schema: S, body: unknown): z.infer<S> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new AppError('greenhouse/unknown-outcome');
  return parsed.data;
}
