import { test } from 'vitest';

import { soakHalf, TITLE } from './soaking.ts';

test(`odd epochs: ${TITLE}`, () => soakHalf(1));
