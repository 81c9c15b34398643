import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { linkedin } from '#lib/sites/linkedin/linkedin.ts';

export default defineUnlistedScript(() => readBy(linkedin));
