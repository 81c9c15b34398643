/** Asking the worker from a page of ours, as the panel does. */
import type { Page } from '@playwright/test';

import type { IndexCommand, IndexStatus } from '#lib/identity/sync/status.ts';
import type { Answers, Asks, MessageName } from '#lib/messages/table.ts';

/** A worker that dies before it answers is asked again. */
export function ask<N extends MessageName>(page: Page, name: N, body: Asks<N>): Promise<Answers<N>> {
  return page.evaluate(
    async ([name, body]) => {
      for (;;) {
        try {
          const reply: { ok: boolean; value: unknown } = await chrome.runtime.sendMessage({ v: 1, name, body });
          if (reply?.ok) return reply.value;
          throw new Error(JSON.stringify(reply));
        } catch (thrown) {
          if (!/closed|establish/.test(String(thrown))) throw thrown;
        }
      }
    },
    [name, body] as const,
  ) as Promise<Answers<N>>;
}

export const indexStatus = (page: Page): Promise<IndexStatus> => ask(page, 'index.status', {});
export const indexCommand = (page: Page, body: IndexCommand): Promise<IndexStatus> => ask(page, 'index.command', body);
