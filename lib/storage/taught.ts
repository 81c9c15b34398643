/** What was taught, and the rule sets that were taken in. Apart from `items.ts`: nothing needs them to be shown. */
import * as z from 'zod/mini';

import { MOST_RULE_SETS, ruleSetSchema } from '#lib/teach/rule-set.ts';
import { MOST_TAUGHT, taughtSchema } from '#lib/teach/taught.ts';

import { storedItem } from './item.ts';

/** The newest first. */
export const taughtItem = storedItem({
  key: 'taught',
  schema: z.array(taughtSchema).check(z.maxLength(MOST_TAUGHT)),
  fallback: [],
});

export const ruleSetsItem = storedItem({
  key: 'rule-sets',
  schema: z.array(ruleSetSchema).check(z.maxLength(MOST_RULE_SETS)),
  fallback: [],
});
