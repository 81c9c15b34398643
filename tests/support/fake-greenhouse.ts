/** A Greenhouse in memory behind the port, for the machinery above the adapter. The adapter itself is tested on the sandbox. */
import { AppError } from '#lib/errors.ts';
import { capabilitiesOf } from '#lib/greenhouse/capabilities.ts';
import { careerIn } from '#lib/greenhouse/harvest/background-rows.ts';
import { profileIdsOf } from '#lib/greenhouse/external-ids.ts';
import type {
  CareerEntry,
  Created,
  Greenhouse,
  Linked,
  NewApplication,
  NewFile,
  NewNote,
  NewPerson,
  PersonLink,
} from '#lib/greenhouse/port.ts';
import type { Application, KnownPerson } from '#lib/greenhouse/schema.ts';
import { referenceOf } from '#lib/sites/references.ts';
import type { Connection } from '#lib/storage/schema.ts';

import { type Fault, sentOf } from './fake-faults.ts';

/** Every school is in the dictionary. */
const everyName = new Map<string, number>();
everyName.get = (name: string) => (name === '' ? undefined : name.length);
const dictionaries = { school: everyName, degree: everyName, discipline: everyName };

/** As an account has them whose administrator made them. */
const fields = {
  id: { name: 'External ID', state: 'there', type: 'short_text' },
  bucket: { name: 'External ID bucket', state: 'there', type: 'single_select' },
  buckets: 1024,
} as const;

/** The external ids that addresses of profiles stand for. */
const idsAt = (urls: readonly string[]): string[] =>
  urls.flatMap((url) => {
    const reference = referenceOf(url);
    return reference ? `${reference.site}:${reference.handle}` : [];
  });

export interface FakeOptions {
  kind?: Connection['kind'];
  /** How late lists show what was made. May be changed as `lag.ms`. */
  lagMs?: number;
  /** Its own clock, epoch milliseconds; without one nothing says when it was made. */
  now?: () => number;
}

