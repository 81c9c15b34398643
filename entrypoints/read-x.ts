import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { x } from '#lib/sites/x/x.ts';

export default defineUnlistedScript(() => readBy(x));
