import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readThisPage } from '#lib/sites/in-page.ts';
import { readerOf } from '#lib/sites/software.ts';

export default defineUnlistedScript(() => readThisPage(readerOf(document, location.href)));
