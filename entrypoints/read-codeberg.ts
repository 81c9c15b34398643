import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readThisPage } from '#lib/sites/in-page.ts';
import { codeberg } from '#lib/sites/codeberg.ts';

export default defineUnlistedScript(() => readThisPage(codeberg));
