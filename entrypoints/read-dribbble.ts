import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { dribbble } from '#lib/sites/dribbble.ts';

export default defineUnlistedScript(() => readBy(dribbble));
