/**
 * Greenhouse, small: it refuses no duplicate, commits early, late or never whatever it answers, and each of its lists is late. Every
 * call takes its time on the way there and on the way back.
 */
import { AppError } from '#lib/errors.ts';
import { capabilitiesOf } from '#lib/greenhouse/capabilities.ts';
import type { Greenhouse, NewPerson } from '#lib/greenhouse/port.ts';
import type { KnownPerson } from '#lib/greenhouse/schema.ts';

import { LOST, PASSING, READ_FAULTS, WRITE_FAULTS, type Faults } from './faults.ts';
import { MINUTE, SECOND, strikes, type World } from './world.ts';

/** After this nobody waits for an answer any more. */
const TIME_LIMIT_MS = 24 * SECOND;

export interface MadeApplication {
  id: number;
  jobId: number;
  at: number;
  /** By which press; 0 for a colleague. */
  by: number;
}

export interface MadePerson {
  id: number;
  account: string;
  /** Who it really is. */
  who: string;
  externalIds: string[];
  emails: string[];
  urls: string[];
  at: number;
  by: number;
  applications: MadeApplication[];
}

const LATENESSES = [30 * SECOND, 3 * MINUTE, 12 * MINUTE, 40 * MINUTE] as const;
const TRAVELS = [80, 20, 900, 9 * SECOND, 30 * SECOND] as const;

/** Who calls, as it was when the call was prepared. */
export interface Caller {
  client: number;
  account: string;
  user: number;
  /** By its own clock. */
  now(): number;
  online(): boolean;
  locked(): boolean;
  /** In the middle of a call, say. */
  dies(): void;
  /** A write is about to leave. */
  writes(kind: 'person' | 'application' | 'note', by: number): void;
}

