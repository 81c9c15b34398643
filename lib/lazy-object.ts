/**
 * The schema of an object whose fields are built when something is first parsed with it. The worker's script is evaluated at every wake,
 * and what has woken it is answered with a handful of our hundreds of schemas: `tests/built/start.test.ts` counts them.
 */
import * as z from 'zod/mini';

/* @__NO_SIDE_EFFECTS__ */
export const lazyObject = <S extends z.core.$ZodLooseShape>(fields: () => S): z.ZodMiniLazy<z.ZodMiniObject<S>> =>
  z.lazy(() => z.object(fields()));
