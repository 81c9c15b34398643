/**
 * One act of the machine's, done: the only file of the outbox that awaits Greenhouse. Whatever comes of it is an event; it never
 * rejects.
 */
import type { Candidate } from '#lib/candidate/schema.ts';
import { AppError, type Sent, type WireError } from '#lib/errors.ts';
import type { Greenhouse } from '#lib/greenhouse/port.ts';
import type { KnownPerson } from '#lib/greenhouse/schema.ts';
import { isAnonymised } from '#lib/identity/agree.ts';
import type { FindRequest, Verdict } from '#lib/identity/schema.ts';

import { askedOf } from './asked-of.ts';
import type { Outside } from './effects.ts';
import { lostIn } from './evidence.ts';
import { linkOf } from './link.ts';
import type { Event } from './machine.ts';
import { noteInside } from './machine/arrived.ts';
import { oursOf, type Ours } from './own.ts';
import { follow, lookFor } from './perform-follow.ts';
import { lookBack, takeBack } from './perform-take-back.ts';
import { removedBy, stillThere, withoutRemoved } from './removed.ts';
import { idsOf, mayBeThere, unseenSend, type Row } from './row.ts';
import type { ExportRequest } from './schema.ts';
import { applicationAt, inPools, jobsOf } from './target.ts';

export interface Doing {
  greenhouse: Greenhouse;
  find: (request: FindRequest) => Promise<Verdict>;
  /** As whom any of these ids was exported from here, however long ago. */
  exported: (externalIds: readonly string[]) => Promise<number | undefined>;
  /** Somebody is in Greenhouse no more: what else this machine keeps of them goes. */
  forget?: ((candidateId: number) => Promise<unknown>) | undefined;
  /** This browser's other exports of whoever may be the same person. */
  others: (row: Row) => Promise<Row[]>;
  /** What stands for a text where only sameness counts. */
  hash: (text: string) => Promise<string>;
}

export async function perform(row: Row, act: Outside, doing: Doing): Promise<Event> {
  try {
    if (act.do === 'look' && act.whom === 'twins') return { is: 'looked', whom: 'twins', twins: await twins(row, doing) };
    if (act.do === 'look' && act.whom === 'back')
      return { is: 'looked', whom: 'back', seen: await lookBack(row, doing.greenhouse, await doing.others(row)) };
    if (act.do === 'look' && act.whom === 'pair') return await pair(row, doing.greenhouse);
    if (act.do === 'merge') {
      await doing.greenhouse.mergePeople(act.survivorId, act.otherId);
      return { is: 'merged' };
    }
    if (act.do === 'take-back') return await takeBack(row, act, doing.greenhouse, doing.forget);
    if (!row.request) throw new AppError('bug').as('no');
    return await done(row, row.request, act, doing);
  } catch (thrown) {
    const error = AppError.from(thrown);
    return failedOf(act, error.toWire(), error.sent);
  }
}

/** An act that came to nothing. */
export const failedOf = (act: Outside, error: WireError, sent: Sent): Event => ({
  is: 'failed',
  of: act.do,
  whom: 'whom' in act ? act.whom : undefined,
  which: 'which' in act ? act.which : undefined,
  error,
  sent,
});

async function done(
  row: Row,
  request: ExportRequest,
  act: Exclude<Outside, { do: 'take-back' | 'merge' }>,
  doing: Doing,
): Promise<Event> {
  const { greenhouse } = doing;
  switch (act.do) {
    case 'look': {
      if (act.whom === 'job') return { is: 'looked', whom: 'job', closed: await isClosed(request, greenhouse) };
      const others = await doing.others(row);
      const own = oursOf(row, others);
      const removed = removedBy(others);
      if (act.whom === 'before') return withoutRemoved(await lookBefore(row, request, own, doing), removed);
      return { is: 'looked', whom: 'lost', people: stillThere(await lookForLost(row, request, own, greenhouse), removed), own };
    }
    case 'make':
      return { is: 'made', created: await make(request, act, greenhouse) };
    case 'update':
      return {
        is: 'updated',
        candidateId: act.candidateId,
        linked: await greenhouse.linkPerson(act.candidateId, linkOf(request)),
      };
    case 'follow':
      return follow(row, request, act.which, doing);
    default:
      return lookFor(row, request, act.which, doing);
  }
}

async function pair({ view, target }: Row, greenhouse: Greenhouse): Promise<Event> {
  const both = [view.candidateId, view.twins?.[0]].filter((id) => id !== undefined);
  const people = await inPools(await greenhouse.findByIds(both), target, greenhouse);
  const idsOfThose = (some: (person: KnownPerson) => boolean) => people.filter(some).map(({ candidateId }) => candidateId);
  const isPlaced = ({ applications }: KnownPerson) => target !== undefined && applicationAt(target, applications) !== undefined;
  return { is: 'looked', whom: 'pair', there: idsOfThose(() => true), placed: idsOfThose(isPlaced) };
}

