/** Fictional people, jobs and answers of Greenhouse for the panel's tests. */
import type { Reading } from '#lib/candidate/reading.ts';
import type { ExportView } from '#lib/export/schema.ts';
import type { Choices, Job, JobList } from '#lib/greenhouse/schema.ts';
import type { Verdict } from '#lib/identity/schema.ts';
import type { Connection } from '#lib/storage/schema.ts';

export const NOW = Date.parse('2026-05-04T09:00:00Z');

export const connection: Connection = {
  kind: 'harvest',
  clientId: 'client',
  actingEmail: 'jonas@birch.example',
  identity: {
    organisation: { id: '1', name: 'Birch Labs' },
    actingUser: { id: 7, name: 'Jonas Reed', email: 'jonas@birch.example', siteAdmin: false },
  },
  rights: [],
  testedAt: NOW,
};

/** Connected with a partner key: Greenhouse does not tell whose it is. */
export const partnerConnection: Connection = {
  kind: 'partner',
  actingEmail: connection.actingEmail,
  identity: { organisation: null, actingUser: connection.identity!.actingUser },
  rights: [],
  testedAt: NOW,
};

/** The reading of a person by slug, with the parts that a test is about on top. */
export function readingOf(
  slug: string,
  over: Partial<NonNullable<Reading['candidate']>> = {},
  rest: Partial<Reading> = {},
): Reading {
  return {
    status: 'complete',
    site: 'linkedin',
    externalId: `linkedin:${slug}`,
    url: `https://www.linkedin.com/in/${slug}`,
    aliases: [],
    missing: [],
    evidence: {
      firstName: { from: 'landmark', confidence: 0.95 },
      lastName: { from: 'landmark', confidence: 0.95 },
      title: { from: 'headline', confidence: 0.5 },
      company: { from: 'landmark', confidence: 0.9 },
    },
    candidate: {
      firstName: 'Mira',
      lastName: 'Okafor',
      title: 'Site Reliability Engineer',
      company: 'Quayside',
      emails: [{ value: 'mira@okafor.example', type: 'personal' }],
      phones: [],
      links: [],
      positions: [],
      education: [],
      skills: [],
      languages: [],
      ...over,
    },
    ...rest,
  };
}

export const mira = readingOf('mira-okafor-fixture');
export const tomas = readingOf('tomas-brandt-fixture', { firstName: 'Tomas', lastName: 'Brandt', emails: [] });

export const job = (id: number, name: string, over: Partial<Job> = {}): Job => ({ id, name, offices: [], mine: false, ...over });

export const STAFF = job(9102, 'Staff Backend Engineer', {
  requisitionId: 'R-2041',
  department: 'Engineering',
  offices: ['Berlin'],
});
export const PLATFORM = job(9088, 'Platform Engineer', { requisitionId: 'R-1987', offices: ['Remote EU'], mine: true });

export const jobList: JobList = {
  jobs: [STAFF, PLATFORM],
  fetchedAt: NOW - 5 * 60_000,
  hidden: { confidential: 0, template: 0, noPermission: 3 },
  scoped: true,
};

export const choices: Choices = {
  sources: [
    { id: 77, name: 'LinkedIn (Prospecting)' },
    { id: 78, name: 'Referral' },
  ],
  credits: [
    { id: 6, name: 'Ana Duarte', me: false },
    { id: 5, name: 'Jonas Reed', me: true },
  ],
  pools: [{ id: 12, name: 'Nordics 2026', stages: [{ id: 121, name: 'Contacted' }] }],
  tags: ['Kubernetes'],
  fetchedAt: NOW,
  refused: [],
};

export const nobody: Verdict = { kind: 'new', matches: [], checked: ['export', 'email'], checkedAt: NOW };

/** What this machine answers of somebody whom it does not know. */
export const nobodyHere: Verdict = { ...nobody, checked: ['export', 'index'], local: true };

/** Somebody in Greenhouse who is active on the platform job. */
export const matchOf = (candidateId: number, firstName = 'Mira'): Verdict['matches'][number] => ({
  person: {
    candidateId,
    firstName,
    lastName: 'Okafor',
    tags: [],
    emails: ['mira@okafor.example'],
    lastActivityAt: '2026-03-04T09:00:00Z',
    applications: [
      {
        id: 31,
        jobId: PLATFORM.id,
        jobName: PLATFORM.name,
        prospect: false,
        prospectiveJobIds: [],
        status: 'active',
        stage: 'Phone Screen',
        recruiter: 'Ana Duarte',
      },
    ],
  },
  agrees: [{ by: 'email', value: 'mira@okafor.example' }],
});

export const known: Verdict = { ...nobody, kind: 'known', matches: [matchOf(550)] };
export const possible: Verdict = { ...nobody, kind: 'possible', matches: [matchOf(550), matchOf(551, 'Miriam')] };

export const viewOf = (over: Partial<ExportView> = {}): ExportView => ({
  id: '00000000-0000-4000-8000-00000000aaaa',
  externalId: 'linkedin:mira-okafor-fixture',
  name: 'Mira Okafor',
  state: 'held',
  startedAt: NOW,
  heldUntil: NOW + 10_000,
  followUps: [],
  ...over,
});

/** This machine knows that they are there, and nothing else of them. */
export const knownHere = (candidateId = 550): Verdict => ({
  ...nobodyHere,
  kind: 'known',
  matches: [
    {
      person: { candidateId, firstName: '', lastName: '', tags: [], emails: [], applications: [] },
      agrees: [{ by: 'profile', value: 'https://www.linkedin.com/in/mira-okafor-fixture' }],
    },
  ],
});
