import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { codeberg } from '#lib/sites/codeberg.ts';

export default defineUnlistedScript(() => readBy(codeberg));
