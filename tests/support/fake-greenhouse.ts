/** A Greenhouse in memory behind the port, for the machinery above the adapter. The adapter itself is tested on the sandbox. */
import { AppError, type ErrorCode, type Sent } from '#lib/errors.ts';
import { capabilitiesOf } from '#lib/greenhouse/capabilities.ts';
import { profileIdsOf } from '#lib/greenhouse/external-ids.ts';
import type { Created, Greenhouse, Linked, NewApplication, NewNote, NewPerson, PersonLink } from '#lib/greenhouse/port.ts';
import type { Application, KnownPerson } from '#lib/greenhouse/schema.ts';
import type { Connection } from '#lib/storage/schema.ts';

/** As an account has them whose administrator made them. */
const fields = {
  id: { name: 'External ID', state: 'there', type: 'short_text' },
  bucket: { name: 'External ID bucket', state: 'there', type: 'single_select' },
  buckets: 1024,
} as const;

interface Fault {
  code: ErrorCode;
  /** Done all the same, at once or when `lateMs` are over. */
  committed?: boolean | 'late';
  lateMs?: number;
  /** As the code means it, unless said. */
  sent?: Sent;
}

const NOT_SENT = new Set<ErrorCode>(['greenhouse/unreachable', 'settings/passphrase']);
const UNTOLD = new Set<ErrorCode>(['greenhouse/unknown-outcome', 'bug']);

const sentOf = ({ code, committed, sent }: Fault): Sent =>
  sent ?? (committed || UNTOLD.has(code) ? 'unknown' : NOT_SENT.has(code) ? 'no' : 'refused');

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
  const stamp = () => (now ? { createdAt: new Date(now()).toISOString() } : {});
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
    twins: (ids) => act('twins', () => holders(ids)),
    linkPerson: (candidateId, link) => act('linkPerson', () => addLink(candidateId, link)),
    createPerson: (person) => act('createPerson', () => addPerson(person)),
    createApplication: (application) => act('createApplication', () => addApplication(application)),
    addNote: (note) => act('addNote', () => void notes.push(note)),
    addTags: (candidateId, tags) => act('addTags', () => Boolean(people.get(candidateId)?.tags.push(...tags))),
    trackingLink: () => Promise.reject(new AppError('bug')),
  };

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
    notes,
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
