/** Two readings of one person made one. A profile shows itself in parts (contact info here, all positions there), so parts add up. */
import type { Evidence, Reading } from '#lib/candidate/reading.ts';
import type { Candidate, TextField } from '#lib/candidate/schema.ts';

import { NOBODY_YET, type Draft } from './draft.ts';

interface Begun {
  reading: Reading;
  candidate: Candidate;
  edited: readonly string[];
}
interface Merged {
  reading: Reading;
  candidate: Candidate;
}

const TEXTS: readonly (TextField | 'photoUrl')[] = [
  'firstName',
  'lastName',
  'fullName',
  'headline',
  'title',
  'company',
  'location',
  'photoUrl',
];
const SHOWN_LISTS = ['positions', 'education', 'skills', 'languages'] as const;

/** One number however it is printed, and whether or not its country is. */
const dialled = ({ value, e164 }: Candidate['phones'][number]): string => (e164 ?? value).replace(/\D/g, '');

/** The section that a list comes from, in the words of `Reading.missing`. */
const SECTION: Record<string, string> = {
  experience: 'positions',
  contact: 'emails',
  email: 'emails',
  'contact info': 'emails',
  name: 'firstName',
};

/** The same person read again: what the recruiter changed stays theirs. */
export function withReading(draft: Draft, reading: Reading): Draft {
  const merged = mergeReading(draft, { ...reading, candidate: reading.candidate ?? NOBODY_YET });
  return { ...draft, ...merged };
}

function mergeReading({ reading: before, candidate: mine, edited }: Begun, now: Reading & { candidate: Candidate }): Merged {
  const candidate: Candidate = { ...mine };
  const evidence: Record<string, Evidence> = { ...before.evidence };
  const take = (field: keyof Candidate) => {
    const found = now.evidence[field];
    if (found) evidence[field] = found;
  };

  for (const field of TEXTS) {
    const value = now.candidate[field];
    // A part of the profile that knows a field less surely (a headline) does not undo the part that knew it.
    const surer = (now.evidence[field]?.confidence ?? 0) >= (before.evidence[field]?.confidence ?? 0);
    if (edited.includes(field) || !value || (candidate[field] && !surer)) continue;
    candidate[field] = value;
    take(field);
    if (field === 'fullName') bring(candidate, now.candidate, 'nameExtras');
    if (field === 'location') bring(candidate, now.candidate, 'place');
  }
  for (const field of SHOWN_LISTS) {
    if (now.candidate[field].length < candidate[field].length || now.candidate[field].length === 0) continue;
    Object.assign(candidate, { [field]: now.candidate[field] });
    take(field);
  }
  candidate.emails = joined(mine.emails, before.candidate?.emails, now.candidate.emails, ({ value }) => value.toLowerCase());
  candidate.phones = joined(mine.phones, before.candidate?.phones, now.candidate.phones, dialled);
  candidate.links = joined(mine.links, before.candidate?.links, now.candidate.links, ({ url }) => url);
  for (const field of ['emails', 'phones', 'links'] as const) if (candidate[field].length > mine[field].length) take(field);
  for (const [key, found] of Object.entries(now.evidence)) if (key.includes('/')) evidence[key] ??= found;

  return {
    candidate,
    reading: {
      ...now,
      evidence,
      aliases: [...new Set([...before.aliases, ...now.aliases])],
      missing: now.missing.filter((word) => !isThereByNow(candidate, word)),
      // What the pages said, without the recruiter's changes: the next reading tells by it what is new.
      candidate: { ...now.candidate, ...seen(before.candidate, now.candidate) },
    },
  };
}

/** What was understood of a text goes with it, and no other reading's stays. */
function bring(candidate: Candidate, from: Candidate, part: 'nameExtras' | 'place'): void {
  delete candidate[part];
  if (from[part]) Object.assign(candidate, { [part]: from[part] });
}

/** The recruiter's list, and what this page adds; what an earlier page had and the list lacks was taken off on purpose. */
function joined<T>(mine: readonly T[], before: readonly T[] | undefined, now: readonly T[], key: (value: T) => string): T[] {
  const known = new Set([...mine, ...(before ?? [])].map(key));
  return [...mine, ...now.filter((value) => !known.has(key(value)))];
}

function seen(before: Candidate | null | undefined, now: Candidate): Pick<Candidate, 'emails' | 'phones' | 'links'> {
  return {
    emails: joined(before?.emails ?? [], [], now.emails, ({ value }) => value),
    phones: joined(before?.phones ?? [], [], now.phones, ({ value }) => value),
    links: joined(before?.links ?? [], [], now.links, ({ url }) => url),
  };
}

/** Whether something that this page lacks has been seen on another. A cut-off list stays reported until it is whole. */
function isThereByNow(candidate: Candidate, word: string): boolean {
  const [, list, , total] = /^(\w+) (\d+) of (\d+)$/.exec(word) ?? [];
  const value = candidate[(list ?? SECTION[word] ?? word) as keyof Candidate];
  if (!Array.isArray(value)) return typeof value === 'string' && value !== '';
  return value.length >= (total === undefined ? 1 : Number(total));
}
