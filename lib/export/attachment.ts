/** The profile as a text file. It hangs on an application: of whoever was added to none, on the newest that they have. */
import { AppError } from '#lib/errors.ts';
import type { Greenhouse } from '#lib/greenhouse/port.ts';

import type { ExportRequest } from './schema.ts';
import type { Following } from './steps.ts';

/** By the export's own id it is told from every other file. */
const filenameOf = ({ id, file }: ExportRequest): string => `${file?.title ?? ''} ${id.slice(0, 8)}.txt`;

export async function attach({ greenhouse, request, candidateId, applicationId }: Following): Promise<void> {
  if (!request.file) return;
  await greenhouse.addAttachment({
    applicationId: applicationId ?? (await applicationOf(greenhouse, candidateId)),
    filename: filenameOf(request),
    text: request.file.text,
  });
}

export const isAttached = ({ greenhouse, request, candidateId }: Following): Promise<boolean | undefined> =>
  greenhouse.hasAttachment(candidateId, filenameOf(request));

/** Rejects with `greenhouse/not-found` while Greenhouse shows none. */
async function applicationOf(greenhouse: Greenhouse, candidateId: number): Promise<number> {
  const [person] = await greenhouse.findByIds([candidateId]);
  const applications = person?.applications ?? [];
  const active = applications.filter(({ status }) => status === 'active');
  const ids = (active.length > 0 ? active : applications).map(({ id }) => id);
  if (ids.length === 0) throw new AppError('greenhouse/not-found').as('no');
  return Math.max(...ids);
}
