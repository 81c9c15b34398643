import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { anonymiseThisPage } from '#lib/anonymise/in-page.ts';

/** Injected on a click on "Make a report", and by `npm run anonymise`. */
export default defineUnlistedScript(() => anonymiseThisPage());
