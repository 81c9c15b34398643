/** The panel's ports, bound to the browser, the worker and what is stored. */
import { browser } from '#lib/browser.ts';
import { AppError } from '#lib/errors.ts';
import type { ExportView } from '#lib/export/schema.ts';
import { call } from '#lib/messages/call.ts';
import { hear } from '#lib/messages/hear.ts';
import { serve } from '#lib/messages/serve.ts';
import { addressOf, readTab } from '#lib/page/read.ts';
import { askToRead, followTab, mayRead, onAccessChange, openIn } from '#lib/page/tab.ts';
import type { PanelPorts } from '#lib/panel/ports.ts';
import { knownAccountOf } from '#lib/storage/account.ts';
import { connectionItem, recentJobsItem, siteChoicesItem } from '#lib/storage/items.ts';

/** Several listen to one thing that is told once. */
function told<T>() {
  const listeners = new Set<(value: T) => void>();
  return {
    tell: (value: T) => {
      for (const listener of listeners) listener(value);
    },
    listen: (listener: (value: T) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Loaded with the first person: the panel paints without the database. */
const drafts = async () => (await import('#lib/storage/drafts.ts')).drafts;

/** The worker may die before it says that all is deleted. */
const FORGETS_WITHIN_MS = 60_000;

/** Loaded with the first page that was read. */
const drift = () => import('#lib/page/drift.ts');

/** Whose jobs, choices and exports this panel shows; '' while nobody is connected. */
function followAccount(beginAnew: () => void): () => Promise<string> {
  let account = connectionItem.get().then(knownAccountOf);
  connectionItem.watch(async (kept) => {
    const next = knownAccountOf(kept);
    const shown = await account;
    // Everything on show and in memory is another organisation's: the panel begins anew.
    if (shown !== '' && shown !== next) beginAnew();
    else account = Promise.resolve(next);
  });
  return () => account;
}

/** Without the parts to be drawn: those are the view's. */
export function boundPorts(): Omit<PanelPorts, 'parts'> {
  const changes = told<ExportView>();
  const readRequests = told<number>();
  let forgetting = false;
  // While everything is being deleted a page of ours that is loaded anew makes Chromium crash, with all of them at once.
  const account = followAccount(() => forgetting || location.reload());
  serve(
    'extension',
    {
      'export.changed': (view) => {
        changes.tell(view);
        return {};
      },
      'index.changed': () => ({}),
      'everything.forgetting': () => {
        forgetting = true;
        setTimeout(() => location.reload(), FORGETS_WITHIN_MS);
        return {};
      },
      'everything.forgotten': () => {
        setTimeout(() => location.reload(), 300);
        return {};
      },
      'panel.read': ({ tabId }) => {
        readRequests.tell(tabId);
        return {};
      },
    },
    () => {},
  );
  return {
    tab: {
      follow: (changed) => followTab(location.search, changed),
      read: async (tabId) => {
        const reading = await readTab(tabId, Date.now);
        if (reading !== 'credentials-page') void drift().then(({ count }) => count(reading, Date.now()));
        return reading;
      },
      address: addressOf,
      shownCredential: async (tabId) => (await import('#lib/page/take-credential.ts')).takeCredential(tabId),
      mayRead,
      askToRead,
      onAccessChange,
      onReadRequest: readRequests.listen,
      reload: (tabId) => browser.tabs.reload(tabId),
      open: openIn,
    },
    greenhouse: {
      jobs: (refresh) => call('jobs.list', { refresh }),
      stages: (jobId) => call('jobs.stages', { jobId }),
      choices: (refresh) => call('choices.list', { refresh }),
      find: (request) => call('candidate.find', request),
      known: async (request) => {
        const [verdict] = await call('candidate.known', { people: [request] });
        if (!verdict) throw new AppError('message/lost');
        return verdict;
      },
      decide: (decision) => call('candidate.decide', decision),
      poolsOf: (applicationIds) => call('candidate.pools', { applicationIds }),
      search: (search) => call('candidate.search', search),
      trackingLink: (jobId) => call('jobs.tracking-link', { jobId }),
    },
    peopleIndex: {
      command: (said) => call('index.command', said),
      watch: (changed) => hear('index.changed', changed),
    },
    exports: {
      start: async (request) => call('export.start', { ...request, account: await account() }),
      list: () => call('export.list', {}),
      undo: (id) => call('export.undo', { id }),
      sendNow: (id) => call('export.send-now', { id }),
      answer: ({ id, writtenAt, question }, answer) => call('export.answer', { id, answer, seen: writtenAt, about: question }),
      people: (id) => call('export.people', { id }),
      names: () => call('export.names', {}),
      report: (id) => call('export.report', { id }),
      undoable: (id) => call('export.undoable', { id }),
      takeBack: ({ id, writtenAt: seen = 0 }, parts) => call('export.take-back', { id, parts, seen }),
      onChange: changes.listen,
    },
    memory: {
      drafts: {
        load: async (externalId) => (await drafts()).load(externalId, await account()),
        save: async (draft) => {
          if (!forgetting) await (await drafts()).save({ ...draft, account: await account() });
        },
        drop: async (externalId) => (await drafts()).drop(externalId),
      },
      siteChoice: {
        get: async (site) => (await siteChoicesItem.get())[await account()]?.[site],
        set: async (site, choice) => {
          const [all, mine] = [await siteChoicesItem.get(), await account()];
          await siteChoicesItem.set({ ...all, [mine]: { ...all[mine], [site]: choice } });
        },
      },
      recentJobs: {
        get: async () => (await recentJobsItem.get())[await account()] ?? [],
        set: async (jobIds) => recentJobsItem.set({ ...(await recentJobsItem.get()), [await account()]: jobIds }),
      },
      connection: connectionItem,
      policy: {
        follow: (changed) => {
          const following = import('#lib/page/policy.ts').then(({ followPolicy }) => followPolicy(changed));
          return () => void following.then((stop) => stop());
        },
      },
      goesAlong: {
        follow: (changed) => {
          const following = import('#lib/page/policy.ts').then(({ followGoesAlong }) => followGoesAlong(changed));
          return () => void following.then((stop) => stop());
        },
      },
    },
    passphrase: async () => (await import('#lib/storage/passphrase.ts')).passphrase,
    connecting: async () => (await import('../options/connect-ports.ts')).connectPorts,
    listed: async () => (await import('#lib/page/listed.ts')).listedPorts,
    drift: async () => (await drift()).driftPorts(Date.now),
    teaching: async () => (await import('#lib/page/teaching.ts')).teachingPorts(Date.now),
    reload: () => location.reload(),
    restart: () => browser.runtime.reload(),
    openOptions: () => void browser.runtime.openOptionsPage(),
    copy: (text) => navigator.clipboard.writeText(text),
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    later: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
}
