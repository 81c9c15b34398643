/** The panel: page, person, verdict, lists and exports, put together. Every verb a recruiter has is here. */
import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals';

import type { AppError } from '#lib/errors.ts';
import type { ExportView } from '#lib/export/schema.ts';
import { capabilitiesOf, type Capabilities } from '#lib/greenhouse/capabilities.ts';
import type { FindRequest } from '#lib/identity/schema.ts';
import type { Policy } from '#lib/policy/policy.ts';
import type { Connection } from '#lib/storage/schema.ts';

import { mainAction, type MainAction } from './action.ts';
import { createAlong, type AlongModel } from './along.ts';
import { jobIdsOf } from './choice.ts';
import type { Draft } from './draft.ts';
import { createLists, type ListsModel } from './lists.ts';
import { createOthers, type OthersModel } from './others.ts';
import { createPage, type PageModel } from './page.ts';
import { withPatience } from './patience.ts';
import { createPerson, type PersonModel } from './person.ts';
import { createPools, type PoolsModel } from './pools.ts';
import type { PanelPorts } from './ports.ts';
import { requestOf } from './request.ts';
import { createSending, isFinished, isLetGo, type SendingModel } from './sending.ts';
import { userOf } from './user-of.ts';
import { createVerdict, type VerdictModel } from './verdict.ts';

type Passed = 'later' | 'passphrase' | 'connecting' | 'teaching' | 'drift' | 'listed' | 'peopleIndex';

export interface Panel extends OthersModel, Pick<PanelPorts, Passed> {
  page: PageModel;
  person: PersonModel;
  verdict: VerdictModel;
  pools: PoolsModel;
  lists: ListsModel;
  sending: SendingModel;
  /** `undefined` until it is known, `null` when there is none. */
  connection: ReadonlySignal<Connection | null | undefined>;
  connected: ReadonlySignal<boolean>;
  /** What the connection's API can do; nothing else is offered. */
  can: ReadonlySignal<Capabilities>;
  /** What the organisation has set; `undefined` until it is known, `null` when it is nothing. */
  policy: ReadonlySignal<Policy | null | undefined>;
  /** What goes along with the person on show. */
  along: AlongModel['along'];
  action: ReadonlySignal<MainAction | undefined>;
  /** The export of the person on show, from the press until the recruiter goes on. */
  row: ReadonlySignal<ExportView | undefined>;
  /** The one failure to tell of; the others wait their turn. */
  trouble: ReadonlySignal<AppError | undefined>;
  now(): number;
  start(): () => void;
  send(): Promise<void>;
  /** After a finished export: the same person, to another job. */
  goOn(): void;
  retry(): Promise<void>;
  openOptions(): void;
  /** Begins anew, once the draft is written down. */
  reload(): Promise<void>;
  /** All of the extension does, and the browser closes the panel with it. */
  restart(): Promise<void>;
  copy(this: void, text: string): Promise<void>;
  /** A link to a job that remembers who passed it on; rejects with an `AppError`. */
  trackingLink(jobId: number): Promise<string>;
  search: PanelPorts['greenhouse']['search'];
}

/** Long enough not to ask about half an address. */
const TYPING_MS = 600;

