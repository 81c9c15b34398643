/** "Export to Greenhouse" in the context menu of every page. */
import { browser } from '#lib/browser.ts';

export const MENU_ITEM = 'export';

/** Menus are kept by the browser, so they are made once per install or update. */
export function offerInMenu(): void {
  browser.contextMenus.create(
    { id: MENU_ITEM, title: browser.i18n.getMessage('action_title'), contexts: ['page', 'link', 'selection', 'image'] },
    // An update finds the item there already, which is as good.
    () => void browser.runtime.lastError,
  );
}
