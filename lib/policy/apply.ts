/** Makes what is stored equal to what the organisation has set. Run on every start of the worker and on every change. */
import { AppError } from '#lib/errors.ts';
import { ownerOf } from '#lib/storage/account.ts';
import type { StoredItem } from '#lib/storage/item.ts';
import { DEFAULT_SETTINGS, type Connection, type Settings } from '#lib/storage/schema.ts';

import { parsePolicy, type Credential } from './parse.ts';
import type { Policy } from './policy.ts';
import { credentialLocked, isLocked, mayAct, onlyUser } from './rules.ts';

export interface PolicyPorts {
  managed(): Promise<Record<string, unknown>>;
  policy: StoredItem<Policy | null>;
  settings: StoredItem<Settings>;
  connection: StoredItem<Connection | null>;
  vault: { open(): Promise<string>; put(secret: string): Promise<void>; forget(): Promise<void> };
  /** Tests the stored connection, and stores what came of it. */
  test(): Promise<unknown>;
  /** Runs `work` while no other start of the worker applies a policy. */
  lock<T>(work: () => Promise<T>): Promise<T>;
  /** Runs `work` while nobody else, in any context, changes a credential. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Epoch milliseconds. */
  now(): number;
}

/** Rejects where the browser cannot tell what is set: everything stays as it was then. */
export const applyPolicy = (ports: PolicyPorts): Promise<void> =>
  ports.lock(async () => {
    const { policy, credential } = parsePolicy(await ports.managed());
    const before = await ports.policy.get();
    if (JSON.stringify(policy) !== JSON.stringify(before)) await (policy ? ports.policy.set(policy) : ports.policy.remove());
    await applyUndo(ports, policy, before);
    if (await ports.alone(() => applyCredential(ports, policy, credential))) await ports.test();
  });

/** A value that is not locked is written once, when it is set: after that it is the recruiter's. */
async function applyUndo({ settings }: PolicyPorts, policy: Policy | null, before: Policy | null): Promise<void> {
  const now = await settings.get();
  const { undoSeconds } = policy ?? {};
  const set = (seconds: number) => settings.set({ ...now, undoSeconds: seconds });
  if (undoSeconds === undefined) {
    if (before?.undoSeconds === now.undoSeconds) await set(DEFAULT_SETTINGS.undoSeconds);
  } else if (isLocked(policy, 'undoSeconds') ? now.undoSeconds !== undoSeconds : before?.undoSeconds !== undoSeconds) {
    await set(undoSeconds);
  }
}

/** What cannot be opened is written anew; but in a locked vault nothing can be, and the connection must not run ahead of it. */
function unlessLocked(thrown: unknown): undefined {
  if (AppError.from(thrown).code === 'settings/passphrase') throw thrown;
}

/** Answers whether there is something new to test. Rejects with `settings/passphrase` while the vault is locked. */
async function applyCredential(ports: PolicyPorts, policy: Policy | null, credential: Credential | undefined): Promise<boolean> {
  const { connection, vault } = ports;
  const kept = await connection.get();
  if (!credential) {
    if (!kept?.byPolicy) return false;
    await vault.forget();
    await connection.remove();
    return false;
  }
  // A recruiter's own stays, where the organisation leaves them the choice.
  if (kept && !kept.byPolicy && !credentialLocked(policy)) return false;

  const { secret, ...what } = credential;
  const actingEmail = onlyUser(policy) ?? (kept && mayAct(policy, kept.actingEmail) ? kept.actingEmail : '');
  const given: Connection = { ...what, actingEmail, rights: [], byPolicy: true };
  const same = kept !== null && ownerOf(kept) === ownerOf(given);
  const newSecret = (await vault.open().catch(unlessLocked)) !== secret;
  // A client id stays in its organisation; another partner key may be anybody's, and nothing of the former speaks for it.
  const stays = same && (!newSecret || kept.kind === 'harvest');
  // The secret last: whoever dies in between finds it new again, and does both.
  if (newSecret || !same) await connection.set({ ...(stays ? kept : given), byPolicy: true, savedAt: ports.now() });
  else if (!kept.byPolicy) await connection.set({ ...kept, byPolicy: true });
  if (newSecret) await vault.put(secret);
  if (actingEmail === '') return false;
  // Whoever started without a network connects once there is one; whoever died before the test tests.
  return newSecret || !same || (kept.error ? kept.error.code === 'greenhouse/unreachable' : !kept.identity);
}
