/** What the tab beside the panel shows. Follows it, reads it, and never lets a late answer speak for a page that is gone. */
import { batch, signal, type ReadonlySignal } from '@preact/signals';

import type { ListedPerson, Reading } from '#lib/candidate/reading.ts';
import { AppError } from '#lib/errors.ts';
import type { ShownCredential } from '#lib/in-page/shown-credential.ts';
import { siteFor } from '#lib/sites/list.ts';

import type { FollowedTab, PanelPorts } from './ports.ts';

export type NobodyStatus = Exclude<Reading['status'], 'complete' | 'partial' | 'list'>;

export type PageState =
  | { is: 'no-tab' }
  | { is: 'unsupported' }
  /** `url` is absent while the browser does not even tell us the address. */
  | { is: 'no-access'; url?: string | undefined }
  | { is: 'reading' }
  | { is: 'nobody'; status: NobodyStatus }
  /** `at` is the page's address. */
  | { is: 'list'; people: readonly ListedPerson[]; at: string }
  | { is: 'failed'; error: AppError }
  | { is: 'person' }
  /** Greenhouse's own page for API credentials. */
  | { is: 'credentials' };

/** Who takes the reading of a person in. */
export interface Receiver {
  /** A page is going to be read; its address, where the browser tells it. */
  expect?(url: string | undefined): void;
  /** Puts the person on show, unless `late()` by the time their draft is there. */
  arrive(reading: Reading, late: () => boolean): Promise<void>;
  leave(): void;
}

export interface PageModel {
  state: ReadonlySignal<PageState>;
  /** A reading is under way, also one behind a person who stays on show. */
  busy: ReadonlySignal<boolean>;
  /** The address that may be read for this one click only: the recruiter may want to allow its site for good. */
  onlyThisOnce: ReadonlySignal<string | undefined>;
  start(): () => void;
  readAgain(): void;
  allowAccess(): Promise<void>;
  reload(): Promise<void>;
  /** Shows an address in the same tab, for a click of the recruiter's. */
  open(url: string): Promise<void>;
  /** The tab on show. */
  tabId(): number | undefined;
  /** What the page shows of a credential, for whoever asks with a click. */
  shownCredential(): Promise<ShownCredential>;
}

/** Single-page sites change their address several times in one move. */
const SETTLE_MS = 150;

const isPerson = (reading: Reading): boolean =>
  (reading.status === 'complete' || reading.status === 'partial') && Boolean(reading.externalId);

export function createPage({ tab, later }: Pick<PanelPorts, 'tab' | 'later'>, receiver: Receiver): PageModel {
  const state = signal<PageState>({ is: 'no-tab' });
  const busy = signal(false);
  const onlyThisOnce = signal<string | undefined>(undefined);
  let current: FollowedTab | undefined;
  /** Counts up with every page and every reading: an answer from an earlier turn is too late. */
  let turn = 0;
  let cancel = () => {};

  const show = (next: PageState) =>
    batch(() => {
      if (next.is !== 'person') receiver.leave();
      state.value = next;
    });

  /** Who is on show stays there while the same page is read once more. */
  const isSomebody = () => state.value.is === 'person' || state.value.is === 'list';

  function changed(next: FollowedTab | undefined) {
    const samePage = next !== undefined && next.id === current?.id && next.url === current.url;
    current = next;
    turn += 1;
    cancel();
    busy.value = false;
    onlyThisOnce.value = undefined;
    if (!next) return show({ is: 'no-tab' });
    if (next.url !== undefined && !siteFor(next.url)) return show({ is: 'unsupported' });
    // Another address may be another person: nobody stays on show while we do not know.
    if (!samePage || !isSomebody()) show({ is: 'reading' });
    if (!samePage) receiver.expect?.(next.url);
    const mine = turn;
    cancel = later(SETTLE_MS, () => {
      if (mine === turn) void read(next.id);
    });
  }

  async function read(tabId: number): Promise<void> {
    turn += 1;
    const mine = turn;
    const late = () => mine !== turn;
    busy.value = true;
    /** The browser may not have told us the address; the page that was read does. */
    let readAt: string | undefined;
    const next = await tab
      .read(tabId)
      .then((reading): PageState | Promise<PageState> => {
        if (reading === 'credentials-page') return { is: 'credentials' };
        readAt = reading.url ?? undefined;
        return taken(tabId, reading, late);
      })
      .catch((thrown: unknown) => refused(AppError.from(thrown)));
    if (late()) return;
    busy.value = false;
    show(next);
    const url = current?.url ?? readAt;
    if (url === undefined || next.is === 'no-access') return;
    const allowed = await tab.mayRead(url);
    if (!late()) onlyThisOnce.value = allowed ? undefined : url;
  }

  async function taken(tabId: number, reading: Reading, late: () => boolean): Promise<PageState> {
    if (late()) return state.value;
    if (isPerson(reading)) {
      await receiver.arrive(reading, late);
      return { is: 'person' };
    }
    // The page of the person on show is only being drawn again.
    if (reading.status === 'not-ready' && state.value.is === 'person') return state.value;
    const { status, people = [] } = reading;
    if (status === 'list') return { is: 'list', people, at: current?.url ?? (await tab.address(tabId)) };
    return { is: 'nobody', status: status === 'complete' || status === 'partial' ? 'not-a-profile' : status };
  }

  function refused(error: AppError): PageState {
    if (error.code === 'page/unsupported') return { is: 'unsupported' };
    if (error.code === 'page/no-access') return { is: 'no-access', url: current?.url };
    if (error.code === 'page/moved') return { is: 'nobody', status: 'moved' };
    return { is: 'failed', error };
  }

  const readAgain = () => {
    if (!current) return;
    if (!isSomebody()) show({ is: 'reading' });
    void read(current.id);
  };

  return {
    state,
    busy,
    onlyThisOnce,
    start() {
      const stops = [
        tab.follow(changed),
        tab.onAccessChange(readAgain),
        tab.onReadRequest((tabId) => {
          if (tabId === current?.id) readAgain();
        }),
      ];
      return () => {
        turn += 1;
        cancel();
        for (const stop of stops) stop();
      };
    },
    readAgain,
    async allowAccess() {
      // The reading that follows is started by `onAccessChange`.
      const url = current?.url ?? onlyThisOnce.value;
      if (url !== undefined) await tab.askToRead(url);
    },
    async reload() {
      if (current) await tab.reload(current.id);
    },
    async open(url) {
      if (current) await tab.open(current.id, url);
    },
    tabId: () => current?.id,
    shownCredential: () => (current ? tab.shownCredential(current.id) : Promise.resolve({})),
  };
}
