/** Inside pages of the extension that a test drives, the browser is there under its own name. */
declare const chrome: import('wxt/browser').WxtBrowser;