/** By our own ids, which are there in the clear when the person's data has gone. What was lost may have been made without them. */
async function twins(row: Row, { greenhouse, others }: Doing): Promise<number[]> {
  const sent = row.sends.at(-1);
  const there = await greenhouse.twins(idsOf(row), sent?.theirs ?? sent?.at ?? 0, row.looks > 0);
  const removed = removedBy(await others(row));
  return there.map(({ candidateId }) => candidateId).filter((id) => !removed.people.has(id));
}

type LookedBefore = Extract<Event, { whom: 'before' }>;

/** Once more, right before anything is sent, while what a create needs besides itself is fetched. */
async function lookBefore(row: Row, request: ExportRequest, own: Ours[], doing: Doing): Promise<LookedBefore> {
  const { greenhouse } = doing;
  // An update looks at the person itself.
  if (request.target.kind === 'update' && request.candidateId !== undefined) return looked({ own });
  const [found] = await Promise.all([whoIsIt(request, doing), greenhouse.prepare()]);
  // What was sent before, and nobody has seen, is looked for among everybody again; and whoever came since the recruiter looked, whom an
  // answer that is certain of the one before would hide.
  const late =
    (mayBeThere(row) || request.createAnyway) && greenhouse.can.findsPeople
      ? await lookForLost(row, request, own, greenhouse)
      : [];
  const known = new Set(found.people?.map(({ candidateId }) => candidateId));
  const people = [...(found.people ?? []), ...late.filter(({ candidateId }) => !known.has(candidateId))];
  return looked({ ...found, own, people: await inPools(people, request.target, greenhouse) });
}

const looked = (what: Partial<LookedBefore>): LookedBefore => ({
  is: 'looked',
  whom: 'before',
  people: [],
  agrees: [],
  own: [],
  gone: [],
  hidden: [],
  ...what,
});

async function whoIsIt(request: ExportRequest, { greenhouse, find, exported }: Doing): Promise<Partial<LookedBefore>> {
  const { candidateId } = request;
  if (candidateId !== undefined) {
    const people = (await greenhouse.findByIds([candidateId])).filter((person) => !isAnonymised(person));
    // Where only some can be read, not being shown somebody proves nothing.
    if (people.length > 0 || !greenhouse.can.findsPeople) return { people };
  }
  const ids = [request.externalId, ...request.aliases];
  const { kind, matches, blind } = await find(askedOf(request));
  const hidden = kind === 'new' && blind?.includes('not-shown') ? await exported(ids) : undefined;
  return {
    people: matches.map(({ person }) => person),
    agrees: matches.map(({ person, agrees }) => [person.candidateId, agrees.map(({ by }) => by)]),
    gone: candidateId === undefined ? [] : [candidateId],
    hidden: hidden === undefined ? [] : [hidden],
  };
}

/** By all that was sent along, the cheapest look first, until somebody is found who is them. */
async function lookForLost(row: Row, request: ExportRequest, own: Ours[], greenhouse: Greenhouse): Promise<KnownPerson[]> {
  const { externalId, aliases, url, candidate } = request;
  const { candidateId } = row.view;
  const sent = unseenSend(row);
  const looks =
    sent?.what === 'application' && candidateId !== undefined
      ? [() => greenhouse.findByIds([candidateId])]
      : [
          () => greenhouse.findByExternalIds([externalId, ...aliases]),
          ...candidate.emails.map(
            ({ value }) =>
              () =>
                greenhouse.findByEmail(value),
          ),
          ...(sent ? [() => greenhouse.findCreatedAround(sent.theirs ?? sent.at, [url])] : []),
        ];
  const found = new Map<number, KnownPerson>();
  for (const look of looks) {
    for (const person of await inPools(await look(), request.target, greenhouse)) found.set(person.candidateId, person);
    if ([...found.values()].some((person) => lostIn(person, row, request, own))) break;
  }
  return [...found.values()];
}

/** Of a job that Greenhouse does not show nobody knows. */
async function isClosed({ target }: ExportRequest, greenhouse: Greenhouse): Promise<boolean> {
  for (const jobId of jobsOf(target)) if ((await greenhouse.jobIsOpen(jobId)) === false) return true;
  return false;
}

/** The only place from which something is made in Greenhouse; called once per written sending. */
function make(request: ExportRequest, act: Extract<Outside, { do: 'make' }>, greenhouse: Greenhouse) {
  const { target, externalId, aliases, tags, sourceId, referrerId } = request;
  if (target.kind === 'update') throw new AppError('greenhouse/not-offered').as('no');
  const attribution = { sourceId, referrerId };
  if (act.what === 'application') return greenhouse.createApplication({ candidateId: act.candidateId, target, attribution });
  const note = noteInside(request, greenhouse.can);
  return greenhouse.createPerson({ candidate: withProfile(request), externalId, aliases, target, attribution, tags, note });
}

/** A lost create is found again by the profile's own address, so that address is always sent. */
const withProfile = ({ candidate, url, site }: ExportRequest): Candidate =>
  candidate.links.some((link) => link.url === url)
    ? candidate
    : { ...candidate, links: [{ url, kind: site }, ...candidate.links] };
