/**
 * The ladder: is this person in Greenhouse already? What this browser exported comes first, then Greenhouse by each email.
 * The answer always says why. (The local index and the external-id bucket will stand between the two.)
 */
import type { Greenhouse } from '#lib/greenhouse/port.ts';
import type { KnownPerson } from '#lib/greenhouse/schema.ts';

import type { Ledger } from './ledger.ts';
import type { Agreement, FindRequest, Match, Verdict } from './schema.ts';

export interface Finder {
  greenhouse: Pick<Greenhouse, 'can' | 'findByEmail' | 'findByIds'>;
  ledger: Ledger;
  now: () => number;
}

/** Rejects with a `greenhouse/` error when Greenhouse could not be asked: "new" is never said for want of an answer. */
export async function find(finder: Finder, { externalIds, emails }: FindRequest): Promise<Verdict> {
  const checked: Verdict['checked'] = ['export'];
  const exported = await findExported(finder, externalIds);
  if (exported) return verdict(finder, [exported], checked);
  if (emails.length === 0 || !finder.greenhouse.can.findsPeople) return verdict(finder, [], checked);
  return verdict(finder, await findByEmails(finder, emails), [...checked, 'email']);
}

async function findExported(finder: Finder, externalIds: string[]): Promise<Match | undefined> {
  const candidateId = await finder.ledger.find(externalIds);
  if (candidateId === undefined) return undefined;
  const [person] = await finder.greenhouse.findByIds([candidateId]);
  const agrees: Agreement[] = [{ by: 'export', value: externalIds[0] ?? '' }];
  if (person) return { person, agrees };
  // Not being shown somebody proves nothing where only some can be read: our own word stands.
  if (!finder.greenhouse.can.findsPeople) return { person: unread(candidateId), agrees };
  // Merged or deleted since: the old id leads nowhere any more, so look further.
  await finder.ledger.forget(externalIds);
  return undefined;
}

const unread = (candidateId: number): KnownPerson => ({
  candidateId,
  firstName: '',
  lastName: '',
  tags: [],
  emails: [],
  applications: [],
  unread: true,
});

async function findByEmails(finder: Finder, emails: string[]): Promise<Match[]> {
  const asked = [...new Set(emails.map((email) => email.trim().toLowerCase()))].filter(Boolean);
  const found = await Promise.all(asked.map(async (email) => ({ email, people: await finder.greenhouse.findByEmail(email) })));
  const matches = new Map<number, Match>();
  const agree = (person: KnownPerson, agreement: Agreement) => {
    const match = matches.get(person.candidateId) ?? { person, agrees: [] };
    match.agrees.push(agreement);
    matches.set(person.candidateId, match);
  };
  for (const { email, people } of found) for (const person of people) agree(person, { by: 'email', value: email });
  return [...matches.values()];
}

const verdict = (finder: Finder, matches: Match[], checked: Verdict['checked']): Verdict => ({
  // Two records that both agree may be one person twice, or a shared address: only the recruiter can tell.
  kind: matches.length === 0 ? 'new' : matches.length === 1 ? 'known' : 'possible',
  matches,
  checked,
  checkedAt: finder.now(),
});
