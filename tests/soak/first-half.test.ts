import { test } from 'vitest';

import { soakHalf, TITLE } from './soaking.ts';

test(`even epochs: ${TITLE}`, () => soakHalf(0));
