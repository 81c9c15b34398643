/** The connection as the options page sees it: type, try, and what came of it. */
import { batch, computed, signal } from '@preact/signals';

import { AppError } from '#lib/errors.ts';
import { identityOf, sharesSecret } from '#lib/storage/account.ts';
import type { Connection } from '#lib/storage/schema.ts';

import type { OptionsPorts } from './ports.ts';
import { asksForNewCredential, problemOf, type Field, type Problem } from './problem.ts';
import { switchingModel } from './switching.ts';
import { kindOf, slipIn, tidied, type Typed } from './typed.ts';

export type Status =
  | { is: 'loading' | 'none' | 'testing' | 'failed' }
  /** `organisation` is null when Greenhouse did not tell its name. */
  | { is: 'connected'; organisation: string | null; name: string };

/** Fields whose content is in no signal: they are emptied by whoever draws them. */
export type SecretField = Extract<Field, 'secret' | 'partnerKey'>;

const isTyped = (problem: Problem | undefined): boolean => problem?.code.startsWith('typed/') === true;

export type ConnectPorts = Pick<OptionsPorts, 'connection' | 'credentials' | 'test' | 'settle' | 'unfinished' | 'now'>;

export function connectModel(ports: ConnectPorts) {
  const { connection: item, credentials, test } = ports;
  const stored = signal<Connection | null | undefined>(undefined);
  const trial = signal<Connection | null>(null);
  const secretKept = signal(false);
  const busy = signal(false);
  /** Of this visit; what the last test of the connection in use ran into is stored with it. */
  const met = signal<Problem | undefined>(undefined);

  const clientId = signal('');
  const actingEmail = signal('');

  /** The connections whose secret is saved. */
  const kept = computed(() => [secretKept.value ? stored.value : null, trial.value].filter((one) => one != null));

  const problem = computed<Problem | undefined>(() => {
    if (busy.value) return undefined;
    const { error, kind } = stored.value ?? {};
    return met.value ?? (error && problemOf(AppError.fromWire(error), kind));
  });

  const status = computed<Status>(() => {
    if (busy.value) return { is: 'testing' };
    if (stored.value === undefined) return { is: 'loading' };
    const { identity, error } = stored.value ?? {};
    if (identity && !error)
      return { is: 'connected', organisation: identity.organisation?.name ?? null, name: identity.actingUser.name };
    return { is: problem.value && !isTyped(met.value) ? 'failed' : 'none' };
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

  async function look(): Promise<void> {
    const [connection, onTrial, hasSecret] = await Promise.all([item.get(), credentials.pending.get(), credentials.kept()]);
    batch(() => {
      stored.value = connection;
      trial.value = onTrial;
      secretKept.value = hasSecret;
    });
    await switching.ask();
  }
  /** One on trial that was not tested to its end is shown where nothing is in use: nobody types it again. */
  function fill(): void {
    const shown = stored.value ?? trial.value;
    clientId.value = shown?.kind === 'harvest' ? shown.clientId : '';
    actingEmail.value = shown?.actingEmail ?? '';
  }
  const switching = switchingModel(ports, stored, trial, { guarded, look, fill });

  /** The connection that was typed, before anybody has tested it. */
  function untested(typed: Typed, secret: string): Connection {
    const rest = { actingEmail: typed.actingEmail, rights: [], savedAt: ports.now() };
    const kind = kindOf(typed, kept.value);
    const next: Connection = kind === 'partner' ? { kind, ...rest } : { kind, clientId: typed.clientId, ...rest };
    const former = stored.value;
    // A client id stays in its organisation, so what was known of that is known of this.
    const was = former?.kind === 'harvest' && sharesSecret(former, next) ? identityOf(former) : undefined;
    // The organisation's credential stays the organisation's, whoever acts with it.
    const byPolicy = former?.byPolicy === true && secret === '' && sharesSecret(former, next);
    return { ...next, ...(was && { was }), ...(byPolicy && { byPolicy }) };
  }

  async function tryOut(next: Connection, secret: string, forget: (field: SecretField) => void): Promise<void> {
    await credentials.put(next, secret);
    forget('secret');
    forget('partnerKey');
    try {
      const { error } = await test('pending');
      // One that was taken over all the same has its error with it.
      if (error) met.value = problemOf(AppError.fromWire(error), next.kind);
    } finally {
      await look();
    }
  }

  return {
    stored,
    kept,
    busy,
    clientId,
    actingEmail,
    problem,
    status,
    switching,
    /** A test that failed has changed nothing: whom Gleaner is connected to all the same. */
    stays: computed(() =>
      problem.value && !isTyped(met.value) && status.value.is === 'connected' && stored.value ? stored.value : undefined,
    ),
    asksForNewCredential: computed(() => asksForNewCredential(problem.value)),

    type(field: 'clientId' | 'actingEmail', value: string): void {
      (field === 'clientId' ? clientId : actingEmail).value = value;
    },

    /** Reads what is stored, and follows it; returns how to stop. */
    async start(): Promise<() => void> {
      await look();
      fill();
      const follow = item.watch((changed) => {
        // What the organisation gives or takes back is not the recruiter's typing, and what was forgotten is shown nowhere.
        const anew = changed === null || changed.byPolicy !== stored.value?.byPolicy;
        stored.value = changed;
        void look().then(() => anew && fill());
      });
      // A policy's secret comes after its connection.
      const stops = [follow, credentials.pending.watch(() => void look()), credentials.watch(() => void look())];
      return () => stops.forEach((stop) => stop());
    },

    /**
     * Puts what was typed on trial and has it tested. An empty secret is the saved one.
     * @param forget empties a secret's field: as soon as the secret is in the vault, or is seen to be none of Greenhouse's any more.
     */
    async connect(untidy: Typed, forget: (field: SecretField) => void): Promise<void> {
      if (busy.value) return;
      const typed = tidied(untidy);
      const wrong = slipIn(typed, kept.value);
      if (wrong) {
        met.value = wrong;
        if (wrong.code !== 'typed/v1-key') return;
        if (wrong.field === 'clientId') clientId.value = '';
        else forget('secret');
        return;
      }
      const secret = typed.secret || typed.partnerKey;
      const next = untested(typed, secret);
      batch(() => {
        clientId.value = next.kind === 'harvest' ? next.clientId : '';
        actingEmail.value = next.actingEmail;
      });
      const former = stored.value;
      const unchanged = secret === '' && former && sharesSecret(former, next) && former.actingEmail === next.actingEmail;
      await guarded(async () => {
        // With nothing new there is nothing to try out: the one in use is asked about once more.
        if (unchanged && !trial.value) stored.value = await test('current');
        else await tryOut(next, secret, forget);
      });
    },

    /** Asks Greenhouse once more about the connection in use. */
    testAgain(): Promise<void> {
      return guarded(async () => {
        stored.value = await test('current');
      });
    },

    /** The administrator's word, which no test takes back. */
    setEnvironment: (environment: NonNullable<Connection['environment']>) => credentials.setEnvironment(environment),

    /** Forgets the secret and whom it belonged to. What was exported stays known, so that nobody is exported twice. */
    disconnect(): Promise<void> {
      return guarded(async () => {
        await credentials.forgetAll();
        await look();
        fill();
      });
    },
  };
}

export type ConnectModel = ReturnType<typeof connectModel>;
