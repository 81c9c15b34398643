import { it } from 'vitest';

import { checkHalf, TITLE } from './schedules.ts';

it(TITLE, () => checkHalf(1));
