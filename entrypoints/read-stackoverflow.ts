import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readThisPage } from '#lib/sites/in-page.ts';
import { stackoverflow } from '#lib/sites/stackoverflow.ts';

export default defineUnlistedScript(() => readThisPage(stackoverflow));
