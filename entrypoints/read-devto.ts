import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { devto } from '#lib/sites/devto.ts';

export default defineUnlistedScript(() => readBy(devto));
