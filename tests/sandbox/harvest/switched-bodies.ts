import type { Answer } from '../http/call.ts';
import type { Quirks } from '../quirks.ts';

/** The bodies of 403 and 429 have never been published; each can be had in three shapes (harvest-api §12 #3, #4). */
const SWITCH: Record<number, 'forbiddenBody' | 'tooManyBody'> = { 403: 'forbiddenBody', 429: 'tooManyBody' };

export function asSwitched(quirks: Quirks, answer: Answer): Answer {
  const name = SWITCH[answer.status];
  const shape = name === undefined ? 'errors' : quirks[name];
  if (shape === 'errors') return answer;
  const { body, ...rest } = answer;
  return shape === 'empty' ? rest : { ...rest, body: { message: (body as { message: string }).message } };
}
