import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { github } from '#lib/sites/github.ts';

export default defineUnlistedScript(() => readBy(github));
