import * as z from 'zod/mini';

import type { Call } from './call.ts';
import { unprocessable, type Complaint } from './refusal.ts';

/** The body as JSON; an empty one is an empty object. */
export function jsonBody(call: Call): unknown {
  if (call.body.length === 0) return {};
  try {
    return JSON.parse(call.body.toString('utf8'));
  } catch {
    throw unprocessable('Request body is not valid JSON.');
  }
}

/** The body as the schema wants it; anything else is a 422 that names each fault (harvest-api §6). */
export function validBody<T>(schema: z.ZodMiniType<T>, body: unknown): T {
  const result = z.safeParse(schema, body);
  if (result.success) return result.data;
  throw unprocessable(...result.error.issues.flatMap((issue) => complaints(issue, body)));
}

function complaints(issue: z.core.$ZodIssue, body: unknown): Complaint[] {
  const at = dotted(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      (key) => `object property at \`/${[...issue.path, key].join('/')}\` is a disallowed additional property`,
    );
  }
  if (valueAt(body, issue.path) === undefined) return [{ [at]: 'is required' }];
  if (issue.code === 'invalid_value' && issue.message.startsWith('Invalid')) {
    return [{ [at]: `is not one of: ${JSON.stringify(issue.values)}` }];
  }
  if (issue.code === 'invalid_type') return [{ [at]: `is not of type: ${issue.expected}` }];
  return [{ [at]: issue.message }];
}

function valueAt(body: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    body,
  );
}

function dotted(path: PropertyKey[]): string {
  if (path.length === 0) return 'body';
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .slice(typeof path[0] === 'number' ? 0 : 1);
}
