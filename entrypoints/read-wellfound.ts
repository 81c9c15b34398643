import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { wellfound } from '#lib/sites/wellfound.ts';

export default defineUnlistedScript(() => readBy(wellfound));
