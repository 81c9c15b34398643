/**
 * Greenhouse, small: it refuses no duplicate, commits early, late or never whatever it answers, and each of its lists is late. Every
 * call takes its time on the way there and on the way back.
 */
import { AppError } from '#lib/errors.ts';
import { capabilitiesOf } from '#lib/greenhouse/capabilities.ts';
import type { UndoPart } from '#lib/export/schema.ts';
import type { Greenhouse, Target } from '#lib/greenhouse/port.ts';
import type { KnownPerson } from '#lib/greenhouse/schema.ts';

import { careerOf, pressOf } from './along.ts';
import { backOf } from './greenhouse-back.ts';
import { LOST, PASSING, READ_FAULTS, WRITE_FAULTS, type Faults } from './faults.ts';
import { asListed, type MadePerson, personOf, type Place, placeOf, STAGE } from './records.ts';
import { madeApplication, madeNote, madePerson } from './standing.ts';
import type { Deletion } from './taken-back.ts';
import { MINUTE, SECOND, strikes, type World } from './world.ts';

/** After this nobody waits for an answer any more. */
const TIME_LIMIT_MS = 24 * SECOND;

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
  /** Of these two kinds of key there is one. */
  kind: 'harvest' | 'partner';
  /** A write is about to leave. */
  writes(kind: 'person' | 'application' | 'note', by: number): void;
  /** So is a deletion. */
  deletes(part: UndoPart, id: number): Deletion | undefined;
}

