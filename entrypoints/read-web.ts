import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { readerOf } from '#lib/sites/software.ts';

export default defineUnlistedScript(() => readBy(readerOf(document, location.href)));
