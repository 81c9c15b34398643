/** "Forget everything": the worker does it, since nobody else knows what is under way. */
import { allowedOrigins, forget } from '#lib/access/sites.ts';
import { browser } from '#lib/browser.ts';
import { tell } from '#lib/messages/call.ts';
import { forgetItems, forgetStores, type Kept } from '#lib/storage/everything.ts';
import { connectionItem, pendingItem } from '#lib/storage/items.ts';
import { alone } from '#lib/storage/pending.ts';

/** Follows what this worker is doing. */
export function underWay() {
  const running = new Set<Promise<unknown>>();
  return {
    /** Hands the work on, and remembers it until it has ended. */
    follow<T>(work: Promise<T>): Promise<T> {
      const ended: Promise<unknown> = work.catch(() => undefined).then(() => running.delete(ended));
      running.add(ended);
      return work;
    },
    async ended(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/**
 * Alone with the credentials: a test that ends just then would write its connection down again.
 * @param ended waits for what was under way. It can send nothing more, but its last word may be written yet.
 */
export async function forgetEverything(ended: () => Promise<void>): Promise<Kept> {
  const sites = await allowedOrigins();
  const kept = await alone(async () => {
    const stores = await forgetStores();
    // Before the connection goes: a panel that misses it would begin anew, and save its draft on the way.
    await tell('everything.forgetting', {});
    return { ...stores, ...(await forgetItems()), sites: sites.length };
  });
  if (sites.length > 0) await forget(sites);
  await browser.alarms.clearAll();
  await ended();
  await alone(async () => {
    // Somebody, or the organisation, may have connected again while that took its time: what is new stays.
    const anew = Boolean((await connectionItem.get()) ?? (await pendingItem.get()));
    await forgetStores(anew);
    if (!anew) await forgetItems();
  });
  await tell('everything.forgotten', {});
  return kept;
}
