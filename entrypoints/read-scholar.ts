import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readThisPage } from '#lib/sites/in-page.ts';
import { scholar } from '#lib/sites/scholar.ts';

export default defineUnlistedScript(() => readThisPage(scholar));
