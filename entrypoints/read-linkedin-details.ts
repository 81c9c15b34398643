import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { linkedinDetails } from '#lib/sites/linkedin/details.ts';

export default defineUnlistedScript(() => readBy(linkedinDetails));
