/** Every way in which a call to Greenhouse can fail, and what the client must make of it. */
import type { ErrorCode, ErrorDetail, Sent } from '#lib/errors.ts';
import type { Fault } from '#tests/sandbox/server.ts';

interface Outcome {
  code: ErrorCode;
  detail?: ErrorDetail;
  /** Whether it may have been done all the same. */
  sent?: Sent;
}

export interface Failure {
  title: string;
  fault: Omit<Fault, 'match'>;
  /** Of a list, which may be asked again; nothing where that helps. */
  read: Outcome | undefined;
  /** Of a write, which is never sent again; nothing where nothing is lost. */
  write: Outcome | undefined;
  /** How often it is sent at most. */
  sent: { read: number; write: number };
}

const ONCE = { read: 1, write: 1 };
/** A list is tried three times. */
const THRICE = { read: 3, write: 1 };

const UNREACHABLE = { code: 'greenhouse/unreachable' } as const;
const GARBLED = { code: 'greenhouse/garbled' } as const;
const UNKNOWN = { code: 'greenhouse/unknown-outcome', sent: 'unknown' } as const;

const status = (given: number, body?: unknown, headers?: Record<string, string>): Failure['fault'] => ({
  do: 'status',
  status: given,
  times: 9,
  ...(body === undefined ? {} : { body }),
  ...(headers ? { headers } : {}),
});

const refused = (title: string, fault: Failure['fault'], code: ErrorCode, detail: ErrorDetail): Failure => ({
  title,
  fault,
  read: { code, detail, sent: 'no' },
  write: { code, detail, sent: 'refused' },
  sent: ONCE,
});

const invalid = (shape: string, body: object, fields: string[]): Failure =>
  refused(`422 with ${shape}`, status(422, body), 'greenhouse/invalid', { status: 422, fields });

const lost = (title: string, fault: Failure['fault'], read: Outcome, sent: Failure['sent']): Failure => ({
  title,
  fault,
  read: { ...read, sent: 'no' },
  write: UNKNOWN,
  sent,
});

const HTML = { 'Content-Type': 'text/html' };
const TEN_MEGABYTES = 10 * 1024 * 1024;

export const FAILURES: Failure[] = [
  {
    title: 'a token that is refused once',
    fault: { ...status(401, { message: 'Unauthorized' }), times: 1 },
    read: undefined,
    write: undefined,
    sent: { read: 2, write: 2 },
  },
  {
    ...refused('a token that is refused twice', status(401, { message: 'Unauthorized' }), 'greenhouse/unauthorized', {
      status: 401,
    }),
    sent: { read: 2, write: 2 },
  },
  refused('404', status(404, { message: 'Resource not found', errors: 'Record not found' }), 'greenhouse/not-found', {
    status: 404,
  }),
  {
    title: 'a rate limit that ends soon',
    fault: { ...status(429, undefined, { 'Retry-After': '2' }), times: 1 },
    read: undefined,
    write: { code: 'greenhouse/limited', detail: { status: 429 }, sent: 'refused' },
    sent: { read: 2, write: 1 },
  },
  // The five shapes (harvest-api reference, section 6).
  invalid('sentences', { message: 'Unprocessable Content', errors: ['Invalid query params: page'] }, [
    'Invalid query params: page',
  ]),
  invalid('one-key objects', { errors: [{ title: 'is too long' }] }, ['title: is too long']),
  invalid('messages and fields', { errors: [{ message: 'is too long', field: 'title' }] }, ['title: is too long']),
  invalid('one sentence', { message: 'Unprocessable Content', errors: 'It cannot be done' }, ['It cannot be done']),
  invalid('no errors', { message: 'Unprocessable Content' }, ['Unprocessable Content']),
  lost('500', status(500), { ...UNREACHABLE, detail: { status: 500 } }, THRICE),
  lost('a gateway’s page', { do: 'garbage', times: 9 }, { ...UNREACHABLE, detail: { status: 502 } }, THRICE),
  lost('408', status(408), { ...UNREACHABLE, detail: { status: 408 } }, THRICE),
  lost('a connection that breaks before it is read', { do: 'drop-before', times: 9 }, UNREACHABLE, THRICE),
  lost('a connection that breaks after it is done', { do: 'drop-after-commit', times: 9 }, UNREACHABLE, THRICE),
  lost('half of an answer', { do: 'truncate', times: 9 }, GARBLED, ONCE),
  lost('a page in place of JSON', status(200, [], HTML), GARBLED, ONCE),
  lost('an answer of more than ten megabytes', status(200, ['x'.repeat(TEN_MEGABYTES)]), GARBLED, ONCE),
  lost('a way to another host', status(302, '', { Location: 'https://elsewhere.example/' }), UNREACHABLE, THRICE),
];
