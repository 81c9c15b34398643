/** One export as it is written down, and what every step does to it. Pure. */
import type { CareerEntry } from '#lib/greenhouse/port.ts';
import type { CallRecord } from '#lib/greenhouse/trace.ts';

import type { ExportRequest, ExportView, UndoPart } from './schema.ts';

/** A clock is put right by a little all the time; by more, what was written lies in the future. */
const CLOCK_SLACK_MS = 60_000;

/** One sending of a create. Greenhouse has no idempotency key, so each is remembered until somebody knows what became of it. */
export interface Send {
  what: 'person' | 'application';
  /** Epoch milliseconds, by the device's clock. */
  at: number;
  /** The same by Greenhouse's clock, where an answer before it told. */
  theirs?: number | undefined;
  /**
   * What became of it; nobody knows while it is absent. `said`: the recruiter looked and did not find it, which a late commit may
   * yet make wrong.
   */
  closed?: 'refused' | 'found' | 'said' | undefined;
  /** The note went inside it; written down with it, since whoever hears the answer may be somebody else's by then. */
  noted?: boolean | undefined;
}

export interface Row {
  account: string;
  /** For whom it is written; another user of the same organisation does not send it. */
  actingUserId?: number | undefined;
  view: ExportView;
  /** Absent once the row is over. */
  request?: ExportRequest;
  /** Of the career, what is added; it goes with the request. */
  entries?: readonly CareerEntry[];
  /** Where it goes, or went; stays when the request has gone. */
  target?: ExportRequest['target'] | undefined;
  /** Epoch milliseconds of the last written step. */
  writtenAt: number;
  sends: readonly Send[];
  /** Candidates who were there before the first sending, or were said to stay beside: none of them is who was made. */
  before: readonly number[];
  /**
   * Present once the recruiter said that somebody new is to be made all the same: when they were asked whether what was sent had
   * arrived, in epoch milliseconds, or 0 where they never were. Covers what was sent before it, and nothing after.
   */
  saidAt?: number | undefined;
  /** How often the last create was looked for, because its answer was lost; the look that found it counts. */
  looks: number;
  /** When another record of whoever was made is looked for next, and how often it was; also after the end. */
  watch?: { next: number; looks: number };
  /** When it was over, by Greenhouse's clock where that is known: whatever happens to them later is somebody else's work. */
  overAt?: number | undefined;
  /** In which stage the application was made, and the names of the tags that were added: by these it is known what is still as it was. */
  stage?: string | undefined;
  tags?: readonly string[] | undefined;
  /**
   * While it is being taken back: since when, and the last that was sent, with its time by Greenhouse's clock, and whether it had been sent
   * before without an answer.
   */
  back?: { since: number; part?: UndoPart; id?: number; sentAt?: number; again?: boolean } | undefined;
  /** Of two records that are made one: which stays, and when that was sent, by the device's clock; it stays while nobody knows of it. */
  pair?: { survivorId: number; otherId: number; sentAt?: number; looks?: number } | undefined;
  /** Ours is being taken back in favour of this one. */
  survivorId?: number | undefined;
  /** What was deleted, by its numbers: lists may show it for a while. */
  removed?: { candidateId?: number | undefined; applicationId?: number | undefined } | undefined;
  /** What the person is known by: external ids as they are, the rest as keyed hashes. */
  keys: readonly string[];
  /** What was asked of Greenhouse for it, for a report: the last calls, with nothing in them that would be somebody's. */
  calls?: readonly CallRecord[] | undefined;
}

/** Sendings of which nobody knows what became of them. */
export const isOpen = ({ sends }: Pick<Row, 'sends'>): boolean => sends.some(({ closed }) => closed === undefined);

/** Whether something of this export may be in Greenhouse without anybody having seen it there. */
export const mayBeThere = ({ sends }: Pick<Row, 'sends'>): boolean =>
  sends.some(({ closed }) => closed === undefined || closed === 'said');

/** Which of them is looked for: one that may be on its way as an application is, of creates the first. */
export function unseenSend({ sends }: Pick<Row, 'sends'>): Send | undefined {
  const open = sends.find(({ closed }) => closed === undefined);
  return open?.what === 'application' ? open : sends.find(({ closed }) => closed === undefined || closed === 'said');
}

export const withClosed = (row: Row, closed: NonNullable<Send['closed']>): Row => ({
  ...row,
  sends: row.sends.map((send) => (send.closed === undefined ? { ...send, closed } : send)),
});

const MOST_CALLS = 80;

/** @param calls those made since the row was read; a run of the outbox carries it on as it was read. */
export const withCalls = (row: Row, calls: readonly CallRecord[]): Row =>
  calls.length === 0 ? row : { ...row, calls: [...(row.calls ?? []), ...calls].slice(-MOST_CALLS) };

/** A row going on: what stopped it before is over. */
export function going(row: Row, state: ExportView['state'], changes: Partial<ExportView> = {}): Row {
  const { error: _e, question: _q, candidateIds: _c, retryAt: _r, heldUntil: _h, waitsFor: _w, ...view } = row.view;
  return { ...row, view: { ...view, ...changes, state } };
}

/** When something is to be done for somebody who is there: of what follows them, or a look for another record of them. */
export const dueAfterwards = ({ view: { retryAt = 0 }, watch }: Pick<Row, 'view' | 'watch'>): number =>
  Math.min(retryAt, watch?.next ?? retryAt);

/** Whether what is written lies in the future: its times are those of a clock that was wrong. */
export const isClockBack = ({ writtenAt }: Pick<Row, 'writtenAt'>, now: number): boolean => writtenAt > now + CLOCK_SLACK_MS;

/** Where a row goes on that was stopped: after a create whose outcome nobody knows there is only looking. */
export const stateToGoOn = (row: Row): ExportView['state'] =>
  row.view.outcome === undefined ? (isOpen(row) ? 'creating' : 'matching') : 'attaching';

/** The external ids of the person, which stay when the request has gone. */
export const idsOf = ({ keys }: Pick<Row, 'keys'>): string[] =>
  keys.flatMap((key) => (key.startsWith(ID) ? key.slice(ID.length) : []));

/** How a key begins that names a profile, and so one person; the others are hashes, of what two people may share. */
export const ID = 'id ';
export const sharesId = (one: Pick<Row, 'keys'>, keys: readonly string[]): boolean =>
  one.keys.some((key) => key.startsWith(ID) && keys.includes(key));
