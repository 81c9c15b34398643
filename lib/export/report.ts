/**
 * What support needs to know of one export: how it stands, what was sent, and every call. Each value is taken by name, so that nothing
 * of a person, a page or a credential can be in it: a profile's id, a name, and Greenhouse's own words are left out.
 */
import type { WireError } from '#lib/errors.ts';

import type { Row } from './row.ts';

const iso = (moment: number | undefined): string | undefined =>
  moment === undefined ? undefined : new Date(moment).toISOString();

const errorOf = (error: WireError | undefined) =>
  error && { code: error.code, status: error.detail?.status, scope: error.detail?.scope, until: iso(error.detail?.until) };

/** @returns JSON, to be read before it is passed on. @param at epoch milliseconds. */
export function reportOf({ view, target, sends, looks, before, calls = [] }: Row, version: string, at: number): string {
  const report = {
    gleaner: version,
    at: iso(at),
    export: {
      id: view.id,
      state: view.state,
      question: view.question,
      waitsFor: view.waitsFor,
      error: errorOf(view.error),
      outcome: view.outcome,
      candidateId: view.candidateId,
      applicationId: view.applicationId,
      candidateIds: view.candidateIds,
      startedAt: iso(view.startedAt),
      writtenAt: iso(view.writtenAt),
      heldUntil: iso(view.heldUntil),
      retryAt: iso(view.retryAt),
      target,
      before,
      looks,
      followUps: view.followUps.map(({ step, item, state, sent, looks, retryAt, full, error }) => ({
        step,
        item,
        state,
        sentAt: iso(sent?.at),
        looks,
        retryAt: iso(retryAt),
        full,
        error: errorOf(error),
      })),
      back: view.back?.map(({ part, state, why, error }) => ({ part, state, why, error: errorOf(error) })),
      sends: sends.map((send) => ({
        what: send.what,
        at: iso(send.at),
        theirs: iso(send.theirs),
        closed: send.closed ?? 'open',
      })),
    },
    calls: calls.map((call) => ({ ...call, at: iso(call.at) })),
  };
  return JSON.stringify(report, null, 2);
}
