import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { linkedinRecruiter } from '#lib/sites/linkedin/recruiter.ts';

export default defineUnlistedScript(() => readBy(linkedinRecruiter));
