import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { medium } from '#lib/sites/medium.ts';

export default defineUnlistedScript(() => readBy(medium));
