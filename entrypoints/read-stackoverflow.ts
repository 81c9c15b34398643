import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { stackoverflow } from '#lib/sites/stackoverflow.ts';

export default defineUnlistedScript(() => readBy(stackoverflow));
