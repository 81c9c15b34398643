/** A recruiter who looks into Greenhouse before they answer, and says what is so. */
import type { ExportAnswer, ExportView } from '#lib/export/schema.ts';

import type { Truth } from './truth.ts';

/** What they would press now; nothing while there is nothing to press. */
export function pressed(view: ExportView, { people }: Truth, now: number): ExportAnswer | undefined {
  const [person] = people;
  if (view.state !== 'needs-you') return view.retryAt !== undefined && view.retryAt > now ? { do: 'retry' } : undefined;
  switch (view.question) {
    case 'known':
    case 'gone':
    case 'hidden': {
      const theirs = people.find((id) => view.candidateIds?.includes(id));
      return theirs === undefined ? { do: 'create-anyway' } : { do: 'add-to', candidateId: theirs };
    }
    case 'unknown-outcome':
      return person === undefined ? { do: 'create-anyway' } : { do: 'retry' };
    case 'cannot-look':
      return person === undefined ? { do: 'create-anyway' } : { do: 'is-there', candidateId: person };
    default:
      return { do: 'retry' };
  }
}
