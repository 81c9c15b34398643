import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { linkedinPeople } from '#lib/sites/linkedin/people.ts';

export default defineUnlistedScript(() => readBy(linkedinPeople));
