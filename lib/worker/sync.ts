/** The index of everybody, as this worker fills it: whose it is, what was said about it, and how the worker is kept alive for it. */
import { browser } from '#lib/browser.ts';
import { connection, greenhouseOf } from '#lib/connection/greenhouse.ts';
import { sleep } from '#lib/greenhouse/sleep.ts';
import { openPeopleIndex } from '#lib/identity/index/open.ts';
import { createSync, type Sync, type SyncPorts } from '#lib/identity/sync/sync.ts';
import type { Base } from '#lib/identity/sync/turn.ts';
import { tell } from '#lib/messages/call.ts';
import { indexScope } from '#lib/policy/rules.ts';
import { accountsOf, knownAccountOf } from '#lib/storage/account.ts';
import { indexTroubles } from '#lib/storage/index-trouble.ts';
import { peopleIndexItem } from '#lib/storage/items.ts';
import { forgetShelf } from '#lib/storage/people-shelf.ts';
import { policyItem } from '#lib/storage/policy.ts';

export const INDEX_ALARM = 'index';
/** The shortest that the browser knows. */
const EVERY_MINUTES = 0.5;

/** Whom it shall hold: what the organisation says and what the recruiter says. */
const chosen = async () => {
  const [policy, choice] = await Promise.all([policyItem.get(), peopleIndexItem.get()]);
  return { ...choice, scope: indexScope(policy, choice.scope) };
};

const saved = () => connection().catch(() => undefined);

/** Every name that the account had: what was said about one was said about all. */
async function names(): Promise<string[]> {
  const kept = await saved();
  return kept ? [...accountsOf(kept)] : [];
}

/** What was filled before Greenhouse told the organisation lies under a name by which nobody looks for it any more. */
async function forgetFormer(): Promise<void> {
  const [account, ...former] = await names();
  // What could not be deleted now is in nobody’s way, and is tried again by the next worker.
  await Promise.all(former.filter((name) => name !== account).map((name) => forgetShelf(name).catch(() => undefined)));
}

/** Nothing before a test has told whose account it is, and with a partner key, whose API lists nobody. */
async function base(now: () => number): Promise<Base | undefined> {
  const [kept, choice] = await Promise.all([saved(), chosen()]);
  const account = knownAccountOf(kept ?? null);
  const greenhouse = kept && account !== '' ? greenhouseOf(kept, now, 'background') : undefined;
  if (!kept || !greenhouse?.can.listsEverybody) return undefined;
  const { scope, paused, agreed } = choice;
  const isAmong = (list: string[]): boolean => accountsOf(kept).some((name) => list.includes(name));
  return {
    account,
    greenhouse,
    index: await openPeopleIndex(account),
    forget: () => forgetShelf(account),
    scope,
    paused: isAmong(paused),
    agreed: isAmong(agreed),
  };
}

const choose: SyncPorts['choose'] = async (change) => {
  const choice = await peopleIndexItem.get();
  if ('scope' in change) return peopleIndexItem.set({ ...choice, scope: change.scope });
  const { account } = change;
  const all = new Set([account, ...(await names())]);
  const without = (list: string[]): string[] => list.filter((one) => !all.has(one));
  if ('agreed' in change) return peopleIndexItem.set({ ...choice, agreed: [...without(choice.agreed), account] });
  const paused = [...without(choice.paused), ...(change.paused ? [account] : [])];
  return peopleIndexItem.set({ ...choice, paused });
};

/** The alarm follows a worker that died, and so comes again until somebody sets another. */
function wakeAt(time: number): void {
  const { alarms } = browser;
  if (Number.isFinite(time)) void alarms.create(INDEX_ALARM, { when: time, periodInMinutes: EVERY_MINUTES });
  else void alarms.clear(INDEX_ALARM);
}

/** @param changed told after each step, beside the pages that are open. */
export const syncOf = (now: () => number, random: () => number, changed: () => void): Sync =>
  createSync({
    base: () => base(now),
    scope: async () => (await chosen()).scope,
    choose,
    troubles: indexTroubles,
    lock: (work) =>
      navigator.locks.request('people-index', async () => {
        await forgetFormer();
        return work();
      }),
    wakeAt,
    keepAlive: () => browser.runtime.getPlatformInfo(),
    changed: (status) => {
      void tell('index.changed', status);
      changed();
    },
    sleep,
    now,
    random,
  });