export function greenhouse(world: World) {
  const { time, dice, truth, lags } = world;
  let nextId = 1000;
  const freshId = (): number => (nextId += 1);

  function add(
    person: Omit<MadePerson, 'id' | 'at' | 'applications' | 'removed' | 'taggedAt'>,
    places: readonly Place[],
  ): MadePerson {
    const made: MadePerson = { ...person, id: freshId(), at: time.now, applications: [], removed: [], taggedAt: [] };
    truth.people.push(made);
    for (const place of places) made.applications.push({ ...place, id: freshId(), at: time.now, by: person.by });
    world.note(`Greenhouse: candidate ${made.id} is ${made.who}, by press ${made.by}`);
    madePerson(truth, made);
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
      if (person?.account !== caller.account || truth.gone.has(candidateId))
        throw new AppError('greenhouse/not-found').as('refused');
      return person;
    };

    const takes = (target: Target): void => {
      const jobs = placesOf(target).flatMap(({ jobId, prospectiveJobIds }) => jobId ?? prospectiveJobIds);
      if (jobs.some((jobId) => world.closedJobs.has(jobId))) throw new AppError('greenhouse/invalid').as('refused');
    };

    const listedAlong = (name: string, candidateId: number): Promise<string[]> =>
      call(name, READ_FAULTS, () => truth.along.listed(candidateId, time.now - lags.ids));
    const goesAlong = (name: string, what: string, whose: () => MadePerson): Promise<void> => {
      caller.writes('note', pressOf(what));
      return write(name, () => truth.along.add(whose().id, what, time.now));
    };

    const port: Partial<Greenhouse> = {
      can: capabilitiesOf(caller.kind),
      clock: () => (truth.tellsTime ? time.now : undefined),
      prepare: () => call('prepare', READ_FAULTS, () => undefined),
      externalIdFields: async () => FIELDS,
      jobIsOpen: (jobId) => call('jobIsOpen', READ_FAULTS, () => !world.closedJobs.has(jobId)),
      findByIds: (ids) => read('findByIds', lags.ids, ({ id }) => ids.includes(id)),
      poolsOf: (ids) =>
        call('poolsOf', READ_FAULTS, () => {
          const asked = truth.people.flatMap(({ applications }) => applications.filter(({ id }) => ids.includes(id)));
          const told = asked.filter(({ at }) => truth.tellsPools && at + lags.pools <= time.now);
          for (const one of asked) if (!told.includes(one)) truth.untold.add(one.id);
          return told.map(({ id: applicationId, poolId = null }) => ({ applicationId, poolId }));
        }),
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
          takes(person.target);
          const made = add({ ...personOf(person), account: caller.account, by }, placesOf(person.target));
          if (person.note !== undefined) madeNote(truth, made, Number(person.note));
          return { candidateId: made.id, applicationId: made.applications[0]?.id, stage: STAGE };
        });
      },
      createApplication: ({ candidateId, target, attribution }) => {
        const by = attribution.sourceId ?? 0;
        caller.writes('application', by);
        return write('createApplication', () => {
          takes(target);
          const person = there(candidateId);
          const made = { ...placesOf(target)[0]!, id: freshId(), at: time.now, by };
          person.applications.push(made);
          world.note(`Greenhouse: application ${made.id} of ${candidateId}, by press ${by}`);
          madeApplication(truth, person, made);
          return { candidateId, applicationId: made.id, stage: STAGE };
        });
      },
      addNote: ({ candidateId, body }) => {
        const by = Number(body);
        caller.writes('note', by);
        return write('addNote', () => madeNote(truth, there(candidateId), by));
      },
      findNote: ({ candidateId, body }) =>
        call('findNote', READ_FAULTS, () =>
          truth.notes.some(
            (note) => note.candidateId === candidateId && note.by === Number(body) && note.at + lags.ids <= time.now,
          ),
        ),
      careerOf: (candidate) => call('careerOf', READ_FAULTS, () => careerOf(candidate)),
      careerThere: (candidateId) => listedAlong('careerThere', candidateId),
      addToCareer: (candidateId, { key }) => goesAlong('addToCareer', key, () => there(candidateId)),
      hasAttachment: async (candidateId, filename) => (await listedAlong('hasAttachment', candidateId)).includes(filename),
      addAttachment: ({ applicationId, filename }) =>
        goesAlong('addAttachment', filename, () =>
          there(truth.people.find(({ applications }) => applications.some(({ id }) => id === applicationId))?.id ?? 0),
        ),
      addTags: (candidateId, tags) =>
        write('addTags', () => {
          const person = there(candidateId);
          const missing = tags.filter((tag) => !person.tags.includes(tag));
          person.tags.push(...missing);
          return missing;
        }),
      linkPerson: (candidateId, { externalIds, links }) =>
        write('linkPerson', () => {
          const person = there(candidateId);
          if (person.at + lags.ids > time.now) throw new AppError('greenhouse/not-found').as('refused');
          if (person.externalIds.length === 0) person.linkedAt = time.now;
          person.externalIds = [...new Set([...person.externalIds, ...externalIds])];
          person.urls = [...new Set([...person.urls, ...links.map(({ url }) => url)])];
          return { added: [], leftOut: [] };
        }),
    };
    Object.assign(port, backOf(world, { write, there, caller }));
    return caller.kind === 'harvest' ? (port as Greenhouse) : offered(port);
  }

  /** What a partner key has a call for: of everything else it is asked nothing. */
  function offered({ can, clock, prepare, createPerson, findByIds, jobIsOpen, poolsOf }: Partial<Greenhouse>): Greenhouse {
    // A note that may not go with the person is refused.
    const addNote = () => Promise.reject(new AppError('greenhouse/not-offered').as('no'));
    const port = { can, clock, prepare, createPerson, findByIds, jobIsOpen, addNote, poolsOf };
    return new Proxy(port, {
      get(target, name) {
        // Whoever awaits a port looks whether it is a promise.
        if (name !== 'then') truth.must(name in target, 'a key is asked for what it offers');
        return target[name as keyof typeof target];
      },
    }) as object as Greenhouse;
  }

  return { add, freshId, portFor };
}

const placesOf = (target: Target): Place[] => [placeOf(target)].filter((place) => place !== undefined);

const FIELDS = {
  id: { name: 'External ID', state: 'there', type: 'short_text' },
  bucket: { name: 'External ID bucket', state: 'there', type: 'single_select' },
  buckets: 1024,
  fetchedAt: 0,
} as const;
