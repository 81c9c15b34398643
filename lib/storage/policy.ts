/** The policy as the worker last found it: pages read this and wait for nothing. Apart from `items.ts`: the panel loads it later. */
import * as z from 'zod/mini';

import { policySchema } from '#lib/policy/policy.ts';

import { storedItem } from './item.ts';

/** Null while nobody has set one. */
export const policyItem = storedItem({ key: 'policy', schema: z.nullable(policySchema), fallback: null });
