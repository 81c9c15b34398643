import * as z from 'zod/mini';

import { FIRST_SOURCE, SOURCES } from '../company/structure.ts';
import type { Acting } from '../harvest/acting.ts';
import type { Call } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import type { Application } from '../store/rows.ts';

/** A call of the partner on behalf of a user; the partner itself stands in as `system` where rights do not matter. */
export type Partner = Acting & { system: Acting };

/** The source that the organisation knows this partner by. */
export const PARTNER_SOURCE = FIRST_SOURCE + SOURCES.findIndex(({ name }) => name === 'Gleaner');

export function partnerRefusal(status: number, message: string, field?: string, headers: Record<string, string> = {}): Refusal {
  return new Refusal(status, { errors: [field === undefined ? { message } : { message, field }] }, headers);
}

/** JSON that the schema takes; what does not parse is a 400, with the field where it is known (harvest-api §6). */
export function partnerBody<T>(call: Call, schema: z.ZodMiniType<T>): T {
  const result = z.safeParse(schema, parsed(call));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw partnerRefusal(400, issue?.message ?? 'Invalid request', issue?.path.join('.'));
}

function parsed(call: Call): unknown {
  try {
    return JSON.parse(call.body.toString('utf8'));
  } catch {
    throw partnerRefusal(400, 'Invalid JSON');
  }
}

export function profileUrl({ candidate_id, id }: Application): string {
  return `https://app.greenhouse.io/people/${candidate_id}?application_id=${id}`;
}
