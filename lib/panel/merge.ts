/** A draft and the pages that its person was read on: read again, added, taken off, and whose word is used. Pure. */
import type { Evidence, Reading } from '#lib/candidate/reading.ts';
import type { Candidate } from '#lib/candidate/schema.ts';

import type { Disputed, Draft } from './draft.ts';
import { withChanges } from './merge-edits.ts';
import { combined, pagesOf, UNITS } from './merge-pages.ts';
import { idsOf, withPart } from './merge-parts.ts';
import { candidateOf, evidenceKeyOf, isJoinable, JOINABLE, keyOf, keysOf, newIn } from './merge-values.ts';

/** One of the person's pages read again: what the recruiter changed stays theirs. */
export function withReading(draft: Draft, reading: Reading): Draft {
  const pages = pagesOf(draft);
  const at = Math.max(
    0,
    pages.findIndex((page) => isSamePage(page, reading)),
  );
  return withPages(draft, pages.with(at, withPart(pages[at]!, reading)), draft.uses);
}

/** Another page of the same person, because the recruiter said so. */
export function withPage(draft: Draft, reading: Reading): Draft {
  const [own, ...others] = pagesOf(draft);
  if (!own || [own, ...others].some((page) => isSamePage(page, reading))) return withReading(draft, reading);
  return withPages(draft, [withTyped(own, draft, reading), ...others, reading], draft.uses);
}

/** Without everything that came from that page only. The page that the person was met on cannot go. */
export function withoutPage(draft: Draft, externalId: string): Draft {
  const [own, ...others] = pagesOf(draft);
  if (!own) return draft;
  const uses = Object.fromEntries(Object.entries(draft.uses ?? {}).filter(([, page]) => page !== externalId));
  return withPages(draft, [own, ...others.filter((page) => page.externalId !== externalId)], uses);
}

/** That page's word for a field, also in place of the recruiter's own. */
export function withWordOf(draft: Draft, unit: Disputed, externalId: string): Draft {
  const isOfUnit = (field: string) => UNITS[unit].some((other) => other === field);
  const uses = { ...draft.uses, [unit]: externalId };
  const reading = combined(pagesOf(draft), uses);
  const candidate: Candidate = { ...draft.candidate };
  for (const field of UNITS[unit]) {
    const value = candidateOf(reading)[field];
    delete candidate[field];
    if (value != null) Object.assign(candidate, { [field]: value });
  }
  return { ...draft, uses, reading, candidate, edited: draft.edited.filter((field) => !isOfUnit(field)) };
}

/** Two drafts of one person: the pages of the other are added, and so is what was typed there. */
export function joined(draft: Draft, other: Draft): Draft {
  let next = pagesOf(other).reduce(withPage, draft);
  for (const field of other.edited as (keyof Candidate)[]) {
    const candidate = { ...next.candidate };
    if (isJoinable(field)) {
      Object.assign(candidate, { [field]: [...candidate[field], ...newIn(other.candidate, field, keysOf(candidate, field))] });
    } else if (!next.edited.includes(field)) Object.assign(candidate, { [field]: other.candidate[field] });
    next = { ...next, candidate, edited: [...new Set([...next.edited, field])] };
  }
  return next.note ? next : { ...next, note: other.note, noteVisibility: other.noteVisibility };
}

function withPages({ pages: _pages, uses: _uses, ...draft }: Draft, pages: readonly Reading[], uses: Draft['uses']): Draft {
  const reading = combined(pages, uses);
  const candidate = withChanges(draft.candidate, draft.edited, draft.reading, reading);
  return { ...draft, reading, candidate, ...(pages.length > 1 ? { pages, ...(uses ? { uses } : {}) } : {}) };
}

const isSamePage = (page: Reading, reading: Reading): boolean => {
  const ids = idsOf(page);
  return idsOf(reading).some((id) => ids.includes(id));
};

/** Marks what the recruiter had typed before the page says it too, so that it stays when the page goes. */
function withTyped(own: Reading, { candidate, reading }: Draft, page: Reading): Reading {
  const typed: Record<string, Evidence> = {};
  for (const list of JOINABLE) {
    const said = keysOf(candidateOf(page), list);
    for (const value of newIn(candidate, list, keysOf(candidateOf(reading), list))) {
      if (said.has(keyOf(list, value))) typed[evidenceKeyOf(list, value)] = { from: 'recruiter', confidence: 1 };
    }
  }
  return Object.keys(typed).length > 0 ? { ...own, evidence: { ...own.evidence, ...typed } } : own;
}
