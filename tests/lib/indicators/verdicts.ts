/** Verdicts from this machine alone, as indicators are told them. */
import type { Agreement, Verdict } from '#lib/identity/schema.ts';

const match = (candidateId: number, by: Agreement['by']): Verdict['matches'][number] => ({
  person: { candidateId, firstName: '', lastName: '', tags: [], emails: [], applications: [], unread: true },
  agrees: [{ by, value: 'as the page says it' }],
});
const verdict = (kind: Verdict['kind'], matches: Verdict['matches']): Verdict => ({
  kind,
  matches,
  checked: ['export', 'index'],
  checkedAt: 0,
  local: true,
});

export const stranger = (blind: Verdict['blind'] = []): Verdict => ({ ...verdict('new', []), blind });
export const known = (by: Agreement['by'] = 'profile'): Verdict => verdict('known', [match(1, by)]);
export const possible = (by: Agreement['by'] = 'profile', people = 1): Verdict =>
  verdict(
    'possible',
    Array.from({ length: people }, (_, at) => match(at + 1, by)),
  );
