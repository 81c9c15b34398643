import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { kaggle } from '#lib/sites/kaggle.ts';

export default defineUnlistedScript(() => readBy(kaggle));
