/** The draft as an export: what the panel displays at the moment of the press, and nothing else. */
import { AppError } from '#lib/errors.ts';
import type { ExportRequest } from '#lib/export/schema.ts';

import { jobIdsOf, targetOf } from './choice.ts';
import type { Draft } from './draft.ts';
import { readyCandidate } from './ready.ts';
import type { Standing } from './standing.ts';
import type { MainAction } from './action.ts';

interface Wanted {
  standing: Standing;
  does: MainAction['does'];
  nameOf: (jobId: number) => string | undefined;
}

export function requestOf(draft: Draft, { standing, does, nameOf }: Wanted): ExportRequest {
  const { choice, reading } = draft;
  const target = does === 'update' ? ({ kind: 'update' } as const) : targetOf(choice);
  if (!target) throw new AppError('export/no-job');
  const names = does === 'update' ? [] : jobIdsOf(choice).map(nameOf).filter(Boolean);
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