export function greenhouse(world: World) {
  const { time, dice, truth, lags } = world;
  let nextId = 1000;
  const freshId = (): number => (nextId += 1);

  function add(person: Omit<MadePerson, 'id' | 'at' | 'applications'>, jobIds: readonly number[]): MadePerson {
    const made: MadePerson = { ...person, id: freshId(), at: time.now, applications: [] };
    truth.people.push(made);
    for (const jobId of jobIds) made.applications.push({ id: freshId(), jobId, at: time.now, by: person.by });
    world.note(`Greenhouse: candidate ${made.id} is ${made.who}, by press ${made.by}`);
    truth.madePerson(made);
    return made;
  }

  function portFor(caller: Caller): Greenhouse {
    /** The way there, what happens there, and the way back. */
    async function call<T>(name: string, faults: Faults, work: () => T): Promise<T> {
      if (caller.locked()) throw new AppError('settings/passphrase').as('no');
      if (!caller.online()) throw new AppError('greenhouse/unreachable').as('no');
      const fault = strikes(world, 'fault') ? dice.pick(faults) : undefined;
      if (fault?.sent === 'no') throw new AppError(fault.code).as('no');
      const slow = world.trouble.fault > 0;
      const there = slow ? dice.pick(TRAVELS) : TRAVELS[0];
      if (strikes(world, 'death')) time.at(time.now + dice.below(2) * there, () => caller.dies());
      if (fault) {
        world.note(
          `${caller.client}: ${name} → ${fault.code}${fault.commitsAfter === undefined ? '' : `, done after ${fault.commitsAfter} ms`}`,
        );
        if (fault.commitsAfter !== undefined) {
          truth.onItsWay += 1;
          time.at(time.now + there + fault.commitsAfter, () => {
            truth.onItsWay -= 1;
            try {
              work();
            } catch {
              // Whom it was for is gone.
            }
          });
        }
        await time.sleep(Math.min(there, TIME_LIMIT_MS));
        throw new AppError(fault.code, fault.code === 'greenhouse/limited' ? { until: caller.now() + 30 * SECOND } : {}).as(
          fault.sent,
        );
      }
      const back = slow ? dice.pick(TRAVELS) : TRAVELS[0];
      const answered = new Promise<T>((answer, refuse) => {
        truth.onItsWay += 1;
        time.at(time.now + there, () => {
          truth.onItsWay -= 1;
          try {
            const done = work();
            time.at(time.now + back, () => answer(done));
          } catch (thrown) {
            time.at(time.now + back, () => refuse(thrown));
          }
        });
      });
      if (there + back <= TIME_LIMIT_MS) return answered;
      answered.catch(() => undefined);
      world.note(`${caller.client}: ${name} takes too long`);
      await time.sleep(TIME_LIMIT_MS);
      throw new AppError(faults[0].code === LOST ? LOST : 'greenhouse/unreachable').as('unknown');
    }
    const write = <T>(name: string, work: () => T): Promise<T> => call(name, WRITE_FAULTS(dice.pick(LATENESSES)), work);
    const read = (
      name: string,
      lag: number,
      some: (person: MadePerson) => boolean,
      faults: Faults = READ_FAULTS,
    ): Promise<KnownPerson[]> =>
      call(name, faults, () =>
        truth.people
          .filter((person) => person.account === caller.account && !truth.gone.has(person.id))
          .filter((person) => person.at + lag <= time.now && some(person))
          .map((person) => asListed(person, time.now - Math.max(lag, lags.applications))),
      );
    const there = (candidateId: number): MadePerson => {
      const person = truth.people.find(({ id }) => id === candidateId);
      if (!person || truth.gone.has(candidateId)) throw new AppError('greenhouse/not-found').as('refused');
      return person;
    };

    const takes = (to: Pick<NewPerson, 'target'>): void => {
      if (jobIdsOf(to).some((jobId) => world.closedJobs.has(jobId))) throw new AppError('greenhouse/invalid').as('refused');
    };

    const port: Partial<Greenhouse> = {
      can: { ...capabilitiesOf('harvest'), career: false },
      clock: () => (truth.tellsTime ? time.now : undefined),
      prepare: () => call('prepare', READ_FAULTS, () => undefined),
      externalIdFields: async () => FIELDS,
      jobIsOpen: (jobId) => call('jobIsOpen', READ_FAULTS, () => !world.closedJobs.has(jobId)),
      findByIds: (ids) => read('findByIds', lags.ids, ({ id }) => ids.includes(id)),
      findByExternalIds: (ids) =>
        read('findByExternalIds', lags.externalIds, ({ externalIds }) => externalIds.some((id) => ids.includes(id)), PASSING),
      twins: (ids) => read('twins', lags.externalIds, ({ externalIds }) => externalIds.some((id) => ids.includes(id)), PASSING),
      findByEmail: (email) => read('findByEmail', lags.emails, ({ emails }) => emails.includes(email)),
      findCreatedAround: (_at, urls) =>
        read('findCreatedAround', lags.created, (one) => one.urls.some((url) => urls.includes(url))),
      createPerson: (person) => {
        const by = person.attribution.sourceId ?? 0;
        caller.writes('person', by);
        return write('createPerson', () => {
          takes(person);
          const made = add({ ...personOf(person), account: caller.account, by }, jobIdsOf(person));
          return { candidateId: made.id, applicationId: made.applications[0]?.id };
        });
      },
      createApplication: ({ candidateId, target, attribution }) => {
        const by = attribution.sourceId ?? 0;
        caller.writes('application', by);
        return write('createApplication', () => {
          takes({ target });
          const made = { id: freshId(), jobId: jobIdsOf({ target })[0] ?? 0, at: time.now, by };
          const person = there(candidateId);
          person.applications.push(made);
          world.note(`Greenhouse: application ${made.id} of ${candidateId}, by press ${by}`);
          truth.madeApplication(person, made);
          return { candidateId, applicationId: made.id };
        });
      },
      addNote: ({ candidateId, body }) => {
        const by = Number(body);
        caller.writes('note', by);
        return write('addNote', () => truth.madeNote(there(candidateId), by));
      },
      findNote: ({ candidateId, body }) =>
        call('findNote', READ_FAULTS, () =>
          truth.notes.some(
            (note) => note.candidateId === candidateId && note.by === Number(body) && note.at + lags.ids <= time.now,
          ),
        ),
      addTags: (candidateId, tags) => write('addTags', () => (there(candidateId) ? tags : [])),
      linkPerson: (candidateId, { externalIds, links }) =>
        write('linkPerson', () => {
          const person = there(candidateId);
          if (person.at + lags.ids > time.now) throw new AppError('greenhouse/not-found').as('refused');
          person.externalIds = [...new Set([...person.externalIds, ...externalIds])];
          person.urls = [...new Set([...person.urls, ...links.map(({ url }) => url)])];
          return { added: [], leftOut: [] };
        }),
    };
    return port as Greenhouse;
  }

  return { add, portFor };
}

const FIELDS = {
  id: { name: 'External ID', state: 'there', type: 'short_text' },
  bucket: { name: 'External ID bucket', state: 'there', type: 'single_select' },
  buckets: 1024,
  fetchedAt: 0,
} as const;

const jobIdsOf = ({ target }: Pick<NewPerson, 'target'>): number[] =>
  target.kind === 'candidate' ? [target.jobId] : target.jobIds;

const personOf = ({ candidate, externalId, aliases = [] }: NewPerson) => ({
  who: candidate.firstName ?? '',
  externalIds: [externalId, ...aliases],
  emails: candidate.emails.map(({ value }) => value),
  urls: candidate.links.map(({ url }) => url),
});

const iso = (at: number): string => new Date(at).toISOString();

const asListed = (person: MadePerson, upTo: number): KnownPerson => ({
  candidateId: person.id,
  createdAt: iso(person.at),
  firstName: person.who,
  lastName: 'Fixture',
  emails: [...person.emails],
  externalIds: [...person.externalIds],
  urls: [...person.urls],
  tags: [],
  applications: person.applications
    .filter(({ at }) => at <= upTo)
    .map(({ id, jobId, at }) => ({ id, jobId, prospect: false, prospectiveJobIds: [], status: 'active', createdAt: iso(at) })),
});
