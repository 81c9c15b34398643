import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readThisPage } from '#lib/sites/in-page.ts';
import { gitlab } from '#lib/sites/gitlab.ts';

export default defineUnlistedScript(() => readThisPage(gitlab));
