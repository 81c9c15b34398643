/** The connection as the options page sees it: type, save, test, and what came of it. */
import { computed, signal } from '@preact/signals';

import { AppError } from '#lib/errors.ts';
import type { Connection } from '#lib/storage/schema.ts';

import type { OptionsPorts } from './ports.ts';
import { problemOf, type Problem } from './problem.ts';
import { slipIn, tidy, type Typed } from './typed.ts';

export type Status =
  | { is: 'loading' | 'none' | 'testing' | 'failed' }
  /** `organisation` is null when Greenhouse did not tell its name. */
  | { is: 'connected'; organisation: string | null; name: string };

const clientIdOf = (kept: Connection | null | undefined): string | undefined =>
  kept?.kind === 'harvest' ? kept.clientId : undefined;

export function connectModel({ connection: item, vault, test }: Pick<OptionsPorts, 'connection' | 'vault' | 'test'>) {
  const stored = signal<Connection | null | undefined>(undefined);
  const secretKept = signal(false);
  const busy = signal(false);
  /** Of this visit; what the last test ran into is in the stored connection. */
  const met = signal<Problem | undefined>(undefined);

  const clientId = signal('');
  const actingEmail = signal('');

  const problem = computed<Problem | undefined>(() => {
    if (busy.value) return undefined;
    const error = stored.value?.error;
    return met.value ?? (error && problemOf(AppError.fromWire(error)));
  });

  const status = computed<Status>(() => {
    if (busy.value) return { is: 'testing' };
    if (stored.value === undefined) return { is: 'loading' };
    const { identity, error } = stored.value ?? {};
    if (met.value?.code.startsWith('typed/') !== true && problem.value) return { is: 'failed' };
    if (!identity || error) return { is: 'none' };
    return { is: 'connected', organisation: identity.organisation?.name ?? null, name: identity.actingUser.name };
  });

  /** Rejects never: whatever goes wrong is in `problem`. */
  async function guarded(work: () => Promise<void>): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    met.value = undefined;
    try {
      await work();
    } catch (thrown) {
      met.value = problemOf(thrown);
    } finally {
      busy.value = false;
    }
  }

  return {
    stored,
    secretKept,
    busy,
    clientId,
    actingEmail,
    problem,
    status,

    type(field: 'clientId' | 'actingEmail', value: string): void {
      (field === 'clientId' ? clientId : actingEmail).value = value;
    },

    /** Reads what is stored, and follows it; returns how to stop. */
    async start(): Promise<() => void> {
      const [connection, kept] = await Promise.all([item.get(), vault.has()]);
      stored.value = connection;
      secretKept.value = kept;
      clientId.value = clientIdOf(connection) ?? '';
      actingEmail.value = connection?.actingEmail ?? '';
      return item.watch((changed) => (stored.value = changed));
    },

    /**
     * Saves what was typed and has it tested. An empty secret keeps the saved one.
     * @param secretTaken called as soon as the secret is in the vault: the page forgets it then.
     */
    async connect(typed: Typed, secretTaken: () => void): Promise<void> {
      const tidied = { clientId: tidy(typed.clientId), secret: tidy(typed.secret), actingEmail: tidy(typed.actingEmail) };
      const wrong = slipIn(tidied, secretKept.value ? clientIdOf(stored.value) : undefined);
      if (wrong) {
        met.value = wrong;
        return;
      }
      await guarded(async () => {
        if (tidied.secret !== '') {
          await vault.put(tidied.secret);
          secretKept.value = true;
        }
        secretTaken();
        const former = stored.value;
        const same =
          former?.kind === 'harvest' && former.clientId === tidied.clientId && former.actingEmail === tidied.actingEmail;
        // A new secret of the same credential is still the same account: what is known of it stays until the test has spoken.
        const untested: Connection = same
          ? former
          : { kind: 'harvest', clientId: tidied.clientId, actingEmail: tidied.actingEmail, rights: [] };
        await item.set(untested);
        clientId.value = tidied.clientId;
        actingEmail.value = tidied.actingEmail;
        stored.value = untested;
        stored.value = await test();
      });
    },

    /** Asks Greenhouse once more about what is stored. */
    testAgain(): Promise<void> {
      return guarded(async () => {
        stored.value = await test();
      });
    },

    /** Forgets the secret and whom it belonged to. What was exported stays known, so that nobody is exported twice. */
    disconnect(): Promise<void> {
      return guarded(async () => {
        await vault.forget();
        await item.remove();
        secretKept.value = false;
        stored.value = null;
        clientId.value = '';
        actingEmail.value = '';
      });
    },
  };
}

export type ConnectModel = ReturnType<typeof connectModel>;
