/** What the browser loads while a page is read is there before a test begins, however busy the machine. */
import { beforeAll } from 'vitest';

import { Somebody } from '#components/panel/panel-view.tsx';

beforeAll(() => Somebody.ahead());
