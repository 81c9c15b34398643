/** What the sandbox answers when it says no: thrown anywhere, written once. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Record<string, string>;

  constructor(status: number, body: unknown, headers: Record<string, string> = {}) {
    super(`${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** A 422 entry: a sentence, or the field and what is wrong with it (harvest-api §6). */
export type Complaint = string | Record<string, string>;

export function unprocessable(...errors: Complaint[]): Refusal {
  return new Refusal(422, { message: 'Unprocessable Content', errors });
}

/** The body of a 403 is unknown; this one is the reference's assumption (harvest-api §3, §12 #3). */
export function forbidden(reason: string): Refusal {
  return new Refusal(403, { message: 'Forbidden', errors: [reason] });
}

export function missingScope(scope: string): Refusal {
  return forbidden(`Missing required scope: ${scope}`);
}

export function unauthorized(): Refusal {
  return new Refusal(401, {
    message: 'Unauthorized',
    errors: ['Token could not be decoded. Please ensure your token is from a trusted source.'],
  });
}

/** A path that leads nowhere (harvest-api §6). */
export function noSuchRoute(): Refusal {
  return new Refusal(404, { message: 'Resource not found' });
}

/** A path whose id leads nowhere: `errors` is a string here (harvest-api §6). */
export function noSuchRecord(singular: string): Refusal {
  return new Refusal(404, { message: 'Resource not found', errors: `${singular} not found` });
}
