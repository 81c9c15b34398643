/**
 * A credential on trial. It is two values, a connection and its secret, that are written one after the other: whoever writes or
 * opens either holds this one lock, so that no connection is ever used with another one's secret.
 */
import { sharesSecret } from './account.ts';
import { connectionItem, pendingItem } from './items.ts';
import type { Connection } from './schema.ts';
import { vault } from './vault.ts';

/** Alone with the credentials, in whichever context. */
export const alone = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request('credential', work);

/** Without the lock: for those who hold it. */
export async function forgetPending(): Promise<void> {
  await pendingItem.remove();
  if (await vault.has('pending')) await vault.drop('pending');
}

export const pending = {
  /** Puts a credential on trial, in place of the one before it. An empty secret: the one that is there for it already. */
  put: (next: Connection, secret: string): Promise<void> =>
    alone(async () => {
      const before = await pendingItem.get();
      if (secret !== '' || !before || !sharesSecret(before, next)) await forgetPending();
      if (secret !== '') await vault.put(secret, 'pending');
      await pendingItem.set(next);
    }),

  /** The administrator's word on the connection in use, unless another takes its place in that moment. */
  setEnvironment: (environment: NonNullable<Connection['environment']>): Promise<void> =>
    alone(async () => {
      const now = await connectionItem.get();
      if (now) await connectionItem.set({ ...now, environment });
    }),

  /** Forgets every credential: the one in use, too. */
  forgetAll: (): Promise<void> =>
    alone(async () => {
      await pendingItem.remove();
      await vault.forget();
      await connectionItem.remove();
    }),
};
