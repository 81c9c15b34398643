/** What an administrator has set for us, by whatever means the browser has for that. Only the worker asks. */
import { browser } from '#lib/browser.ts';

export const managed = {
  /** Everything that is set; nothing is `{}`. The first call after the browser's start takes seconds. */
  async get(): Promise<Record<string, unknown>> {
    try {
      return await browser.storage.managed.get();
    } catch (cause) {
      // COMPAT(firefox): without a policy it rejects (153). Any other failure is not "no policy", which would disconnect.
      if (/manifest not found/i.test(String(cause))) return {};
      throw cause;
    }
  },

  watch(changed: () => void): void {
    browser.storage.onChanged.addListener((_changes, area) => {
      if (area === 'managed') changed();
    });
  },
};
