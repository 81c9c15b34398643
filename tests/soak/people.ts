/** Fictional people, each with a handle that stands in all that is ever said of them. */
import type { ExportRequest } from '#lib/export/schema.ts';

import { exportRequest } from '../support/export-request.ts';

export const handleOf = (epoch: number, nth: number): string => `soak-${epoch}-${nth}-fixture`;
export const handleIn = (text: string): string | undefined => /soak-\d+-\d+-fixture/.exec(text)?.[0];

/** On the same site under its two ids. */
export type Met = 'linkedin' | 'linkedin-sales';

/** @param press by which its id and its note are told from all others. */
export function requestFor(handle: string, met: Met, press: number, jobId: number, extras: boolean): ExportRequest {
  const url = `https://www.linkedin.com/in/${handle}/`;
  const [epoch = '', nth = ''] = handle.split('-').slice(1);
  return exportRequest({
    id: `00000000-0000-4000-8000-${String(press).padStart(12, '0')}`,
    externalId: `${met}:${handle}`,
    aliases: [`${met === 'linkedin' ? 'linkedin-sales' : 'linkedin'}:${handle}`],
    url,
    candidate: {
      ...exportRequest().candidate,
      firstName: `Sol ${epoch}`,
      lastName: `Fixture ${nth}`,
      emails: [{ value: `${handle}@mail.example`, type: 'personal' }],
      links: [{ url, kind: 'linkedin' }],
    },
    target: { kind: 'candidate', jobId },
    ...(extras ? { tags: ['Soak'], note: { body: `${handle}, press ${press}`, visibility: 'public' as const } } : {}),
  });
}
