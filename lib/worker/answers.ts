/** What the worker answers to each row of the table. */
import { browser } from '#lib/browser.ts';
import { connection, greenhouseOf, tokensOf } from '#lib/connection/greenhouse.ts';
import { choices, jobs, stages, type ListPorts } from '#lib/connection/lists.ts';
import { settlePending, testPending } from '#lib/connection/pending.ts';
import { testConnection } from '#lib/connection/test.ts';
import type { CallRecord } from '#lib/greenhouse/trace.ts';
import { AppError } from '#lib/errors.ts';
import { find } from '#lib/identity/find.ts';
import type { Sync } from '#lib/identity/sync/sync.ts';
import { findLocally } from '#lib/identity/find-locally.ts';
import { ledgerOf } from '#lib/identity/ledger.ts';
import { search } from '#lib/identity/search.ts';
import { wordsOf } from '#lib/identity/words.ts';
import type { Handlers } from '#lib/messages/serve.ts';

import { accountsOf, identityOf, organisationOf } from '#lib/storage/account.ts';
import { policyItem } from '#lib/storage/policy.ts';
import type { Connection } from '#lib/storage/schema.ts';

import type { Connected, createOutbox } from '#lib/export/outbox.ts';
import { namesOf } from '#lib/export/names-of.ts';
import { peopleBehind } from '#lib/export/people-behind.ts';
import { reportOf } from '#lib/export/report.ts';
import type { Row } from '#lib/export/row.ts';
import { rows } from '#lib/export/rows.ts';
import { undoableNow } from '#lib/export/undoable-now.ts';

import { finderOf } from './identity.ts';
import { backOnline } from './online.ts';
import { underPolicy } from './policy.ts';

/** The connection as the outbox takes its steps with it. */
export async function connected(
  now: () => number,
  index: Sync['status'],
  heard?: (call: CallRecord) => void,
): Promise<Connected | undefined> {
  // Where nobody may act, what waits goes on waiting.
  const kept = await connection().catch(() => undefined);
  if (kept === undefined) return undefined;
  const greenhouse = greenhouseOf(kept, now, 'export', 'current', heard);
  return {
    organisation: organisationOf(kept),
    accounts: accountsOf(kept),
    greenhouse: async (background) => (background ? greenhouseOf(kept, now, 'background', 'current', heard) : greenhouse),
    actingUserId: identityOf(kept)?.actingUser.id,
    find: (request) => find(finderOf(kept, now, index, greenhouse), request),
    forget: async (candidateId) => {
      const there = await finderOf(kept, now, index, greenhouse).index?.();
      await there?.people?.put([{ candidateId, keys: [], names: [] }]);
    },
    lacks: (scope) => kept.rights.some((right) => right.scope === scope && right.state === 'missing'),
    exported: async (externalIds) => (await ledgerOf(accountsOf(kept)).of([externalIds]))[0],
  };
}

/** Rejects with `export/gone` for an export that was forgotten. */
async function written(id: string): Promise<Row> {
  const row = await rows.get(id);
  if (!row) throw new AppError('export/gone');
  return row;
}

export async function testStored(now: () => number): Promise<Connection> {
  const kept = await connection();
  // A token of the credential before this one must not speak for the new one.
  await tokensOf(kept).forget();
  return testConnection(kept, greenhouseOf(kept, now), now);
}

export function answers(
  outbox: ReturnType<typeof createOutbox>,
  sync: Pick<Sync, 'status' | 'command'>,
  now: () => number,
  openPanel: Handlers<'worker'>['panel.open'],
  forget: Handlers<'worker'>['everything.forget'],
  pageChanged: Handlers<'worker'>['page.changed'],
): Handlers<'worker'> {
  const finder = async () => {
    // Both are read at once: somebody waits.
    const status = sync.status();
    status.catch(() => undefined);
    return finderOf(await connection(), now, () => status);
  };
  const lists = async (refresh: boolean): Promise<ListPorts> => {
    const kept = await connection();
    return { connection: kept, greenhouse: greenhouseOf(kept, now), now, refresh };
  };
  return {
    'connection.test': ({ which }) => (which === 'pending' ? testPending(now) : testStored(now)),
    'connection.settle': ({ take, savedAt }) => settlePending(take, savedAt).then(() => ({})),
    'jobs.list': async ({ refresh }) => jobs(await lists(refresh)),
    'jobs.stages': async ({ jobId }) => stages(await lists(false), jobId),
    'jobs.tracking-link': async ({ jobId }) => (await lists(false)).greenhouse.trackingLink(jobId),
    'choices.list': async ({ refresh }) => choices(await lists(refresh)),
    'candidate.find': async (request) => find(await finder(), request),
    'candidate.known': async ({ people }) => findLocally(await finder(), people),
    'candidate.decide': async (decision) =>
      wordsOf(accountsOf(await connection()), now)
        .say(decision)
        .then(() => ({})),
    'candidate.pools': async ({ applicationIds }) => (await lists(false)).greenhouse.poolsOf(applicationIds),
    'candidate.search': async ({ text }) => search(await finder(), text),
    'external-ids.look': async ({ refresh }) => (await lists(false)).greenhouse.externalIdFields(refresh),
    'external-ids.make': async () => (await lists(false)).greenhouse.makeExternalIdFields(),
    'index.status': () => sync.status(),
    'index.command': (command) => sync.command(command),
    'export.start': async (request) => outbox.start(await underPolicy(request, await policyItem.get(), () => lists(false))),
    'export.list': () => outbox.list(),
    'export.undo': ({ id }) => outbox.undo(id),
    'export.send-now': ({ id }) => outbox.sendNow(id),
    'export.awake': () => backOnline(outbox).then(() => ({})),
    'export.answer': ({ id, answer, seen, about }) => outbox.answer(id, answer, seen, about),
    'export.report': async ({ id }) => reportOf(await written(id), browser.runtime.getManifest().version, now()),
    'export.people': async ({ id }) => peopleBehind(await written(id), await connected(now, sync.status)),
    'export.names': async () => namesOf(await rows.all(), await connected(now, sync.status)),
    'export.undoable': async ({ id }) => undoableNow(await written(id), await connected(now, sync.status), rows, now()),
    'export.take-back': ({ id, parts, seen }) => outbox.takeBack(id, parts, seen),
    'everything.forget': forget,
    'panel.open': openPanel,
    'page.changed': pageChanged,
  };
}
