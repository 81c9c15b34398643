/**
 * The outbox: accepts exports, writes every step down before it is taken, and goes on with what it finds written on every
 * wake. One export per id, one at a time per person, whatever is pressed twice and whoever dies in between.
 */
import type { Accounts } from '#lib/storage/account.ts';
import { AppError } from '#lib/errors.ts';

import { afterDeath, begunAnew, follow, followUpsOf, heldUp, nextFollowUp, withFollowUp } from './follow-ups.ts';
import { nameOf, type Row, type rows as database } from './rows.ts';
import { isOver, type ExportAnswer, type ExportRequest, type ExportView } from './schema.ts';
import { setback } from './setback.ts';
import { create, going, lookForLost, match, type StepPorts } from './step.ts';

/** Whom we are connected to at one moment. What a step is taken with belongs to the account that was looked at before it. */
export interface Connected extends Pick<StepPorts, 'greenhouse' | 'find'> {
  /** What was begun under any of these goes on with this connection; what begins goes under the first. */
  accounts: Accounts;
  organisation?: string | undefined;
}

export interface OutboxPorts extends Pick<StepPorts, 'now'> {
  rows: typeof database;
  /** Nothing while nobody is connected. */
  connected(): Promise<Connected | undefined>;
  /** Whether the credential waits for its passphrase. */
  locked(): Promise<boolean>;
  /** How long an export is held before anything is sent, in milliseconds. */
  holdMs(): Promise<number>;
  /** Runs `work` while nobody else, in any context, runs under the same name. */
  lock<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Told after each written step. */
  changed(view: ExportView): void;
  /** Asks to be resumed at a time, in epoch milliseconds, even if the worker dies before. */
  wakeAt(time: number): void;
}

/** Rows that are over are listed this long, then removed. */
const LISTED_FOR_MS = 24 * 60 * 60_000;
/** Clocks are put right by a little all the time. */
const CLOCK_SLACK_MS = 60_000;
/** A worker that died in the middle of a step is woken this much later. */
const WOKEN_AFTER_MS = 30_000;

