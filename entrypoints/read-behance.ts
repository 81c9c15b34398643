import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { behance } from '#lib/sites/behance.ts';

export default defineUnlistedScript(() => readBy(behance));
