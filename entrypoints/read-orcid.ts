import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { orcid } from '#lib/sites/orcid.ts';

export default defineUnlistedScript(() => readBy(orcid));
