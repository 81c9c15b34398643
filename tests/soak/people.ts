/** Fictional people, each with a handle that stands in all that is ever said of them. */
import type { ExportRequest } from '#lib/export/schema.ts';

import { exportRequest } from '../support/export-request.ts';

export const handleOf = (epoch: number, nth: number): string => `soak-${epoch}-${nth}-fixture`;
export const handleIn = (text: string): string | undefined => /soak-\d+-\d+-fixture/.exec(text)?.[0];

/** On the same site under its two ids. */
export type Met = 'linkedin' | 'linkedin-sales';

/** What goes with somebody: nothing, a note and a tag, or their career and a file beside these. */
export type Along = 'nothing' | 'note' | 'career';

/** One of the company's list. */
const SCHOOL = 'Birkenfeld University';

/** @param press by which its id, its note and its file are told from all others. */
export function requestFor(handle: string, met: Met, press: number, jobId: number, along: Along): ExportRequest {
  const url = `https://www.linkedin.com/in/${handle}/`;
  const [epoch = '', nth = ''] = handle.split('-').slice(1);
  const { candidate } = exportRequest();
  return exportRequest({
    id: `00000000-0000-4000-8000-${String(press).padStart(12, '0')}`,
    externalId: `${met}:${handle}`,
    aliases: [`${met === 'linkedin' ? 'linkedin-sales' : 'linkedin'}:${handle}`],
    url,
    candidate: {
      ...candidate,
      firstName: `Sol ${epoch}`,
      lastName: `Fixture ${nth}`,
      emails: [{ value: `${handle}@mail.example`, type: 'personal' }],
      links: [{ url, kind: 'linkedin' }],
      positions: [{ title: 'Engineer', company: `Fjordtech ${nth}`, start: '2021-03', current: true }],
      education: [{ school: SCHOOL, start: '2015', end: '2019' }],
    },
    target: { kind: 'candidate', jobId },
    ...(along === 'nothing' ? {} : { tags: ['Soak'], note: { body: noteOf(handle, press), visibility: 'public' as const } }),
    ...(along === 'career' ? careerOf(handle, press) : {}),
  });
}

const noteOf = (handle: string, press: number): string => `${handle}, press ${press}.`;

const careerOf = (handle: string, press: number): Pick<ExportRequest, 'career' | 'file'> => ({
  career: ['employments', 'educations'],
  file: { title: `${handle}, press ${press}`, text: 'An engineer of Fjordtech.' },
});
