import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { huggingface } from '#lib/sites/huggingface.ts';

export default defineUnlistedScript(() => readBy(huggingface));
