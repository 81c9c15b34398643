import type { Answer, Call } from '../http/call.ts';
import { noSuchRoute } from '../http/refusal.ts';
import type { World } from '../world.ts';

/** Candidate Ingestion, `/v1/partner/*` (harvest-api §ING). */
export function partner(_world: World, _call: Call): Answer {
  throw noSuchRoute();
}
