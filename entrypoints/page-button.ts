// oxlint-disable-next-line no-restricted-imports -- stands in web pages: the polyfill would be thrice the weight of all the rest
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { putButton, type Text } from '#lib/in-page/button.ts';

/** Registered only for sites whose button the recruiter turned on (`lib/access/buttons.ts`). */
export default defineUnlistedScript(() => {
  // Looked up now: after an update of the extension this copy cannot ask for them any more.
  const keys = ['button_export', 'button_hide', 'button_move', 'button_reload', 'button_refused'] as const;
  const texts = Object.fromEntries(keys.map((key) => [key, browser.i18n.getMessage(key)])) as Record<Text, string>;
  putButton({
    text: (key) => texts[key],
    open: () => {
      // Gone once the extension was updated or removed; asking it would throw.
      if (!browser.runtime?.id) throw new Error('cut off');
      return browser.runtime.sendMessage({ v: 1, name: 'panel.open', body: {} }).then(
        (answer: { ok?: unknown } | undefined) => answer?.ok === true,
        () => false,
      );
    },
  });
});
