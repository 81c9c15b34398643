import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { xing } from '#lib/sites/xing/xing.ts';

export default defineUnlistedScript(() => readBy(xing));