export function createOutbox(ports: OutboxPorts) {
  const lockOf = (row: Pick<Row, 'account' | 'view'>) => `export ${row.account} ${row.view.externalId}`;

  async function write(row: Row): Promise<Row> {
    const { request: _gone, ...bare } = row;
    const written: Row = { ...(isOver(row.view.state) ? bare : row), writtenAt: ports.now() };
    const { candidateId } = row.view;
    const arrived = row.view.state === 'created' ? row.request : undefined;
    await ports.rows.put(
      written,
      arrived && candidateId !== undefined
        ? { candidateId, externalIds: [arrived.externalId, ...arrived.aliases], exportedAt: ports.now() }
        : undefined,
    );
    ports.changed(written.view);
    return written;
  }

  /** Goes on with a row until it is over, waits for a time, for the recruiter, or for its own organisation. */
  async function run(id: string): Promise<void> {
    const found = await ports.rows.get(id);
    if (!found || isOver(found.view.state)) return;
    await ports.lock(lockOf(found), async () => {
      let row = await ports.rows.get(id);
      if (row?.view.state === 'attaching') row = afterDeath(row);
      // A create is sent only by the run that wrote `creating` itself: found written, it may have been sent before.
      let mayCreate = false;
      while (row) {
        const here = await ports.connected();
        // It stays as it is written, and is gone on with when its account is connected again.
        if (!here?.accounts.includes(row.account)) return;
        const next = await nextOf(row, mayCreate, { ...here, now: ports.now });
        if (!next) break;
        mayCreate = row.view.state === 'matching' && next.view.state === 'creating';
        // Asked for before it is written: whoever dies right after is woken all the same.
        if (goesOn(next.view)) ports.wakeAt(next.view.retryAt ?? ports.now() + WOKEN_AFTER_MS);
        row = await write(next);
        if (row.view.retryAt !== undefined || row.view.state === 'needs-you' || isOver(row.view.state)) break;
      }
      const wake = row?.view.state === 'held' ? row.view.heldUntil : row?.view.retryAt;
      if (wake !== undefined) ports.wakeAt(wake);
    });
  }

  /** The row after the next step, or nothing while there is only waiting to do. */
  async function nextOf(row: Row, mayCreate: boolean, here: StepPorts): Promise<Row | undefined> {
    const { view, request } = row;
    if (!request) return undefined;
    // What only waits for the passphrase goes on by itself; whatever else needs somebody waits for their answer.
    if (view.state === 'needs-you')
      return waitsForPassphrase(view) && !(await ports.locked()) ? going(row, retryState(row)) : undefined;
    const now = ports.now();
    // A clock that was put back since would make it wait for hours.
    if ((view.retryAt ?? view.heldUntil ?? 0) > now && row.writtenAt < now + CLOCK_SLACK_MS) return undefined;
    try {
      switch (view.state) {
        case 'held':
          return going(row, 'matching');
        case 'matching':
          return await match(row, request, here);
        case 'creating':
          return await (mayCreate ? create : lookForLost)(row, request, here);
        case 'created':
        case 'attaching':
          return await attach(row, request, here);
        default:
          return undefined;
      }
    } catch (thrown) {
      return setback(row, AppError.from(thrown), ports.now(), view.state === 'creating' && !mayCreate);
    }
  }

  async function attach(row: Row, request: ExportRequest, here: StepPorts): Promise<Row> {
    const followUp = nextFollowUp(row);
    if (!followUp) {
      const why = heldUp(row);
      return why ? setback(begunAnew(row), AppError.fromWire(why), ports.now(), false) : going(row, 'done');
    }
    const greenhouse = await here.greenhouse();
    const sending = await write(withFollowUp(going(row, 'attaching'), { step: followUp.step, state: 'sending' }));
    return follow(sending, request, followUp, greenhouse);
  }

  async function existing(id: string): Promise<Row> {
    const row = await ports.rows.get(id);
    if (!row) throw new AppError('greenhouse/not-found');
    return row;
  }

  /** Changes a row while nothing else touches it. */
  async function change(id: string, how: (row: Row) => Row | undefined): Promise<ExportView> {
    const found = await existing(id);
    return ports.lock(lockOf(found), async () => {
      const row = await existing(id);
      const changed = how(row);
      return (changed ? await write(changed) : row).view;
    });
  }

  /** Runs in the background: whoever asked has their answer already, and every step is told by `changed`. */
  const goOn = (id: string): void => void run(id).catch(() => ports.wakeAt(ports.now() + 30_000));

  return {
    /** Accepts an export, or answers with the one that is already under way for this id or this person. */
    async start(request: ExportRequest): Promise<ExportView> {
      if (!request.candidate.firstName?.trim() || !request.candidate.lastName?.trim()) throw new AppError('export/no-name');
      const here = await ports.connected();
      if (!here) throw new AppError('settings/incomplete');
      const [account] = here.accounts;
      const holdMs = await ports.holdMs();
      const view = await ports.lock(`start ${account} ${request.externalId}`, async () => {
        const under = (await ports.rows.get(request.id)) ?? (await ports.rows.unfinished(here.accounts, request.externalId));
        // Chosen among the jobs of one account, it is never sent to another, whatever was connected meanwhile.
        if (!here.accounts.includes(request.account ?? account) || (under && !here.accounts.includes(under.account)))
          throw new AppError('message/refused');
        if (under) return under.view;
        const now = ports.now();
        const row: Row = { account, request, writtenAt: now, view: firstView(request, now, holdMs, here) };
        return (await write(row)).view;
      });
      goOn(view.id);
      return view;
    },

    async list(): Promise<ExportView[]> {
      await ports.rows.sweep(ports.now() - LISTED_FOR_MS);
      const here = await ports.connected();
      return (await ports.rows.all()).map(({ account, view }) =>
        isOver(view.state) || here?.accounts.includes(account) ? view : { ...view, elsewhere: true },
      );
    },

    /** Nothing has been sent of a held export, so undoing it is exact. Later there is nothing to undo, and the row says so. */
    undo: (id: string): Promise<ExportView> =>
      change(id, (row) => (row.view.state === 'held' ? going(row, 'undone') : undefined)),

    async sendNow(id: string): Promise<ExportView> {
      const view = await change(id, (row) => (row.view.state === 'held' ? going(row, 'matching') : undefined));
      goOn(id);
      return view;
    },

    async answer(id: string, answer: ExportAnswer): Promise<ExportView> {
      const here = await ports.connected();
      const view = await change(id, (row) =>
        here?.accounts.includes(row.account) ? answered(row, answer) : answer.do === 'drop' ? dropped(row) : undefined,
      );
      goOn(id);
      return view;
    },

    /** Goes on with everything unfinished: called on every wake of the worker. */
    async resume(): Promise<void> {
      for (const { view } of await ports.rows.all()) if (!isOver(view.state)) goOn(view.id);
    },
  };
}

const firstView = (request: ExportRequest, now: number, holdMs: number, { organisation }: Connected): ExportView => ({
  id: request.id,
  externalId: request.externalId,
  name: nameOf(request),
  ...(request.jobName === undefined ? {} : { jobName: request.jobName }),
  ...(organisation === undefined ? {} : { organisation }),
  state: 'held',
  startedAt: now,
  heldUntil: now + holdMs,
  followUps: followUpsOf(request),
});

const goesOn = ({ state }: ExportView): boolean => state !== 'needs-you' && !isOver(state);

const waitsForPassphrase = ({ error }: ExportView): boolean => error?.code === 'settings/passphrase';

/** What the recruiter's answer makes of a row; an answer to a row that waits for nobody changes nothing. */
function answered(row: Row, answer: ExportAnswer): Row | undefined {
  const { view, request } = row;
  if (view.state !== 'needs-you' && view.retryAt === undefined) return undefined;
  if (answer.do === 'drop') return dropped(row);
  // Of a row that cannot be read there is nothing left to do but to let it go.
  if (!request) return undefined;
  if (answer.do === 'retry' || view.outcome !== undefined) return going(row, retryState(row));
  if (answer.do === 'add-to') return going({ ...row, request: { ...request, candidateId: answer.candidateId } }, 'matching');
  if (answer.do !== 'create-anyway') return undefined;
  const { candidateId: _known, ...unknown } = request;
  return going({ ...row, request: { ...unknown, createAnyway: true } }, 'matching');
}

/** With an outcome the person is there already, and only something after it is let go. */
const dropped = (row: Row): Row => going(row, row.view.outcome === undefined ? 'undone' : 'done');

/** After a lost create there is only looking again; before one, it starts over with the question who this is. */
const retryState = ({ view, sentAt }: Row): ExportView['state'] =>
  view.outcome === undefined ? (sentAt === undefined ? 'matching' : 'creating') : 'attaching';
