/** Kinds of exports, each of somebody whom no other export is about. */
import type { ExportRequest } from '#lib/export/schema.ts';

import type { Fault, Sandbox } from '../sandbox/server.ts';

/**
 * How the browser is connected: `fields`, where Greenhouse has the fields for external ids; `admin`: there, by somebody who may delete;
 * `plain`, where there are none; `partner`, by a partner key.
 */
export type Connected = 'fields' | 'plain' | 'partner' | 'admin';

/** What a recruiter wants of an export that stands. */
export type Wish = 'undo' | 'merge' | 'step-back';

export interface Flavour {
  connected: Connected;
  /** Pressed in the panel beside the person's page, instead of asked for as the panel does. */
  byHand?: boolean;
  request: (nth: number, sandbox: Sandbox) => ExportRequest;
  /** What Greenhouse refuses of it even when nothing goes wrong. */
  refused?: Fault;
  /** The export went well before, but that a colleague made the same person where there are two: what fails is what is wanted then. */
  wish?: Wish;
}

/** Flavours with the same answer can share a browser. */
export const kindOf = ({ connected, byHand = false }: Flavour): string => (byHand ? `${connected} by hand` : connected);

export const JOB = 9001;
const NOTE = 'Met at the harbour meetup.\nWrite in the evening.';
const TAG = 'Conference speaker';
/** One of the organisation's list. */
const SCHOOL = 'Birkenfeld University';

function newcomer(nth: number, changes: Partial<ExportRequest> = {}): ExportRequest {
  const handle = `ines-${nth}-fixture`;
  const url = `https://www.linkedin.com/in/${handle}/`;
  return {
    id: crypto.randomUUID(),
    externalId: `linkedin:${handle}`,
    aliases: [],
    site: 'linkedin',
    url,
    candidate: {
      firstName: 'Ines',
      lastName: `Fixture ${nth}`,
      headline: 'Harbour engineer',
      emails: [{ value: `${handle}@fixture.example`, type: 'personal' }],
      phones: [],
      links: [{ url, kind: 'linkedin' }],
      positions: [{ title: 'Engineer', company: 'Fjordtech', start: '2021-03', end: null, current: true }],
      education: [],
      skills: [],
      languages: [],
    },
    target: { kind: 'candidate', jobId: JOB },
    jobName: 'Staff Backend Engineer',
    tags: [TAG],
    note: { body: `${NOTE}\n${handle}`, visibility: 'public' },
    createAnyway: false,
    ...changes,
  };
}

/** Somebody of the seed, met on a profile that Greenhouse does not know yet. */
function known(nth: number, sandbox: Sandbox, changes: Partial<ExportRequest> = {}): ExportRequest {
  const { candidates = [], applications = [] } = sandbox.state();
  const jobsOf = Map.groupBy(applications, ({ candidate_id }) => candidate_id);
  // All alike, so that all are asked the same about: one live application, to another job.
  const isFit = (row: Record<string, unknown>): boolean => {
    const [application, ...more] = jobsOf.get(row['id']) ?? [];
    // A prospect may be on no job, and then nothing is asked about it.
    const isOnOther = typeof application?.['job_id'] === 'number' && application['job_id'] !== JOB;
    const elsewhere = application?.['status'] === 'in_process' && isOnOther && more.length === 0;
    return (
      elsewhere && !row['private'] && !(row['tags'] as string[]).includes(TAG) && (row['email_addresses'] as object[]).length > 0
    );
  };
  const person = candidates.toReversed().filter(isFit)[nth];
  if (!person) throw new Error('the seed has nobody left');
  const request = newcomer(nth, { candidateId: person['id'] as number, ...changes });
  const emails = (person['email_addresses'] as { value: string }[]).map(({ value }) => ({ value, type: 'personal' as const }));
  return { ...request, candidate: { ...request.candidate, emails } };
}

const withoutNote = (request: ExportRequest): ExportRequest => {
  const { note: _none, ...rest } = request;
  return rest;
};

export const FLAVOURS: Record<string, Flavour> = {
  new: { connected: 'fields', request: (nth) => newcomer(nth) },
  pressed: {
    connected: 'fields',
    byHand: true,
    request: (nth) => {
      const request = withoutNote(newcomer(nth, { tags: [] }));
      return { ...request, candidate: { ...request.candidate, emails: [] } };
    },
  },
  prospect: {
    connected: 'fields',
    request: (nth) => withoutNote(newcomer(nth, { target: { kind: 'prospect', jobIds: [] }, tags: [] })),
  },
  known: { connected: 'fields', request: (nth, sandbox) => known(nth, sandbox) },
  update: {
    connected: 'fields',
    request: (nth, sandbox) => withoutNote(known(nth, sandbox, { target: { kind: 'update' }, tags: [] })),
  },
  // With their career as records of Greenhouse's own, and the profile as a file.
  career: {
    connected: 'fields',
    request: (nth) => {
      const { candidate, ...request } = withoutNote(newcomer(nth, { tags: [] }));
      const education = [{ school: SCHOOL, start: '2015', end: '2019' }];
      const file = { title: `Profile ${nth}`, text: 'Harbour engineer at Fjordtech.' };
      return { ...request, candidate: { ...candidate, education }, career: ['employments', 'educations'], file };
    },
  },
  // A second record on purpose, beside somebody with the same address.
  second: {
    connected: 'fields',
    request: (nth, sandbox) => {
      const { candidateId: _not, ...request } = withoutNote(known(nth, sandbox, { tags: [], createAnyway: true }));
      return request;
    },
  },
  // Refused because of the fields, and made without them.
  unlinked: {
    connected: 'fields',
    request: (nth) => withoutNote(newcomer(nth, { tags: [] })),
    refused: {
      match: { method: 'POST', path: '/v3/candidates', about: 'custom_fields' },
      times: 99,
      do: 'status',
      status: 422,
      body: { errors: [{ message: 'is invalid', field: 'custom_fields' }] },
    },
  },
  // Nothing to be found by but an address of a profile.
  bare: {
    connected: 'plain',
    request: (nth) => {
      const request = newcomer(nth, { tags: [] });
      return { ...request, candidate: { ...request.candidate, emails: [] } };
    },
  },
  partner: { connected: 'partner', request: (nth) => newcomer(nth, { tags: [] }) },
  // Somebody new, and somebody known on a job: deleted again, each with what was done for them.
  'taken-back': { connected: 'admin', wish: 'undo', request: (nth) => newcomer(nth) },
  parted: { connected: 'admin', wish: 'undo', request: (nth, sandbox) => known(nth, sandbox) },
  // Two records of one person; what was to follow goes to the one that stays, or is left out.
  merged: { connected: 'admin', wish: 'merge', request: (nth) => newcomer(nth) },
  'stepped-back': { connected: 'admin', wish: 'step-back', request: (nth) => newcomer(nth) },
};
