import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { researchgate } from '#lib/sites/researchgate.ts';

export default defineUnlistedScript(() => readBy(researchgate));
