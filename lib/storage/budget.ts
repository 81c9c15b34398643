/** What is known of a credential's rate limit outlives the worker, but not the browser. There is nothing secret in it. */
import { browser } from '#lib/browser.ts';
import type { BudgetStore } from '#lib/greenhouse/budget/budget.ts';
import { knownSchema } from '#lib/greenhouse/budget/known.ts';

/** By credential and not by acting user: Greenhouse counts the calls of all of them together. */
export function sessionBudget(credential: string, name: string): BudgetStore {
  const key = `budget ${credential} ${name}`;
  return {
    async get() {
      const parsed = knownSchema.safeParse((await browser.storage.session.get(key))[key]);
      return parsed.success ? parsed.data : undefined;
    },
    set: (known) => browser.storage.session.set({ [key]: known }),
  };
}
