/** The world as the panel's tests turn it: a tab to move, a page to answer late, a worker to fail, a clock to wind. */
import { vi } from 'vitest';

// The panel loads these when they are needed; here they are at hand.
import '#lib/panel/defaults.ts';
import '#lib/panel/merge.ts';
import '#lib/sites/references.ts';

import type { ExportRequest, ExportView } from '#lib/export/schema.ts';
import type { FindRequest, Verdict } from '#lib/identity/schema.ts';
import type { IndexStatus } from '#lib/identity/sync/status.ts';
import type { FollowedTab, PanelPorts, PassphrasePort } from '#lib/panel/ports.ts';
import type { Policy } from '#lib/policy/policy.ts';
import type { GoesAlong } from '#lib/policy/rules.ts';
import type { Connection, SiteChoice, StoredDraft } from '#lib/storage/schema.ts';

import { choices, connection, jobList, mira, nobody, nobodyHere, NOW, viewOf } from './people.ts';

export const MIRA_TAB: FollowedTab = { id: 3, url: 'https://www.linkedin.com/in/mira-okafor-fixture/' };
export const TOMAS_TAB: FollowedTab = { id: 4, url: 'https://www.linkedin.com/in/tomas-brandt-fixture/' };

export interface FakeOptions {
  connection?: Connection | null;
  siteChoice?: SiteChoice;
  drafts?: Map<string, StoredDraft>;
  policy?: Policy;
  goesAlong?: GoesAlong;
}

/** A vault that opens with one passphrase; `lock` and `unlock` are what other contexts do. */
function fakeVault() {
  const vault = { is: 'free' as 'free' | 'locked' | 'unlocked', opens: 'seven grey herons', used: [] as number[] };
  const watching = new Set<() => void>();
  const turn = (is: typeof vault.is) => {
    vault.is = is;
    for (const heard of watching) heard();
  };
  const port: PassphrasePort = {
    state: () => Promise.resolve(vault.is === 'unlocked' ? { is: vault.is, idleMinutes: 15, until: 0 } : { is: vault.is }),
    unlock: (typed) => {
      if (typed === vault.opens) turn('unlocked');
      return Promise.resolve(typed === vault.opens);
    },
    used: (now) => {
      vault.used.push(now);
      return Promise.resolve();
    },
    watch: (changed) => {
      watching.add(changed);
      return () => watching.delete(changed);
    },
  };
  return Object.assign(vault, { port, turn, watching });
}

