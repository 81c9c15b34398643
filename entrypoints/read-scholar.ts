import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { scholar } from '#lib/sites/scholar.ts';

export default defineUnlistedScript(() => readBy(scholar));
