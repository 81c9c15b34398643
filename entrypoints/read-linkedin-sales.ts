import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { linkedinSales } from '#lib/sites/linkedin/sales.ts';

export default defineUnlistedScript(() => readBy(linkedinSales));
