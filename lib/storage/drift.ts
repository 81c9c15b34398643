/** How often readers found what. Apart from `items.ts`: nothing needs it to be shown. */
import { countsSchema } from '#lib/drift/counts.ts';

import { storedItem } from './item.ts';

export const driftItem = storedItem({ key: 'found-fields', schema: countsSchema, fallback: {} });
