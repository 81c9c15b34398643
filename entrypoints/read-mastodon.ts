import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { readBy } from '#lib/sites/in-page.ts';
import { mastodon } from '#lib/sites/mastodon.ts';

export default defineUnlistedScript(() => readBy(mastodon));
