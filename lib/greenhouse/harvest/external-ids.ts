/** Everything about external ids that the port asks for. What is known of the fields is kept, and dropped when a write says it is wrong. */
import { AppError } from '#lib/errors.ts';

import { bucketOf } from '../bucket.ts';
import { idsIn, profileIdsOf } from '../external-ids.ts';
import { beforeSending } from '../http/before-sending.ts';
import { namesOf } from '../person-parts.ts';
import type { Created, Linked, NewPerson, PersonLink } from '../port.ts';
import type { Api } from './api.ts';
import type { Waiting } from './bulk.ts';
import { foundFieldsSchema, type FieldNames, type FoundFields, lookForFields, makeFields } from './external-id-fields.ts';
import { type IdOf, readIds, valuesFor } from './external-id-values.ts';
import { linkPerson } from './link-person.ts';
import { type Holder, HOLDERS } from './lists/people.ts';
import { createPerson } from './writes.ts';

export interface ExternalIdOptions {
  /** How the two fields are called in this organisation. */
  names: () => Promise<FieldNames>;
  /** The external id of the profile that an address leads to. */
  idOf: IdOf;
  /** Where what is known of one organisation's fields is kept between calls: any JSON. */
  cache: { get(): Promise<unknown>; put(found: unknown): Promise<void> };
}

/** For an adapter that stands alone. */
export function memoryExternalIds(names: FieldNames = { id: 'External ID', bucket: 'External ID bucket' }): ExternalIdOptions {
  let kept: unknown;
  return {
    names: async () => names,
    idOf: () => undefined,
    cache: { get: async () => kept, put: async (found) => void (kept = found) },
  };
}

/** Whole, they change only by an administrator's hand; while something is missing, a colleague may be making it. */
const WHOLE_FOR_MS = 2 * 3_600_000;
const LACKING_FOR_MS = 30 * 60_000;

const isWhole = ({ id, bucket, options }: FoundFields): boolean =>
  id.state === 'there' && bucket.state === 'there' && options.length > 0;

