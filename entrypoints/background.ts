import '#lib/storage/open-early.ts';
import { defineBackground } from 'wxt/utils/define-background';
import { syncButtons } from '#lib/access/buttons.ts';
import { browser } from '#lib/browser.ts';
import { random } from '#lib/connection/greenhouse.ts';
import { tidyPending } from '#lib/connection/pending.ts';
import { overlapKeys } from '#lib/export/keys.ts';
import { keyedHash } from '#lib/storage/keyed-hash.ts';
import { createOutbox } from '#lib/export/outbox.ts';
import { rows } from '#lib/export/rows.ts';
import { tell } from '#lib/messages/call.ts';
import { refusals } from '#lib/messages/refusals.ts';
import { serve } from '#lib/messages/serve.ts';
import { drafts } from '#lib/storage/drafts.ts';
import { connectionItem, peopleIndexItem, settingsItem } from '#lib/storage/items.ts';
import { isLocked, watchLock } from '#lib/storage/lock.ts';
import { managed } from '#lib/storage/managed.ts';
import { policyItem } from '#lib/storage/policy.ts';
import { forgetTokens } from '#lib/storage/tokens.ts';
import { answers, connected, testStored } from '#lib/worker/answers.ts';
import { forgetEverything, underWay } from '#lib/worker/forget.ts';
import { indicatorPorts } from '#lib/worker/indicator-ports.ts';
import { createIndicators } from '#lib/worker/indicators.ts';
import { LOCK_ALARM, lockInTime } from '#lib/worker/lock-in-time.ts';
import { MENU_ITEM, offerInMenu } from '#lib/worker/menu.ts';
import { backOnline } from '#lib/worker/online.ts';
import { openPanel } from '#lib/worker/open-panel.ts';
import { takePolicy } from '#lib/worker/policy.ts';
import { INDEX_ALARM, syncOf } from '#lib/worker/sync.ts';
import { ALARM, createWaker } from '#lib/worker/wake.ts';

/** Milliseconds from the start of a worker. */
const CHORES_AFTER_MS = 1000;

/**
 * Every listener is registered in this first turn: one added after a wait would miss the event that woke the worker. One classic
 * script: as a module it would fetch each part that it shares with our pages on its own, at every start, and answer half as quickly.
 */
export default defineBackground({
  main() {
    const now = () => Date.now();
    const work = underWay();
    const sync = syncOf(now, random, () => indicators.known());
    const indicators = createIndicators({
      ...indicatorPorts(now, () => sync.status()),
      now,
      later: (ms, run) => void setTimeout(run, ms),
    });
    const outbox = createOutbox({
      rows,
      keysOf: overlapKeys,
      hash: keyedHash,
      connected: (heard) => connected(now, () => sync.status(), heard),
      locked: () => isLocked(now()),
      holdMs: async () => (await settingsItem.get()).undoSeconds * 1000,
      lock: (name, step) => work.follow(navigator.locks.request(name, step)),
      changed: (view) => {
        void tell('export.changed', view);
        indicators.exported();
        // The draft has become a candidate; if no panel is open to drop it, it must not lie around.
        if (view.state === 'created') void drafts.drop(view.externalId);
      },
      wakeAt: createWaker(now, () => void outbox.resume()),
      now,
    });

    /** What cannot be found out, or not be stored, stays as it was until the next waking. */
    const obey = () => void work.follow(takePolicy(() => testStored(now), now)).catch(() => undefined);

    const openHere = (_body: unknown, { tab }: { tab?: { id?: number | undefined; windowId: number } | undefined }) =>
      openPanel({ tabId: tab?.id, windowId: tab?.windowId }).then(() => ({}));
    // Whoever hears of it late may have begun to fill the index again.
    const ended = () => sync.stop().then(() => work.ended());
    const forget = () => sync.stop().then(() => forgetEverything(ended));
    serve(
      'worker',
      answers(outbox, sync, now, openHere, forget, (_body, { tab }) => {
        indicators.pageChanged(tab?.id);
        return {};
      }),
      refusals(now, (name) => console.warn('refused a message', name)),
      // It cannot wait for itself.
      (answer, name) => {
        if (name !== 'everything.forget') void work.follow(answer);
        if (name === 'candidate.decide') void answer.then(() => indicators.known()).catch(() => undefined);
      },
    );

    browser.action.onClicked.addListener((tab) => {
      void openPanel({ tabId: tab.id, windowId: tab.windowId });
      indicators.clicked(tab.id, tab.url);
    });
    browser.tabs.onActivated.addListener(({ tabId }) => indicators.activated(tabId));
    browser.tabs.onUpdated.addListener((tabId, change, { active }) => indicators.updated(tabId, change, active));
    browser.contextMenus.onClicked.addListener((info, tab) => {
      if (info.menuItemId === MENU_ITEM) void openPanel({ tabId: tab?.id, windowId: tab?.windowId });
    });
    // Where nothing of ours is open, and the worker lives.
    addEventListener('online', () => void work.follow(backOnline(outbox)).catch(() => undefined));
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ALARM) void outbox.resume();
      if (name === INDEX_ALARM) void sync.resume();
      if (name === LOCK_ALARM) void lockInTime(now());
    });
    browser.runtime.onInstalled.addListener(() => {
      offerInMenu();
      void syncButtons();
      indicators.changed();
      obey();
    });
    browser.runtime.onStartup.addListener(() => {
      void syncButtons();
      indicators.changed();
      obey();
      void tidyPending(now(), true);
    });
    /** Sites, settings or rules are others by now: so may be what stands in pages. */
    const putRight = () => {
      void syncButtons();
      indicators.changed();
    };
    browser.permissions.onAdded.addListener(putRight);
    browser.permissions.onRemoved.addListener(putRight);
    settingsItem.watch(putRight);
    watchLock(() => {
      void lockInTime(now());
      // Whatever waited for the passphrase goes on: also a credential that the organisation gave meanwhile.
      obey();
      void outbox.resume();
      void sync.resume(true);
    });
    peopleIndexItem.watch(() => void sync.resume());
    connectionItem.watch((kept) => {
      void sync.resume(true);
      void indicators.account();
      // Disconnected: nothing of ours may speak for the recruiter any more, but for what the organisation gives them.
      if (!kept) void forgetTokens().then(obey);
      // What waited for this account goes on.
      else void outbox.resume();
      // Their own, where the organisation's is locked, does not stay.
      if (kept && !kept.byPolicy) obey();
    });
    managed.watch(obey);
    policyItem.watch(() => {
      putRight();
      // What waited for somebody who may act by now goes on.
      void outbox.resume();
      void sync.resume();
    });

    // Storage is for our own pages only, never for what stands in a web page.
    void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
    // Before anybody may open the vault: a change of credentials that was cut short is made whole first.
    void tidyPending(now(), false);
    // Whatever has woken this worker is answered first.
    setTimeout(() => {
      obey();
      void lockInTime(now());
      void outbox.resume();
      void drafts.sweep(now());
      void sync.resume();
    }, CHORES_AFTER_MS);
  },
});
