import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readThisPage } from '#lib/sites/in-page.ts';
import { linkedinRecruiter } from '#lib/sites/linkedin/recruiter.ts';

export default defineUnlistedScript(() => readThisPage(linkedinRecruiter));
