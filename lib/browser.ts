/**
 * The browser, for the worker and the pages of the extension. The polyfill steps aside wherever `browser` is native, and
 * serves the older Chromes that `minimum_chrome_version` still allows. In-page scripts never import this.
 */
import polyfill from 'webextension-polyfill';
import type { WxtBrowser } from 'wxt/browser';

export type { Browser } from 'wxt/browser';

export const browser = polyfill as WxtBrowser;
