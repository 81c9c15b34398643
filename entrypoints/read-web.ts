import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readThisPage } from '#lib/sites/in-page.ts';
import { web } from '#lib/sites/web/web.ts';

export default defineUnlistedScript(() => readThisPage(web));
