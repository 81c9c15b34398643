/** What a recruiter has begun with one person: the page's word, their changes on top, and where the person is to go. */
import type { Reading } from '#lib/candidate/reading.ts';
import type { Candidate, TextField } from '#lib/candidate/schema.ts';
import type { StoredDraft } from '#lib/storage/schema.ts';

import type { Choice } from './choice.ts';

export interface Draft {
  externalId: string;
  /** The id of the export that this becomes: pressing twice, here or in another panel, is the same export. */
  exportId: string;
  /** What all pages say, as one. */
  reading: Reading;
  /** Those pages, the one that the person was met on first; absent while there is only that one. */
  pages?: readonly Reading[] | undefined;
  /** Whose word is used where pages differ, by the page's external id: what the recruiter chose. */
  uses?: Partial<Record<Disputed, string>> | undefined;
  /** As edited. */
  candidate: Candidate;
  /** Fields that the recruiter changed. */
  edited: readonly string[];
  choice: Choice;
  /** Nothing is remembered of this site yet, and the recruiter has not chosen either: defaults may be filled in. */
  mayDefault: boolean;
  note: string;
  noteVisibility: StoredDraft['noteVisibility'];
}

/** What pages may contradict each other about, and the recruiter settles. */
export type Disputed = 'name' | 'headline' | 'title' | 'company' | 'location';

export type EditableList = 'emails' | 'phones' | 'links';

export const NOBODY_YET: Candidate = {
  emails: [],
  phones: [],
  links: [],
  positions: [],
  education: [],
  skills: [],
  languages: [],
};

export function draftOf(reading: Reading, externalId: string, exportId: string): Draft {
  return {
    externalId,
    exportId,
    reading,
    candidate: reading.candidate ?? NOBODY_YET,
    edited: [],
    choice: { kind: 'candidate', tags: [] },
    mayDefault: true,
    note: '',
    noteVisibility: 'public',
  };
}

const marked = (draft: Draft, field: string): readonly string[] =>
  draft.edited.includes(field) ? draft.edited : [...draft.edited, field];

/** What was understood of a place is no longer said of the one that the recruiter types. */
export function withText(draft: Draft, field: TextField, value: string): Draft {
  const { place, ...others } = draft.candidate;
  const kept = field === 'location' || !place ? others : draft.candidate;
  return { ...draft, candidate: { ...kept, [field]: value }, edited: marked(draft, field) };
}

export const withList = <L extends EditableList>(draft: Draft, list: L, values: Candidate[L]): Draft => ({
  ...draft,
  candidate: { ...draft.candidate, [list]: values },
  edited: marked(draft, list),
});

export const withChoice = (draft: Draft, choice: Choice): Draft => ({ ...draft, choice, mayDefault: false });

export function toStored(draft: Draft, savedAt: number): StoredDraft {
  const { mayDefault: _, edited, pages, ...kept } = draft;
  return { ...kept, edited: [...edited], ...(pages ? { pages: [...pages] } : {}), savedAt };
}

/** What belonged to another account was left out when it was loaded, and begins anew. */
export const fromStored = ({ savedAt: _, choice, exportId, ...kept }: StoredDraft, fresh: Draft): Draft => ({
  ...kept,
  exportId: exportId ?? fresh.exportId,
  choice: choice ?? fresh.choice,
  mayDefault: !choice,
});
