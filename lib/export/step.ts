/**
 * One step of an export: given the row as it was last written, what comes next. Each returned row is written down before the
 * step after it is taken. The frightening part is `creating`: Greenhouse has no idempotency key and refuses no duplicate, so
 * a create is sent only in the very run that wrote `creating`. Found in that state later, its outcome is unknown, and the
 * person is looked for instead.
 */
import type { Candidate } from '#lib/candidate/schema.ts';
import { AppError } from '#lib/errors.ts';
import type { Created, Greenhouse } from '#lib/greenhouse/port.ts';
import type { FindRequest, Verdict } from '#lib/identity/schema.ts';

import { linked, withFollowUp, withThoseOfTheKnown } from './follow-ups.ts';
import { linkOf } from './link.ts';
import { findLost } from './lost.ts';
import type { Row } from './rows.ts';
import type { ExportRequest, ExportView } from './schema.ts';
import { applicationAt } from './target.ts';

export interface StepPorts {
  greenhouse(): Promise<Greenhouse>;
  find(request: FindRequest): Promise<Verdict>;
  now(): number;
}

/** How long a lost create is looked for before the recruiter is asked: Greenhouse may list new records minutes late. */
export const PATIENCE_MS = 5 * 60_000;
const LOOK_AGAIN_MS = 15_000;

type Step = (row: Row, request: ExportRequest, ports: StepPorts) => Promise<Row>;

/** A row going on: what stopped it before is over. */
export function going(row: Row, state: ExportView['state'], changes: Partial<ExportView> = {}): Row {
  const { error: _e, question: _q, candidateIds: _c, retryAt: _r, heldUntil: _h, ...view } = row.view;
  return { ...row, view: { ...view, ...changes, state } };
}

/** Once more, right before anything is sent: is the person known by now, and perhaps already on this job? */
export const match: Step = async (row, request, ports) => {
  const known = request.candidateId ?? (request.createAnyway ? undefined : await lookUp(request, ports));
  if (typeof known === 'object') return going(row, 'needs-you', { question: 'known', candidateIds: known.candidateIds });
  // Nobody is made by an update.
  if (known === undefined && request.target.kind === 'update') throw new AppError('greenhouse/not-found');
  if (known === undefined) return { ...going(row, 'creating'), sentAt: ports.now() };
  const greenhouse = await ports.greenhouse();
  if (request.target.kind === 'update') return update(row, request, known, greenhouse);
  const [person] = await greenhouse.findByIds([known]);
  if (!person && greenhouse.can.findsPeople) throw new AppError('greenhouse/not-found');
  const there = person && applicationAt(request.target, person.applications);
  const followed = withThoseOfTheKnown(row, request, greenhouse);
  if (there) return going(followed, 'created', { candidateId: known, applicationId: there.id, outcome: 'already-there' });
  if (!greenhouse.can.addsApplications) return going(row, 'needs-you', { question: 'known', candidateIds: [known] });
  return { ...going(followed, 'creating', { candidateId: known }), sentAt: ports.now() };
};

/** Nothing is made, and writing what is missing may be repeated: so nothing has to be written down before. */
async function update(row: Row, request: ExportRequest, candidateId: number, greenhouse: Greenhouse): Promise<Row> {
  const link = await greenhouse.linkPerson(candidateId, linkOf(request)).catch((thrown: unknown) => {
    // Whether it arrived or not, once more does no harm.
    throw AppError.from(thrown).code === 'greenhouse/unknown-outcome' ? new AppError('greenhouse/unreachable') : thrown;
  });
  const followed = linked(withThoseOfTheKnown(row, request, greenhouse), link);
  return going(followed, 'created', { candidateId, outcome: 'updated', added: link.added });
}

/** Our own earlier export settles it, or the recruiter's word; somebody found by anything else is for the recruiter to decide. */
async function lookUp(request: ExportRequest, ports: StepPorts): Promise<number | { candidateIds: number[] } | undefined> {
  const { matches } = await ports.find({
    externalIds: [request.externalId, ...request.aliases],
    emails: request.candidate.emails.map(({ value }) => value),
    phones: request.candidate.phones.map(({ value }) => value),
    urls: [request.url],
  });
  const [match] = matches;
  if (match?.agrees.some(({ by }) => by === 'export' || by === 'said')) return match.person.candidateId;
  return match ? { candidateIds: matches.map(({ person }) => person.candidateId) } : undefined;
}

/** The only place from which something is made in Greenhouse; called once per written `creating`. */
export const create: Step = async (row, request, ports) => {
  const greenhouse = await ports.greenhouse();
  const attribution = { sourceId: request.sourceId, referrerId: request.referrerId };
  const { candidateId } = row.view;
  const { target } = request;
  if (target.kind === 'update') throw new AppError('greenhouse/not-offered');
  if (candidateId !== undefined) return arrived(row, await greenhouse.createApplication({ candidateId, target, attribution }));
  const note = noteInside(request, greenhouse);
  const { externalId, aliases, tags } = request;
  try {
    const person = { candidate: withProfile(request), externalId, aliases, target, attribution, tags, note };
    const created = await greenhouse.createPerson(person);
    const noted = note === undefined ? row : withFollowUp(row, { step: 'note', state: 'done' });
    return arrived(created.unlinked ? withFollowUp(noted, { step: 'identity', state: 'waiting' }) : noted, created);
  } catch (thrown) {
    if (greenhouse.can.findsPeople || AppError.from(thrown).code !== 'greenhouse/unknown-outcome') throw thrown;
    return unanswered(row);
  }
};

/** A note that goes with the person is everybody's to read; one that was meant for fewer stays behind, and is told as not added. */
const noteInside = ({ note }: ExportRequest, { can }: Greenhouse): string | undefined =>
  can.notes === 'withPerson' && note?.visibility === 'public' ? note.body : undefined;

/** Nobody can be looked up with this credential, so waiting would tell no more: the recruiter looks. */
const unanswered = (row: Row): Row => going(row, 'needs-you', { question: 'cannot-look' });

/**
 * A lost create is found again by the profile's own address, so that address is always sent. Other links are no key: a team's
 * page is shared by everybody on it.
 */
const withProfile = ({ candidate, url, site }: ExportRequest): Candidate =>
  candidate.links.some((link) => link.url === url)
    ? candidate
    : { ...candidate, links: [{ url, kind: site }, ...candidate.links] };

const arrived = (row: Row, { candidateId, applicationId, pageUrl }: Created): Row =>
  going(row, 'created', {
    candidateId,
    ...(applicationId === undefined ? {} : { applicationId }),
    ...(pageUrl === undefined ? {} : { pageUrl }),
    outcome: row.view.candidateId === undefined ? 'created' : 'added',
  });

/** For a create whose answer never came. Looks, waits for Greenhouse's lag, looks again; in the end asks the recruiter. */
export const lookForLost: Step = async (row, request, ports) => {
  const greenhouse = await ports.greenhouse();
  if (!greenhouse.can.findsPeople) return unanswered(row);
  const now = ports.now();
  const found = await findLost(row, request, greenhouse);
  if (found) return arrived(row, found);
  if (Math.abs(now - (row.sentAt ?? 0)) > PATIENCE_MS) return going(row, 'needs-you', { question: 'unknown-outcome' });
  return going(row, 'creating', { error: { code: 'greenhouse/unknown-outcome' }, retryAt: now + LOOK_AGAIN_MS });
};
