import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { takeHanded } from '#lib/in-page/handed.ts';
import { answer, type Asked } from '#lib/teach/asked.ts';

/** Injected after a reader, where there are rules for its site. */
export default defineUnlistedScript(() => {
  const asked = takeHanded('/read-taught.js') as Asked | undefined;
  return asked && answer(asked, document, location.href);
});