export function fakeGreenhouse({ kind = 'harvest', lagMs = 0, now }: FakeOptions = {}) {
  const people = new Map<number, KnownPerson & { urls: string[] }>();
  const notes: NewNote[] = [];
  /** When each note and each file was made. */
  const stamps = new Map<object, ReturnType<typeof stamp>>();
  const files: NewFile[] = [];
  /** In which pool each prospect's application is; tests may take one out, of which nothing is told then. */
  const pools = new Map<number, number | null>();
  const career: (CareerEntry & { candidateId: number })[] = [];
  const removed: string[] = [];
  const made: NewPerson[] = [];
  const links: (PersonLink & { candidateId: number })[] = [];
  const calls: string[] = [];
  const faults = new Map<string, Fault[]>();
  const vault = { locked: false };
  const lag = { ms: lagMs };
  const closedJobs = new Set<number>();
  let late: { at: number; work: () => unknown }[] = [];
  let nextId = 1000;
  const time = (): number => now?.() ?? 0;
  const stamp = (): { createdAt?: string } => (now ? { createdAt: new Date(now()).toISOString() } : {});
  const isListed = ({ createdAt }: { createdAt?: string | null | undefined }): boolean =>
    !createdAt || Date.parse(createdAt) + lag.ms <= time();

  /** What Greenhouse was still busy with. */
  function settle(upTo = time()): void {
    const due = late.filter(({ at }) => at <= upTo);
    late = late.filter((one) => !due.includes(one));
    for (const { work } of due) work();
  }

  /** Counts the call, acts unless a fault forbids it, and fails as the fault says. */
  async function act<T>(name: keyof Greenhouse, work: () => T): Promise<T> {
    if (vault.locked) throw new AppError('settings/passphrase').as('no');
    settle();
    calls.push(name);
    const fault = faults.get(name)?.shift();
    if (!fault) return work();
    if (fault.committed === 'late') late.push({ at: time() + (fault.lateMs ?? 0), work });
    else if (fault.committed) work();
    throw new AppError(fault.code).as(sentOf(fault));
  }

  /** As a list tells them: nobody too new, and none of what is too new of them. */
  const listed = (some: (person: KnownPerson & { urls: string[] }) => boolean): (KnownPerson & { urls: string[] })[] =>
    [...people.values()]
      .filter((person) => isListed(person) && some(person))
      .map((person) => ({ ...person, applications: person.applications.filter(isListed) }));
  const holders = (ids: string[]) => listed(({ externalIds }) => Boolean(externalIds?.some((id) => ids.includes(id))));

  function applicationFrom({ target }: Pick<NewPerson, 'target'>): Application {
    nextId += 1;
    const onJob = target.kind === 'candidate';
    if (!onJob) pools.set(nextId, target.poolId ?? null);
    return {
      id: nextId,
      jobId: onJob ? target.jobId : null,
      prospect: !onJob,
      prospectiveJobIds: onJob ? [] : target.jobIds,
      status: 'active',
      ...stamp(),
    };
  }

  const port: Greenhouse = {
    can: capabilitiesOf(kind),
    clock: () => now?.(),
    prepare: () => act('prepare', () => undefined),
    identify: () => Promise.reject(new AppError('bug')),
    rights: async () => ({ rights: [], surplus: [] }),
    jobs: () => Promise.reject(new AppError('bug')),
    stages: async () => [],
    jobIsOpen: (jobId) => act('jobIsOpen', () => !closedJobs.has(jobId)),
    choices: () => Promise.reject(new AppError('bug')),
    findByEmail: (email) => act('findByEmail', () => listed(({ emails }) => emails.includes(email.toLowerCase()))),
    findByIds: (ids) => act('findByIds', () => listed(({ candidateId }) => ids.includes(candidateId))),
    poolsOf: (ids) =>
      act('poolsOf', () =>
        ids.flatMap((applicationId) => {
          const poolId = pools.get(applicationId);
          return poolId === undefined ? [] : { applicationId, poolId };
        }),
      ),
    findCreatedAround: (_sentAt, urls) =>
      act('findCreatedAround', () => listed((person) => person.urls.some((url) => urls.includes(url)))),
    everybody: async function* () {
      yield await act('everybody', () => ({
        people: listed(() => true).map((person) => ({ phones: [], externalIds: [], ...person })),
        unreadable: [],
        full: false,
      }));
    },
    externalIdFields: async () => ({ ...fields, fetchedAt: 0 }),
    makeExternalIdFields: async () => ({ ...fields, fetchedAt: 0 }),
    findByExternalIds: (ids) => act('findByExternalIds', () => holders(ids)),
    twins: (ids, _around, mayLackIds = false) =>
      act('twins', () =>
        mayLackIds
          ? listed(({ externalIds = [], urls }) => [...externalIds, ...idsAt(urls)].some((id) => ids.includes(id)))
          : holders(ids),
      ),
    linkPerson: (candidateId, link) => act('linkPerson', () => addLink(candidateId, link)),
    createPerson: (person) => act('createPerson', () => addPerson(person)),
    createApplication: (application) => act('createApplication', () => addApplication(application)),
    addNote: (note) => act('addNote', () => keep(notes, { ...note })),
    findNote: ({ candidateId, body }, since) =>
      act('findNote', () =>
        shown(notes).some((one) => one.candidateId === candidateId && one.body === body && madeAt(one) >= since),
      ),
    notesOn: (candidateId) =>
      act('notesOn', () => shown(notes).flatMap((one) => (one.candidateId === candidateId ? { kind: 'NOTE', userId: 1 } : []))),
    addAttachment: (file) => act('addAttachment', () => keep(files, { ...file })),
    hasAttachment: (candidateId, filename) =>
      act('hasAttachment', () =>
        shown(files).some((one) => one.filename === filename && applicationsOf(candidateId).includes(one.applicationId)),
      ),
    careerOf: (candidate) => act('careerOf', () => careerIn(candidate, dictionaries)),
    addToCareer: (candidateId, entry) => act('addToCareer', () => keep(career, { candidateId, ...entry })),
    careerThere: (candidateId, kind) =>
      act('careerThere', () =>
        shown(career).flatMap((one) => (one.candidateId === candidateId && one.kind === kind ? one.key : [])),
      ),
    removeApplication: (id) =>
      act('removeApplication', () => {
        removed.push(`application ${id}`);
        for (const person of people.values()) person.applications = person.applications.filter((one) => one.id !== id);
      }),
    removePerson: (id) =>
      act('removePerson', () => {
        removed.push(`person ${id}`);
        people.delete(id);
      }),
    removeTags: (id, tags) =>
      act('removeTags', () => {
        removed.push(`tags ${id} ${tags.join()}`);
        const person = people.get(id);
        if (person) person.tags = person.tags.filter((tag) => !tags.includes(tag));
      }),
    mergePeople: (survivorId, otherId) => act('mergePeople', () => merge(survivorId, otherId)),
    addTags: (candidateId, tags) =>
      act('addTags', () => {
        const person = people.get(candidateId);
        const missing = tags.filter((tag) => !person?.tags.includes(tag));
        person?.tags.push(...missing);
        return missing;
      }),
    trackingLink: () => Promise.reject(new AppError('bug')),
  };

  const applicationsOf = (candidateId: number) => people.get(candidateId)?.applications.map(({ id }) => id) ?? [];
  const madeAt = (thing: object): number => Date.parse(stamps.get(thing)?.createdAt ?? '') || 0;
  const shown = <T extends object>(things: T[]): T[] => things.filter((thing) => isListed(stamps.get(thing) ?? {}));
  function keep<T extends object>(things: T[], thing: T): void {
    things.push(thing);
    stamps.set(thing, stamp());
  }

  function merge(survivorId: number, otherId: number): void {
    const [survivor, other] = [survivorId, otherId].map((id) => listed(({ candidateId }) => candidateId === id)[0]);
    const stays = people.get(survivorId);
    if (!survivor || !other || !stays || survivorId === otherId) throw new AppError('greenhouse/not-found').as('no');
    stays.applications.push(...(people.get(otherId)?.applications ?? []));
    for (const one of [...notes, ...career]) if (one.candidateId === otherId) one.candidateId = survivorId;
    removed.push(`merged ${otherId}`);
    people.delete(otherId);
  }

  function addLink(candidateId: number, link: PersonLink): Linked {
    const person = people.get(candidateId);
    if (!person) throw new AppError('greenhouse/not-found');
    links.push({ candidateId, ...link });
    person.externalIds = [...new Set([...(person.externalIds ?? []), ...profileIdsOf(link.externalIds)])];
    person.urls = [...new Set([...person.urls, ...link.links.map(({ url }) => url)])];
    return { added: ['profile', 'external-id'], leftOut: [] };
  }

  function addPerson(person: NewPerson): Created {
    const { candidate, target, tags } = person;
    made.push(person);
    nextId += 1;
    const application = applicationFrom({ target });
    people.set(nextId, {
      candidateId: nextId,
      ...stamp(),
      firstName: candidate.firstName ?? '',
      lastName: candidate.lastName ?? '',
      tags: [...tags],
      emails: candidate.emails.map(({ value }) => value.toLowerCase()),
      applications: [application],
      urls: candidate.links.map(({ url }) => url),
      externalIds: profileIdsOf([person.externalId, ...(person.aliases ?? [])]),
    });
    return { candidateId: nextId, applicationId: application.id };
  }

  function addApplication({ candidateId, target }: NewApplication): Created {
    const application = applicationFrom({ target });
    people.get(candidateId)?.applications.push(application);
    return { candidateId, applicationId: application.id };
  }

  return {
    port,
    people,
    /** As they were asked for, in order. */
    made,
    pools,
    notes,
    files,
    career,
    /** What was taken back, in order: `application 7`, `person 7`, `tags 7 a,b`, `merged 7`. */
    removed,
    /** What was linked, in order. */
    links,
    calls,
    lag,
    closedJobs,
    /** Does what a fault left for later; all of it when no moment is given. */
    settle: (upTo = Number.POSITIVE_INFINITY) => settle(upTo),
    /** While it is locked nothing is sent. */
    vault,
    /** The next calls of a method fail so, in order. */
    fail: (name: keyof Greenhouse, ...next: Fault[]) => faults.set(name, next),
    count: (name: keyof Greenhouse) => calls.filter((call) => call === name).length,
  };
}
