/** How the people of exports that have arrived are called: a row that is over holds no name, and what is read here is written nowhere. */
import { lately } from './lately.ts';
import { hereOf, type Connected } from './outbox.ts';
import type { Row } from './row.ts';
import type { Called } from './schema.ts';

/** As far as Greenhouse shows them, and of nobody else's exports. @param rows the newest first. */
export async function namesOf(rows: readonly Row[], here: Connected | undefined): Promise<Called[]> {
  const ours = rows.filter((row) => hereOf(row, here, false) === 'ours').map(({ view }) => view);
  const ids = new Set(lately(ours).flatMap(({ candidateId }) => candidateId ?? []));
  const people = here && ids.size > 0 ? await (await here.greenhouse()).findByIds([...ids]) : [];
  return people.map(({ candidateId, firstName, lastName }) => ({ candidateId, name: `${firstName} ${lastName}`.trim() }));
}