export function createPanel(ports: PanelPorts): Panel {
  const connection = signal<Connection | null | undefined>(undefined);
  const connected = computed(() => Boolean(connection.value?.identity));
  const can = computed(() => capabilitiesOf(connection.value?.kind ?? 'harvest'));
  const policy = signal<Policy | null | undefined>(undefined);
  /** Exports seen unfinished since the panel was opened: only those end in a message of success. */
  const watched = signal<ReadonlySet<string>>(new Set());

  const verdict = createVerdict(ports);
  const lists = createLists(ports);
  let connectionRead: Promise<void> = Promise.resolve();
  /** Asked of this machine, where it is known whose it is. */
  const ahead = async (ask: () => Promise<unknown>): Promise<unknown> => {
    await connectionRead;
    return connected.value && ask();
  };
  const person = createPerson(ports, (keys) =>
    withPatience(ports, Promise.all([ahead(() => verdict.foresee(keys)), ports.parts()])),
  );
  const page = createPage(ports, { ...person, expect: (url) => void ahead(() => verdict.expect(url)) });
  const sending = createSending(ports, heard);
  const pools = createPools(ports, person.draft, verdict.standing);
  const goes = createAlong(ports, { person, can, connection });

  function heard(view: ExportView, before: ExportView | undefined) {
    const draft = person.draft.value;
    const onShow = draft !== undefined && isOf(draft, view);
    const isNew = <K extends 'question' | 'state'>(key: K, is: ExportView[K]) => view[key] === is && before?.[key] !== is;
    // Whoever must say which person it is must see who they are by now; and of whom was taken back another verdict is true.
    if (onShow && (isNew('question', 'known') || isNew('state', 'taken-back'))) verdict.again();
    if (!isFinished(view)) return setWatched(view.id, true);
    if (before && isFinished(before)) return;
    person.renew(view.id, !isLetGo(view));
    if (isLetGo(view)) return setWatched(view.id, false);
    if (onShow && watched.value.has(view.id)) verdict.again();
  }
  function setWatched(id: string, on: boolean) {
    if (watched.value.has(id) === on) return;
    watched.value = new Set(on ? [...watched.value, id] : [...watched.value].filter((other) => other !== id));
  }

  const row = computed(() => {
    const draft = person.draft.value;
    return (
      draft &&
      sending.rows.value.find((view) => isOf(draft, view) && !isLetGo(view) && !view.elsewhere && watched.value.has(view.id))
    );
  });

  const trouble = computed(() => {
    const draft = person.draft.value;
    if (!connected.value) return undefined;
    const states = [lists.jobs.value, lists.choices.value, ...lists.stages.value.values()];
    const failed = states.find((state) => state.is === 'failed');
    return (
      (draft && sending.refusals.value.get(draft.externalId)) ?? sending.trouble.value ?? verdict.error.value ?? failed?.error
    );
  });

  const mayUse = (jobId: number) => lists.jobs.value.is !== 'there' || lists.jobById.value.has(jobId);
  const action = computed(
    () => person.draft.value && mainAction(person.draft.value, pools.standing.value, connected.value, mayUse, can.value),
  );

  let askedAs: string | undefined;
  /** Asks for the verdict whenever the keys of the person on show change, and for everything when the account does. */
  function ask(keys: FindRequest | undefined, account: string) {
    if (account !== askedAs) {
      // With it, which exports are ours.
      if (askedAs !== undefined) void sending.reload();
      askedAs = account;
      verdict.forget();
      void lists.load();
    }
    if (!keys) return verdict.forget();
    const samePerson = verdict.state.value.is !== 'unasked';
    verdict.ask(keys, samePerson ? TYPING_MS : 0);
  }

  async function retryFailed(): Promise<void> {
    if (verdict.error.value) verdict.again();
    await lists.retry();
  }

  async function send(): Promise<void> {
    const draft = person.draft.value;
    if (!draft || !action.value || action.value.needs || isUnderWay(row.value) || !sending.press(draft.externalId)) return;
    const pressedAt = ports.now();
    const jobs = lists.jobById.value;
    const { does } = action.value;
    const wanted = requestOf(draft, { standing: verdict.standing.value, does, nameOf: (jobId) => jobs.get(jobId)?.name });
    const request = { ...wanted, ...(await goes.with(draft, pressedAt)) };
    const id = await person.keep(draft);
    let view = await sending.send({ ...request, id });
    if (view && isFinished(view) && view.startedAt < pressedAt) {
      // The draft outlived its export (the panel was closed before the end): what is wanted now is another one.
      person.renew(id, true);
      view = await sending.send({ ...request, id: person.exportIdOf(draft.externalId) ?? ports.newId() });
    }
    if (view) await Promise.all([lists.used(jobIdsOf(draft.choice)), person.rememberChoice(draft)]);
  }

  return {
    page,
    person,
    verdict,
    pools,
    lists,
    sending,
    connection,
    connected,
    can,
    policy,
    along: goes.along,
    action,
    row,
    trouble,
    ...createOthers(sending.rows, row, () => ports.now()),
    now: () => ports.now(),
    later: (ms, run) => ports.later(ms, run),
    passphrase: () => ports.passphrase(),
    start() {
      const filling = import('./defaults.ts').then(({ fillDefaults }) => fillDefaults({ person, lists, policy, can }));
      const stops = [
        effect(() => {
          const keys = person.keys.value;
          const account = userOf(connection.value);
          if (account !== undefined) untracked(() => ask(keys, account));
        }),
        ports.memory.connection.watch((next) => {
          connection.value = next;
          // Whoever comes back from the settings has mended something.
          void retryFailed();
        }),
        ports.memory.policy.follow((next) => {
          // Another site may be allowed now, or this one no longer.
          if (policy.value !== undefined) page.readAgain();
          policy.value = next;
        }),
        goes.start(),
        pools.start(),
        () => void filling.then((stop) => stop()),
        sending.start(),
        page.start(),
      ];
      connectionRead = ports.memory.connection.get().then((next) => {
        connection.value = next;
      });
      return () => {
        for (const stop of stops) stop();
      };
    },
    send,
    goOn() {
      const finished = row.value;
      if (finished && isFinished(finished)) setWatched(finished.id, false);
    },
    async retry() {
      const refused = sending.refusals.value.has(person.draft.value?.externalId ?? '');
      sending.forgive();
      if (refused) return send();
      await Promise.all([retryFailed(), sending.reload()]);
    },
    openOptions: () => ports.openOptions(),
    reload: () => person.leave().then(ports.reload),
    restart: () => person.leave().then(ports.restart),
    copy: (text) => ports.copy(text),
    connecting: () => ports.connecting(),
    teaching: () => ports.teaching(),
    drift: () => ports.drift(),
    listed: () => ports.listed(),
    trackingLink: (jobId) => ports.greenhouse.trackingLink(jobId),
    search: (search) => ports.greenhouse.search(search),
    peopleIndex: ports.peopleIndex,
  };
}

const isUnderWay = (view: ExportView | undefined): boolean => view !== undefined && !isFinished(view);

const isOf = ({ externalId, exportId, reading }: Draft, view: ExportView): boolean =>
  view.id === exportId || view.externalId === externalId || reading.aliases.includes(view.externalId);
