/**
 * One call as a report for support tells it: what was asked, what came of it, and nothing of what was in it. Masked by construction:
 * of what is sent only the names that we gave it are taken, and the numbers by which Greenhouse calls its records.
 */
import * as z from 'zod/mini';

import type { Sent } from '../errors.ts';

export const callRecordSchema = z.object({
  method: z.string(),
  /** Without the host. */
  path: z.string(),
  /** Names, those of records with their numbers: `email`, `candidate_ids=7`. */
  query: z.array(z.string()),
  /** The same; of an object within with its name before them: `application.job_id=9`. */
  body: z.array(z.string()),
  /** 0 where no answer came. */
  status: z.number(),
  /** How long it took, in milliseconds. */
  ms: z.number(),
  /** When it left, epoch milliseconds, by the device's clock. */
  at: z.number(),
  /** By which Greenhouse finds it in its own records. */
  requestId: z.optional(z.string()),
  /** Whether it may have been done although it failed; absent when it did not. */
  sent: z.optional(z.enum(['no', 'refused', 'unknown'])),
});
export type CallRecord = z.infer<typeof callRecordSchema>;

export interface Listener {
  heard: (call: CallRecord) => void;
  now: () => number;
}

interface Asked {
  method: string;
  url: string;
  json?: unknown;
  form?: Record<string, string>;
}

const NAME = /^[a-z_]{1,60}(?:\[[a-z]{2,3}\])?$/;
const NUMBERS = /^\d{1,15}(?:,\d{1,15})*$/;
const REQUEST_ID = /^[\w-]{1,100}$/;

function named(name: string, value: unknown): string[] {
  if (!NAME.test(name)) return ['…'];
  return /(?:^|_)ids?$/.test(name) && NUMBERS.test(String(value)) ? [`${name}=${String(value)}`] : [name];
}

function namesIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [];
  return Object.entries(body).flatMap(([name, value]) => {
    const within = namesIn(value);
    return within.length > 0 && NAME.test(name) ? within.map((one) => `${name}.${one}`) : named(name, value);
  });
}

/** To be told how the call ended; it may be told nothing of an answer. */
export function record({ heard, now }: Listener, { method, url, json, form }: Asked): (answer?: Response, sent?: Sent) => void {
  const at = now();
  const { pathname, searchParams } = new URL(url);
  return (answer, sent) => {
    const requestId = answer?.headers.get('x-request-id') ?? '';
    heard({
      method: method.toUpperCase(),
      path: pathname,
      query: [...searchParams].flatMap(([name, value]) => named(name, value)),
      body: namesIn(json ?? form),
      status: answer?.status ?? 0,
      // Whoever sets the clock meanwhile makes no time run backwards.
      ms: Math.max(0, now() - at),
      at,
      ...(REQUEST_ID.test(requestId) ? { requestId } : {}),
      ...(sent ? { sent } : {}),
    });
  };
}
