/**
 * When to look again at what the toolbar and the marks say. Only at tabs that somebody sees: with sixty tabs restored at a start
 * there is one look for each window, and another one whenever a tab comes to the front.
 */
import { clearMarks } from '#lib/access/marks.ts';
import { browser } from '#lib/browser.ts';
import { oneAtATime } from '#lib/one-at-a-time.ts';

import { showCount } from './count.ts';
import { markPage } from './marks.ts';
import { clearToolbar, clearToolbarOf, clickedInToolbar, showInToolbar, type IndicatorPorts } from './toolbar.ts';

/** Milliseconds. While an index is being filled it changes several times in a second. */
const CALM = 5000;
/** A page may ask to be looked at no more often than this. */
const ASKED_AT_MOST = 1000;

interface Ports extends IndicatorPorts {
  /** Epoch milliseconds. */
  now(): number;
  later(ms: number, run: () => void): void;
}

export function createIndicators(ports: Ports) {
  const show = oneAtATime((tabId: number) => showInToolbar(tabId, ports));
  const count = oneAtATime(() => showCount(() => ports.counts()));
  const mark = oneAtATime((tabId: number) => markPage(tabId, ports));
  // A page that takes its time does not keep its icon waiting.
  const look = (tabId: number) => Promise.all([show(tabId), mark(tabId)]);
  /** When each tab last asked; of this life of the worker. */
  const asked = new Map<number, number>();
  let waits = false;

  async function lookAtAll(): Promise<void> {
    const tabs = await browser.tabs.query({ active: true });
    await Promise.all([count(undefined), ...tabs.flatMap(({ id }) => (id === undefined ? [] : [look(id)]))]);
  }

  /** Takes back what may not stand any more, and looks at what is seen. */
  async function again(): Promise<void> {
    await clearMarks((await ports.account()) !== '');
    await lookAtAll();
  }
  const puttingRight = oneAtATime(again);

  return {
    /** Another tab came to the front. */
    activated: (tabId: number): void => void look(tabId),

    updated(tabId: number, change: { url?: string | undefined; status?: string | undefined }, active: boolean): void {
      if (change.url === undefined && change.status !== 'complete') return;
      if (active) void look(tabId);
      // What was said of its last page is not said of this one; the rest waits until somebody sees it.
      else if (change.url !== undefined) void clearToolbarOf(tabId, ports).catch(() => undefined);
    },

    clicked: (tabId: number | undefined, url: string | undefined): void => {
      if (tabId !== undefined) void clickedInToolbar(tabId, url, ports).catch(() => undefined);
    },

    /** A list says that it has more people on it. */
    pageChanged(tabId: number | undefined): void {
      if (tabId === undefined || Math.abs(ports.now() - (asked.get(tabId) ?? 0)) < ASKED_AT_MOST) return;
      asked.set(tabId, ports.now());
      void mark(tabId);
    },

    /** Sites, settings, rules: what may be shown is another by now. */
    changed: (): void => void puttingRight(undefined),

    /** An export went on: the recruiter waits to see it. */
    exported: (): void => void lookAtAll().catch(() => undefined),

    /** Who is in Greenhouse is another by now: the index went on, or the recruiter said who somebody is. */
    known(): void {
      if (waits) return;
      waits = true;
      ports.later(CALM, () => {
        waits = false;
        void lookAtAll().catch(() => undefined);
      });
    },

    /** Another account, or none. */
    async account(): Promise<void> {
      await Promise.allSettled([clearToolbar(ports), clearMarks(false)]);
      await lookAtAll();
    },
  };
}
