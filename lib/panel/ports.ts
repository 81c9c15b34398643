/** All that the panel asks of the world. The real ones are bound in `entrypoints/sidepanel`, fakes in the tests. */
import type { Reading } from '#lib/candidate/reading.ts';
import type { Called, ExportAnswer, ExportRequest, ExportView, Undoable, UndoPart } from '#lib/export/schema.ts';
import type { Choices, InPool, JobList, Stage } from '#lib/greenhouse/schema.ts';
import type { ShownCredential } from '#lib/in-page/shown-credential.ts';
import type { Decision, FindRequest, Match, Search, Verdict } from '#lib/identity/schema.ts';
import type { IndexCommand, IndexStatus } from '#lib/identity/sync/status.ts';
import type { Policy } from '#lib/policy/policy.ts';
import type { GoesAlong } from '#lib/policy/rules.ts';
import type { LockState } from '#lib/storage/lock.ts';
import type { Connection, SiteChoice, StoredDraft } from '#lib/storage/schema.ts';

import type { DriftPorts } from './drift.ts';
import type { TakeOverPorts } from './take-over.ts';
import type { TeachingPorts } from './teaching.ts';

export interface FollowedTab {
  id: number;
  /** Absent while we may not know it. */
  url?: string;
}

type Stop = () => void;

export interface TabPorts {
  /** Calls back with the tab now, and whenever another is shown or its address changes. */
  follow(changed: (tab: FollowedTab | undefined) => void): Stop;
  /** Rejects with an `AppError` of the `page/` family. */
  read(tabId: number): Promise<Reading | 'credentials-page'>;
  /** The address of a page that may be read, also where only a click allows it. Rejects like `read`. */
  address(tabId: number): Promise<string>;
  /** What Greenhouse's credentials page shows of a credential. Rejects like `read`. */
  shownCredential(tabId: number): Promise<ShownCredential>;
  /** Whether this site may be read without a click each time. */
  mayRead(url: string): Promise<boolean>;
  /** Must be called first thing in a click, or the browser does not believe in the click. */
  askToRead(url: string): Promise<boolean>;
  onAccessChange(changed: () => void): Stop;
  /** The recruiter clicked the toolbar button, the menu or the shortcut: that tab may be read now. */
  onReadRequest(requested: (tabId: number) => void): Stop;
  reload(tabId: number): Promise<void>;
  /** Shows an address in that tab; only a web page's, whatever a page said. */
  open(tabId: number, url: string): Promise<void>;
}

/** Each rejects with an `AppError`. */
export interface GreenhousePorts {
  jobs(refresh: boolean): Promise<JobList>;
  stages(jobId: number): Promise<Stage[]>;
  choices(refresh: boolean): Promise<Choices>;
  find(request: FindRequest): Promise<Verdict>;
  /** What this machine knows by itself: Greenhouse is not asked. */
  known(request: FindRequest): Promise<Verdict>;
  /** Remembers the recruiter's word about a candidate, for the whole organisation. */
  decide(decision: Decision): Promise<unknown>;
  /** Of those of which it is told. */
  poolsOf(applicationIds: number[]): Promise<InPool[]>;
  search(search: Search): Promise<Match[]>;
  trackingLink(jobId: number): Promise<string>;
}

export interface ExportPorts {
  start(request: ExportRequest): Promise<ExportView>;
  list(): Promise<ExportView[]>;
  undo(id: string): Promise<ExportView>;
  sendNow(id: string): Promise<ExportView>;
  /** To what this view asks, and to nothing that is asked by now instead. */
  answer(view: ExportView, answer: ExportAnswer): Promise<ExportView>;
  /** Who is behind the question of an export, as Greenhouse shows them now. */
  people(id: string): Promise<Match[]>;
  /** How those are called whose exports have arrived lately, as Greenhouse shows them now. */
  names(): Promise<Called[]>;
  /** What support needs to know of it, with nobody in it. */
  report(id: string): Promise<string>;
  /** What of it can be taken back, as Greenhouse shows it now. */
  undoable(id: string): Promise<Undoable>;
  /** Of this view, and of nothing that it has become since. */
  takeBack(view: ExportView, parts: UndoPart[]): Promise<ExportView>;
  onChange(changed: (view: ExportView) => void): Stop;
}

/** Who of many is in Greenhouse. */
export interface ListedPorts {
  /** One answer for each, from this machine alone. Rejects with an `AppError`. */
  known(this: void, people: FindRequest[]): Promise<Verdict[]>;
  /** The index or an export went on: somebody may be in Greenhouse by now. */
  onChange(this: void, changed: () => void): Stop;
}

/** What is remembered between sessions. */
export interface MemoryPorts {
  drafts: {
    load(externalId: string): Promise<StoredDraft | undefined>;
    save(draft: StoredDraft): Promise<void>;
    drop(externalId: string): Promise<void>;
  };
  /** The last choice on a site; `site` is a site id, or an origin for pages of no known site. */
  siteChoice: { get(site: string): Promise<SiteChoice | undefined>; set(site: string, choice: SiteChoice): Promise<void> };
  /** Ids of the jobs used last, latest first. */
  recentJobs: { get(): Promise<number[]>; set(jobIds: number[]): Promise<void> };
  connection: { get(): Promise<Connection | null>; watch(changed: (connection: Connection | null) => void): Stop };
  /** What the organisation has set: calls back once that is known, and at every change. */
  policy: { follow(changed: (policy: Policy | null) => void): Stop };
  /** What the recruiter, or the organisation, wants to go along: calls back once that is known, and at every change. */
  goesAlong: { follow(changed: (wanted: GoesAlong) => void): Stop };
}

/** The vault's passphrase. */
export interface PassphrasePort {
  state(now: number): Promise<LockState>;
  /** Whether it was the right one. Rejects with an `AppError` when nothing could be opened with any. */
  unlock(typed: string, now: number): Promise<boolean>;
  /** Somebody is there. */
  used(now: number): Promise<void>;
  watch(changed: () => void): Stop;
}

/** The index of everybody in Greenhouse. */
export interface PeopleIndexPorts {
  command(command: IndexCommand): Promise<unknown>;
  watch(changed: (status: IndexStatus) => void): Stop;
}

export interface PanelPorts {
  tab: TabPorts;
  peopleIndex: PeopleIndexPorts;
  greenhouse: GreenhousePorts;
  exports: ExportPorts;
  memory: MemoryPorts;
  /** Loads what must be drawn together with a person. */
  parts(): Promise<unknown>;
  /** Loaded when it is asked for: the panel paints without it. */
  passphrase(): Promise<PassphrasePort>;
  openOptions(): void;
  /** The panel itself, from its beginning. */
  reload(this: void): void;
  /** The whole extension: its worker, and whatever of it is open. */
  restart(this: void): void;
  /** Pointing at a value on the page, and what was taught by it. */
  teaching(): Promise<TeachingPorts>;
  /** Loaded with the first list of people. */
  listed(): Promise<ListedPorts>;
  /** Noticing that a site has changed. */
  drift(): Promise<DriftPorts>;
  /** Puts a text into the clipboard. */
  copy(text: string): Promise<void>;
  /** What making a connection needs; loaded beside Greenhouse's credentials page. */
  connecting(): Promise<TakeOverPorts>;
  /** A new UUID. */
  newId(): string;
  /** Epoch milliseconds. */
  now(): number;
  /** Runs something once, after so many milliseconds; the answer takes it back. */
  later(ms: number, run: () => void): Stop;
}
