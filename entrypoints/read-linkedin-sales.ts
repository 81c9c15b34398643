import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readThisPage } from '#lib/sites/in-page.ts';
import { linkedinSales } from '#lib/sites/linkedin/sales.ts';

export default defineUnlistedScript(() => readThisPage(linkedinSales));