export function fakeWorld(options: FakeOptions = {}) {
  const drafts = options.drafts ?? new Map<string, StoredDraft>();
  const siteChoices = new Map<string, SiteChoice>(options.siteChoice ? [['linkedin', options.siteChoice]] : []);
  let time = NOW;
  let ids = 0;
  let waiting: { at: number; run: () => void }[] = [];
  const heard: {
    tab?: (tab: FollowedTab | undefined) => void;
    access?: () => void;
    request?: (tabId: number) => void;
    view?: (view: ExportView) => void;
    connection?: (connection: Connection | null) => void;
    policy?: (policy: Policy | null) => void;
    goesAlong?: (wanted: GoesAlong) => void;
    known?: () => void;
    index?: (status: IndexStatus) => void;
  } = {};
  /** Nobody answers about rows of a list, unless a test says what is known. */
  const listed = { known: vi.fn<(people: FindRequest[]) => Promise<Verdict[]>>(() => Promise.resolve([])) };
  const stop = () => {};

  const vault = fakeVault();
  const ports = {
    tab: {
      follow: (changed) => {
        heard.tab = changed;
        return stop;
      },
      read: vi.fn<PanelPorts['tab']['read']>(() => Promise.resolve(mira)),
      address: vi.fn<PanelPorts['tab']['address']>(() => Promise.resolve(MIRA_TAB.url ?? '')),
      shownCredential: vi.fn<PanelPorts['tab']['shownCredential']>(() => Promise.resolve({})),
      mayRead: vi.fn<(url: string) => Promise<boolean>>(() => Promise.resolve(true)),
      askToRead: vi.fn<(url: string) => Promise<boolean>>(() => Promise.resolve(true)),
      onAccessChange: (changed) => {
        heard.access = changed;
        return stop;
      },
      onReadRequest: (requested) => {
        heard.request = requested;
        return stop;
      },
      reload: vi.fn<(tabId: number) => Promise<void>>(() => Promise.resolve()),
      open: vi.fn<(tabId: number, url: string) => Promise<void>>(() => Promise.resolve()),
    },
    greenhouse: {
      jobs: vi.fn<PanelPorts['greenhouse']['jobs']>(() => Promise.resolve(jobList)),
      stages: vi.fn<PanelPorts['greenhouse']['stages']>(() => Promise.resolve([{ id: 1, name: 'Application Review' }])),
      choices: vi.fn<PanelPorts['greenhouse']['choices']>(() => Promise.resolve(choices)),
      trackingLink: vi.fn<PanelPorts['greenhouse']['trackingLink']>(() => Promise.resolve('https://jobs.example/1?gh_src=abc')),
      find: vi.fn<PanelPorts['greenhouse']['find']>(() => Promise.resolve(nobody)),
      known: vi.fn<PanelPorts['greenhouse']['known']>(() => Promise.resolve(nobodyHere)),
      decide: vi.fn<PanelPorts['greenhouse']['decide']>(() => Promise.resolve()),
      poolsOf: vi.fn<PanelPorts['greenhouse']['poolsOf']>(() => Promise.resolve([])),
      search: vi.fn<PanelPorts['greenhouse']['search']>(() => Promise.resolve([])),
    },
    peopleIndex: {
      command: vi.fn<PanelPorts['peopleIndex']['command']>(() => Promise.resolve()),
      watch: (changed) => {
        heard.index = changed;
        return stop;
      },
    },
    exports: {
      start: vi.fn<(request: ExportRequest) => Promise<ExportView>>(({ id, externalId }) =>
        Promise.resolve(viewOf({ id, externalId, startedAt: time, heldUntil: time + 10_000 })),
      ),
      list: vi.fn<() => Promise<ExportView[]>>(() => Promise.resolve([])),
      undo: vi.fn<PanelPorts['exports']['undo']>((id) => Promise.resolve(viewOf({ id, state: 'undone' }))),
      sendNow: vi.fn<PanelPorts['exports']['sendNow']>((id) => Promise.resolve(viewOf({ id, state: 'matching' }))),
      answer: vi.fn<PanelPorts['exports']['answer']>(({ id }) => Promise.resolve(viewOf({ id, state: 'matching' }))),
      names: vi.fn<PanelPorts['exports']['names']>(() => Promise.resolve([])),
      report: vi.fn<PanelPorts['exports']['report']>(() => Promise.resolve('{}')),
      undoable: vi.fn<PanelPorts['exports']['undoable']>(() => Promise.resolve({ can: [], cannot: [] })),
      takeBack: vi.fn<PanelPorts['exports']['takeBack']>((view) => Promise.resolve({ ...view, state: 'taking-back' })),
      people: vi.fn<PanelPorts['exports']['people']>(() => Promise.resolve([])),
      onChange: (changed) => {
        heard.view = changed;
        return stop;
      },
    },
    listed: () =>
      Promise.resolve({
        known: (people) => listed.known(people),
        onChange: (changed) => {
          heard.known = changed;
          return stop;
        },
      }),
    memory: {
      drafts: {
        load: (externalId) => Promise.resolve(drafts.get(externalId)),
        save: (draft) => {
          drafts.set(draft.externalId, draft);
          return Promise.resolve();
        },
        drop: (externalId) => {
          drafts.delete(externalId);
          return Promise.resolve();
        },
      },
      siteChoice: {
        get: (site) => Promise.resolve(siteChoices.get(site)),
        set: (site, choice) => {
          siteChoices.set(site, choice);
          return Promise.resolve();
        },
      },
      recentJobs: {
        get: () => Promise.resolve([]),
        set: vi.fn<(jobIds: number[]) => Promise<void>>(() => Promise.resolve()),
      },
      policy: {
        follow: (changed) => {
          heard.policy = changed;
          changed(options.policy ?? null);
          return stop;
        },
      },
      goesAlong: {
        follow: (changed) => {
          heard.goesAlong = changed;
          changed(options.goesAlong ?? { sendCareer: true, attachProfile: false });
          return stop;
        },
      },
      connection: {
        get: () => Promise.resolve(options.connection === undefined ? connection : options.connection),
        watch: (changed) => {
          heard.connection = changed;
          return stop;
        },
      },
    },
    parts: () => Promise.resolve(),
    passphrase: () => Promise.resolve(vault.port),
    copy: vi.fn<(text: string) => Promise<void>>(() => Promise.resolve()),
    openOptions: vi.fn<() => void>(),
    reload: vi.fn<() => void>(),
    restart: vi.fn<() => void>(),
    connecting: vi.fn<PanelPorts['connecting']>(() => Promise.reject(new Error('no test needs it'))),
    drift: vi.fn<PanelPorts['drift']>(() =>
      Promise.resolve({
        notice: () => Promise.resolve(undefined),
        dismiss: () => Promise.resolve(),
        report: () => Promise.reject(new Error('no test needs it')),
        watch: () => () => {},
      }),
    ),
    teaching: vi.fn<PanelPorts['teaching']>(() =>
      Promise.resolve({
        point: () => Promise.resolve(undefined),
        stop: () => Promise.resolve(),
        keep: () => Promise.resolve('site.example'),
        stopped: () => Promise.resolve([]),
        remove: () => Promise.resolve(),
      }),
    ),
    newId: () => {
      ids += 1;
      return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
    },
    now: () => time,
    later: (ms, run) => {
      const timer = { at: time + ms, run };
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((other) => other !== timer);
      };
    },
  } satisfies PanelPorts;

  /** Lets every promise that is due settle. */
  const settle = () => new Promise<void>((resolve) => void setTimeout(resolve, 0));

  return {
    ports,
    vault,
    listed,
    drafts,
    siteChoices,
    heard,
    settle,
    /** Winds the clock, running what comes due, in order. */
    async pass(ms: number) {
      const until = time + ms;
      for (;;) {
        const due = waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        waiting = waiting.filter((other) => other !== due);
        time = due.at;
        due.run();
        await settle();
      }
      time = until;
      await settle();
    },
    /** Shows a tab and waits until it has been read. */
    async show(tab: FollowedTab | undefined) {
      await settle();
      heard.tab?.(tab);
      await this.pass(200);
    },
  };
}
