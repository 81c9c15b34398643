import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { bluesky } from '#lib/sites/bluesky.ts';

export default defineUnlistedScript(() => readBy(bluesky));
