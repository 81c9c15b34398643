/** The fields for external ids, as the settings look at them and have them made. */
import { batch, computed, signal } from '@preact/signals';

import { AppError } from '#lib/errors.ts';
import { areWhole, type ExternalIdFields } from '#lib/greenhouse/external-ids.ts';
import { externalIdFieldNames } from '#lib/policy/rules.ts';
import type { Policy } from '#lib/policy/policy.ts';
import { knownAccountOf } from '#lib/storage/account.ts';
import type { Connection } from '#lib/storage/schema.ts';

import type { OptionsPorts } from './ports.ts';
import type { ChangeSettings } from './settings.ts';

export interface ExternalIdsPort {
  /** Rejects with an `AppError`; `refresh` asks Greenhouse anew. */
  look(refresh: boolean): Promise<ExternalIdFields>;
  /** Makes what is missing, in up to a minute; may be repeated. */
  make(): Promise<ExternalIdFields>;
}

/** `partly`: the select has not all of its options. `in-the-way`: a field of the name holds something else, or is switched off. */
export type Stand = 'whole' | 'partly' | 'missing' | 'in-the-way' | 'unknown';

export function standOf(fields: ExternalIdFields): Stand {
  const states = [fields.id.state, fields.bucket.state];
  if (states.includes('unknown')) return 'unknown';
  if (states.some((state) => state === 'other-kind' || state === 'off')) return 'in-the-way';
  if (states.includes('missing')) return 'missing';
  return areWhole(fields) ? 'whole' : 'partly';
}

export type FieldName = 'externalIdField' | 'externalIdBucketField';

export function externalIdsModel(
  { externalIds: port, connection, settings, policy }: Pick<OptionsPorts, 'externalIds' | 'connection' | 'settings' | 'policy'>,
  change: ChangeSettings,
) {
  const account = signal('');
  const found = signal<ExternalIdFields | undefined>(undefined);
  const met = signal<AppError | undefined>(undefined);
  const doing = signal<'look' | 'make' | undefined>(undefined);
  const names = signal(externalIdFieldNames(null));
  const rule = signal<Policy | null>(null);

  async function ask(what: 'look' | 'make', question: () => Promise<ExternalIdFields>): Promise<void> {
    if (doing.value) return;
    doing.value = what;
    try {
      const answer = await question();
      batch(() => {
        found.value = answer;
        met.value = undefined;
      });
    } catch (thrown) {
      met.value = AppError.from(thrown);
    }
    doing.value = undefined;
  }

  const look = (refresh = false): Promise<void> => ask('look', () => port.look(refresh));

  async function follow(kept: Connection | null): Promise<void> {
    // A partner key can read no field.
    const next = kept?.kind === 'harvest' ? knownAccountOf(kept) : '';
    if (next === account.value) return;
    batch(() => {
      account.value = next;
      found.value = undefined;
    });
    if (next !== '') await look();
  }

  async function readNames(): Promise<void> {
    rule.value = await policy.get();
    names.value = externalIdFieldNames(rule.value, await settings.get());
  }

  return {
    found,
    met,
    doing,
    names,
    /** Whether there is a Greenhouse whose fields could be looked at. */
    isThere: computed(() => account.value !== ''),
    stand: computed(() => found.value && standOf(found.value)),
    /** The organisation has said how it is called. */
    isSet: (name: FieldName): boolean => rule.value?.[name] !== undefined,
    look,
    make: (): Promise<void> => ask('make', () => port.make()),
    /** An empty name is the usual one. */
    async call(name: FieldName, typed: string): Promise<void> {
      await change(({ [name]: _before, ...others }) => ({
        ...others,
        ...(typed.trim() ? { [name]: typed.trim().slice(0, 255) } : {}),
      }));
      await readNames();
      await look();
    },
    async start(): Promise<() => void> {
      const stops = [
        connection.watch((kept) => void follow(kept)),
        policy.watch(() => void readNames()),
        settings.watch(() => void readNames()),
      ];
      await readNames();
      await follow(await connection.get());
      return () => stops.forEach((stop) => stop());
    },
  };
}

export type ExternalIdsModel = ReturnType<typeof externalIdsModel>;
