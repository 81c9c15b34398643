// oxlint-disable-next-line no-restricted-imports -- stands in web pages: the polyfill would be thrice the weight of all the rest
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { takeHanded } from '#lib/in-page/handed.ts';
import { startMarks, type Marks } from '#lib/in-page/marks.ts';
import { MARKS_SCRIPT, type MarksWorld } from '#lib/in-page/marks-script.ts';

/** Put by the worker into pages that list people, on sites where the recruiter turned marks on, each time that it has looked. */
export default defineUnlistedScript(() => {
  /** False once the extension was updated or removed: asking it would throw. */
  const tell = (name: 'panel.open' | 'page.changed'): boolean => {
    if (!browser.runtime?.id) return false;
    void browser.runtime.sendMessage({ v: 1, name, body: {} }).catch(() => undefined);
    return true;
  };
  const world = globalThis as MarksWorld;
  world.gleanerMarks ??= startMarks({
    open: () => tell('panel.open'),
    changed: () => tell('page.changed'),
    outdated: browser.i18n.getMessage('button_reload'),
  });
  world.gleanerMarks.show(takeHanded(MARKS_SCRIPT) as Marks);
});
