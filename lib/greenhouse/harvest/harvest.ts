/** The Harvest v3 adapter: the port in Greenhouse's own API (harvest-api reference; nothing else is relied on). */
import { AppError } from '#lib/errors.ts';

import { capabilitiesOf } from '../capabilities.ts';
import { memoryNames } from '../names.ts';
import type { Greenhouse } from '../port.ts';
import { sleep } from '../sleep.ts';
import { addAttachment, hasAttachment } from './attachments.ts';
import { addToCareer, careerOf, careerThere } from './career.ts';
import { listChoices } from './choices.ts';
import { harvestClient, type HarvestOptions } from './client.ts';
import { everybody } from './everybody.ts';
import { withoutNumbers } from './external-id-fields.ts';
import { externalIds, memoryExternalIds } from './external-ids.ts';
import { type Introspection, readIntrospection } from './introspection.ts';
import { jobIsOpen, listJobs, listStages } from './jobs.ts';
import { mergePeople } from './merge-people.ts';
import { findNote, notesOn } from './notes.ts';
import { findByEmail, findByIds, findCreatedAround } from './people.ts';
import { poolsOf } from './pools.ts';
import { checkRights } from './probe-rights.ts';
import { addTags, removeTags } from './tags.ts';
import { removeApplication, removePerson } from './take-back.ts';
import { madeAround, twin } from './twins.ts';
import { findActingUser } from './user.ts';
import { addNote, createApplication } from './writes.ts';

export type { HarvestOptions } from './client.ts';

export function harvest(options: HarvestOptions): Greenhouse {
  const { actingEmail, now } = options;
  const client = harvestClient(options);
  const { api, tokens, authority, clock } = client;
  const inFields = options.externalIds ?? memoryExternalIds();
  const ids = externalIds(api, inFields, now, { sleep: options.sleep ?? sleep });
  const names = options.names ?? memoryNames();
  const about = { names, fills: options.urgency !== 'export', externalIdField: async () => (await inFields.names()).id };

  /** Whatever goes wrong with introspection, the product works without it. */
  const introspect = async (): Promise<Introspection> => {
    const token = await tokens.get('reading');
    return readIntrospection(await authority.introspect(token).catch(() => undefined));
  };

  /** What `rights` was told, for the `identify` that follows it in a test: the auth host counts calls too. */
  let told: Introspection | undefined;

  return {
    can: capabilitiesOf('harvest'),
    clock: () => clock.now(),
    prepare: async () => {
      await Promise.all([tokens.get('writing'), ids.prepare()]);
    },
    identify: async (email) => {
      const known = told;
      told = undefined;
      // Cached tokens would hide that the secret just typed is wrong.
      if (!known) await tokens.fresh('reading');
      const [{ organisation }, actingUser] = await Promise.all([known ?? introspect(), findActingUser(api, email)]);
      if (email.trim().toLowerCase() === actingEmail.trim().toLowerCase()) {
        client.acts(actingUser);
        await tokens.fresh('writing');
      }
      return { organisation, actingUser };
    },
    rights: async () => {
      await tokens.fresh('reading');
      told = await introspect();
      return checkRights(api, told);
    },
    jobs: async (actingUser, signal) => {
      const list = await listJobs(api, actingUser, now, signal);
      await names.keep('job', new Map(list.jobs.map(({ id, name }) => [id, name])));
      return list;
    },
    jobIsOpen: (jobId) => jobIsOpen(api, jobId),
    stages: (jobId) => listStages(api, jobId),
    choices: (actingUserId) => listChoices(api, actingUserId, now),
    findByEmail: (email) => findByEmail(api, email, about),
    findByIds: (ids) => findByIds(api, ids, about),
    poolsOf: (ids) => poolsOf(api, ids),
    findCreatedAround: (sentAt, urls) => findCreatedAround(api, sentAt, urls, about),
    everybody: async function* (query, signal) {
      yield* everybody(api, query, signal, (await inFields.names()).id);
    },
    externalIdFields: async (refresh) => withoutNumbers(await (refresh ? ids.look() : ids.fields())),
    makeExternalIdFields: async () => withoutNumbers(await ids.make()),
    findByExternalIds: async (externalIds) => {
      const holders = (await ids.find(externalIds)) ?? [];
      return findByIds(
        api,
        holders.map(({ id }) => id),
        about,
      );
    },
    twins: async (externalIds, around, mayLackIds = false) => {
      const holders = await ids.find(externalIds);
      const others = holders && !mayLackIds ? [] : await madeAround(api, around, externalIds, inFields.idOf);
      return [...new Map([...(holders ?? []).map(twin), ...others].map((one) => [one.candidateId, one])).values()];
    },
    linkPerson: (candidateId, link) => ids.link(candidateId, link),
    createPerson: (person) => ids.create(person),
    createApplication: (application) => createApplication(api, application),
    addNote: (note) => addNote(api, note),
    findNote: (note, since) => findNote(api, note, since),
    notesOn: (candidateId) => notesOn(api, candidateId),
    addTags: (candidateId, tags) => addTags(api, candidateId, tags),
    addAttachment: async ({ text, ...file }) =>
      void (await addAttachment(api, { ...file, type: 'other', file: new TextEncoder().encode(text) })),
    hasAttachment: (candidateId, filename) => hasAttachment(api, candidateId, filename),
    careerOf: (candidate) => careerOf(api, candidate),
    addToCareer: (candidateId, entry) => addToCareer(api, candidateId, entry),
    careerThere: (candidateId, kind) => careerThere(api, candidateId, kind),
    removeApplication: (id) => removeApplication(api, id),
    removePerson: (id) => removePerson(api, id),
    removeTags: (candidateId, tags) => removeTags(api, candidateId, tags),
    mergePeople: (survivorId, otherId) => mergePeople(api, survivorId, otherId),
    trackingLink: () => Promise.reject(new AppError('greenhouse/not-offered').as('no')),
  };
}
