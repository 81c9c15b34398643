import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readThisPage } from '#lib/sites/in-page.ts';
import { researchgate } from '#lib/sites/researchgate.ts';

export default defineUnlistedScript(() => readThisPage(researchgate));
