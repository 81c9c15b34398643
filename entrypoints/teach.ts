// oxlint-disable-next-line no-restricted-imports -- stands in web pages: the polyfill would be most of its weight
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { takeHanded } from '#lib/in-page/handed.ts';
import { pointOut } from '#lib/in-page/pointing.ts';
import { lessonOf, type ToTeach } from '#lib/teach/lesson.ts';

/** Injected when a recruiter wants to show where a field stands; answers once they have, or have left. */
export default defineUnlistedScript(async () => {
  const asked = takeHanded('/teach.js') as ToTeach | undefined;
  const element = asked && (await pointOut(asked.words, () => browser.runtime?.id !== undefined));
  return element ? lessonOf(element, asked, location.href) : null;
});
