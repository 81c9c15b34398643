/**
 * Import it before anything of the extension: a page of a test is no extension page, and the polyfill refuses to load in one.
 * Extension storage is the fake then; the database, the keys and the ciphers are the browser's own.
 */
import { fakeBrowser } from 'wxt/testing/fake-browser';

Object.assign(globalThis, { chrome: fakeBrowser, browser: fakeBrowser });

export { fakeBrowser };
