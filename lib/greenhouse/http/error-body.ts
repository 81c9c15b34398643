/** What Greenhouse says about a refusal, whichever of its shapes the words come in (harvest-api reference, section 6). */

const MOST_REASONS = 20;
const LONGEST_REASON = 300;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const words = (value: unknown): string =>
  Array.isArray(value) ? value.map(words).join(', ') : isRecord(value) ? '' : String(value);

function reasonsOf(entry: unknown): string[] {
  if (entry === null || entry === undefined) return [];
  if (Array.isArray(entry)) return entry.flatMap(reasonsOf);
  if (!isRecord(entry)) return [words(entry)];
  // v1 style: `{ message, field }`; otherwise each key is a field and its value the reason.
  const { message, field } = entry;
  if (typeof message === 'string') return [typeof field === 'string' ? `${field}: ${message}` : message];
  return Object.entries(entry).map(([name, reason]) => `${name}: ${words(reason)}`);
}

/**
 * The reasons in an error body: `errors` as strings, as one-key objects, as `{message, field}`, as one string or missing
 * (then `message`). They may quote what was sent, so they are for the recruiter's eyes and never for a log.
 */
export function refusedFields(body: unknown): string[] {
  if (!isRecord(body)) return [];
  const named = reasonsOf(body['errors']);
  return (named.length > 0 ? named : reasonsOf(body['message']))
    .map((reason) => reason.trim().slice(0, LONGEST_REASON))
    .filter((reason) => reason !== '')
    .slice(0, MOST_REASONS);
}

/** The auth host's own word for what is wrong (`invalid_client`, …) and its sentence, for comparing only: it may echo the client id. */
export function authRefusal(body: unknown): { error: string; message: string } {
  const { error, message } = isRecord(body) ? body : {};
  return { error: typeof error === 'string' ? error : '', message: typeof message === 'string' ? message : '' };
}