export function externalIds(api: Api, { names, idOf, cache }: ExternalIdOptions, now: () => number, waiting: Waiting) {
  async function lookAnew(): Promise<FoundFields> {
    const found = await lookForFields(api, await names(), now);
    await cache.put(found);
    return found;
  }
  let looking: Promise<FoundFields> | undefined;
  /** Whoever asks meanwhile hears of the same look: an export's own look and its preparation come at once. */
  const look = (): Promise<FoundFields> =>
    (looking ??= lookAnew().finally(() => {
      looking = undefined;
    }));

  async function fields(): Promise<FoundFields> {
    const parsed = foundFieldsSchema.safeParse(await cache.get());
    const called = await names();
    if (!parsed.success || parsed.data.id.name !== called.id || parsed.data.bucket.name !== called.bucket) return look();
    const age = now() - parsed.data.fetchedAt;
    return age >= 0 && age < (isWhole(parsed.data) ? WHOLE_FOR_MS : LACKING_FOR_MS) ? parsed.data : look();
  }

  /** Whatever is odd about the fields keeps nobody from being written; a world that cannot be reached does. */
  const fieldsIfAny = (ask = fields): Promise<FoundFields | undefined> =>
    ask().catch((thrown: unknown) => {
      if (isOdd(AppError.from(thrown))) return undefined;
      throw thrown;
    });

  /** A bucket holds a thousandth of everybody: who of them it is, their text says. Nothing where no bucket of theirs can be asked for. */
  async function holdersOf({ id, bucket, options }: FoundFields, asked: ReadonlySet<string>): Promise<Holder[] | undefined> {
    const { key } = id;
    const buckets = new Set([...asked].map(bucketOf));
    const theirs = options.filter((option) => buckets.has(option.bucket));
    if (id.state !== 'there' || bucket.state !== 'there' || key === undefined || theirs.length === 0) return undefined;
    const fields = ['created_at', 'custom_fields'] as const;
    const rows = await Promise.all(theirs.map((option) => api.list(HOLDERS, { custom_field_option_id: option.id, fields })));
    const holders = rows.flat().filter((row) => readIds(row.custom_fields?.[key]?.value, idOf).some((one) => asked.has(one)));
    return [...new Map(holders.map((row) => [row.id, row])).values()];
  }

  return {
    fields,
    look,

    async make(): Promise<FoundFields> {
      const found = await makeFields(api, await names(), now, waiting);
      await cache.put(found);
      return found;
    },

    /** What a create asks of them before it is sent; any later one finds it at hand. */
    prepare: async (): Promise<void> => void (await fieldsIfAny()),

    /** The candidates that carry one of these very ids; nothing where they cannot be asked. */
    async find(externalIds: string[]): Promise<Holder[] | undefined> {
      const asked = new Set(externalIds.flatMap(idsIn));
      const found = await fieldsIfAny();
      if (!found) return undefined;
      try {
        return await holdersOf(found, asked);
      } catch (thrown) {
        if (!isOdd(AppError.from(thrown))) throw thrown;
      }
      // An option that is not known any more.
      return holdersOf(await look(), asked);
    },

    /** A refusal that may be about the fields made nobody, so it is tried once more without them. */
    async create(person: NewPerson): Promise<Created> {
      // Nothing is asked for somebody who cannot be sent.
      namesOf(person.candidate);
      const ids = profileIdsOf([person.externalId, ...(person.aliases ?? [])]);
      const found = ids.length > 0 ? await beforeSending(() => fieldsIfAny()) : undefined;
      const urls = person.candidate.links.map(({ url }) => url);
      const values = found ? valuesFor(found, ids, urls, undefined, idOf).values : [];
      try {
        const created = await createPerson(api, person, values);
        // What was odd about the fields passes; until they are linked, nobody finds them by their id.
        return ids.length > 0 && !found ? { ...created, unlinked: true } : created;
      } catch (thrown) {
        if (!found || values.length === 0 || !mayBeTheirs(AppError.from(thrown), found)) throw thrown;
        await beforeSending(() => cache.put(undefined));
      }
      return { ...(await createPerson(api, person)), unlinked: true };
    },

    /** Refused because of the fields, they are looked at anew; refused again, or forbidden, the rest is written without them. */
    async link(candidateId: number, link: PersonLink): Promise<Linked> {
      let unlinked = false;
      let found = await fieldsIfAny(() =>
        fields().catch((thrown: unknown) => {
          unlinked = AppError.from(thrown).code === 'greenhouse/garbled';
          throw thrown;
        }),
      );
      let refusal: unknown;
      for (const mayLook of [true, false]) {
        try {
          return { ...(await linkPerson(api, candidateId, link, found, idOf)), ...(unlinked ? { unlinked } : {}) };
        } catch (thrown) {
          const error = AppError.from(thrown);
          refusal = thrown;
          if (!found || !mayBeTheirs(error, found)) throw thrown;
          // What is forbidden today is so by the next look, too.
          if (!mayLook || error.code === 'greenhouse/forbidden') break;
          found = await fieldsIfAny(look);
        }
      }
      const rest = await linkPerson(api, candidateId, link, undefined, idOf);
      // Where the ids were all that was missing, nothing was done.
      if (rest.added.length === 0) throw refusal;
      return rest;
    },
  };
}

const isOdd = ({ code }: AppError): boolean =>
  code === 'greenhouse/garbled' || code === 'greenhouse/invalid' || code === 'greenhouse/not-found';

/**
 * Whether a refusal may be about the fields: it names one of them, or says that something is forbidden, as writing a private field
 * may be. Either way nothing was written. A refusal of what is asked before the write (who acts, how the person stands) never is.
 */
function mayBeTheirs({ code, detail, sent }: AppError, { id, bucket }: FoundFields): boolean {
  if (sent !== 'refused') return false;
  if (code === 'greenhouse/forbidden') return true;
  if (code !== 'greenhouse/invalid') return false;
  const said = (detail.fields ?? []).join(' ').toLowerCase();
  const words = ['custom_field', 'custom field', id.key, bucket.key, id.name, bucket.name];
  return words.some((word) => word !== undefined && said.includes(word.toLowerCase()));
}
