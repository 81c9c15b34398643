import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { gitlab } from '#lib/sites/gitlab.ts';

export default defineUnlistedScript(() => readBy(gitlab));
