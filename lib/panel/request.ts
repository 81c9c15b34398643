/** The draft as an export: what the panel displays at the moment of the press, and nothing else. */
import { AppError } from '#lib/errors.ts';
import type { ExportRequest } from '#lib/export/schema.ts';

import { jobIdsOf, targetOf } from './choice.ts';
import type { Draft } from './draft.ts';
import { readyCandidate } from './ready.ts';
import type { Standing } from './verdict.ts';

export function requestOf(draft: Draft, standing: Standing, nameOf: (jobId: number) => string | undefined): ExportRequest {
  const { choice, reading } = draft;
  const target = targetOf(choice);
  if (!target) throw new AppError('export/no-job');
  const names = jobIdsOf(choice).map(nameOf).filter(Boolean);
  const note = draft.note.trim();
  return {
    id: draft.exportId,
    externalId: draft.externalId,
    aliases: [...reading.aliases],
    site: reading.site,
    url: reading.url ?? '',
    candidate: readyCandidate(draft.candidate),
    target,
    ...(names.length > 0 ? { jobName: names.join(', ') } : {}),
    ...(choice.sourceId === undefined ? {} : { sourceId: choice.sourceId }),
    ...(choice.referrerId === undefined ? {} : { referrerId: choice.referrerId }),
    tags: [...choice.tags],
    ...(note ? { note: { body: note, visibility: draft.noteVisibility } } : {}),
    ...(standing.is === 'known' ? { candidateId: standing.match.person.candidateId } : {}),
    createAnyway: standing.is === 'new' && standing.createAnyway,
  };
}
