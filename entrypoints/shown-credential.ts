import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { shownCredential } from '#lib/in-page/shown-credential.ts';

/** Injected on a click on "Take over", into Greenhouse's own credentials page and no other. */
export default defineUnlistedScript(() => shownCredential(document));
