import type { ExportRequest } from '#lib/export/schema.ts';

/** A complete export of a fictional person; what a test is about is overridden. */
export const exportRequest = (changes: Partial<ExportRequest> = {}): ExportRequest => ({
  id: '7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b01',
  externalId: 'linkedin:mira-okafor-fixture',
  aliases: ['linkedin-member:4000000001'],
  site: 'linkedin',
  url: 'https://www.linkedin.com/in/mira-okafor-fixture/',
  candidate: {
    firstName: 'Mira',
    lastName: 'Okafor',
    emails: [{ value: 'mira@okafor.example', type: 'personal' }],
    phones: [],
    links: [{ url: 'https://www.linkedin.com/in/mira-okafor-fixture/', kind: 'linkedin' }],
    positions: [],
    education: [],
    skills: [],
    languages: [],
  },
  target: { kind: 'candidate', jobId: 41 },
  jobName: 'Staff Backend Engineer',
  tags: [],
  createAnyway: false,
  ...changes,
});
