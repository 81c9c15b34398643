import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readThisPage } from '#lib/sites/in-page.ts';
import { x } from '#lib/sites/x/x.ts';

export default defineUnlistedScript(() => readThisPage(x));
