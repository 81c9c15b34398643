import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readThisPage } from '#lib/sites/in-page.ts';

/** Injected right behind a site's own script, and answers for it. */
export default defineUnlistedScript(readThisPage);
