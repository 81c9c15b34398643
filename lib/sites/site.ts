/**
 * What a site reader is. Pure from end to end: no network, no timers, no browser API, no change to the page.
 * Add a site: one file (or folder) here, one row in `list.ts`, one entrypoint of three lines, and its cases in tests/sites.
 */
import type { Candidate } from '#lib/candidate/schema.ts';
import type { Evidence, EvidenceSource, Reading } from '#lib/candidate/reading.ts';

/** Who a page is about, from its URL alone. */
export interface Reference {
  site: string;
  /** Normalised; unique within the site. */
  handle: string;
  /** Canonical profile URL. */
  url: string;
}

/** What `read` hands back; `draft.ts` builds it. */
export interface Draft {
  candidate: Candidate;
  evidence: Record<string, Evidence>;
  missing: string[];
  /** A more stable handle than the URL's, when the page has one: becomes the external id, and the URL's becomes an alias. */
  stableHandle?: string;
  /** Further external ids, complete with their prefix. */
  aliases: string[];
}

export type PageKind =
  | 'profile' // the document itself names the person of the reference in its main block
  | 'waiting' // not yet; look again when the page changes
  | 'not-a-profile'
  | 'blocked'
  | 'list';

export interface Site {
  /** Permanent kebab word; the prefix of every external id of the site. */
  id: string;
  /** What people call it. */
  label: string;
  /** Exactly compared hosts and path rules live here; `undefined` when the URL is no person's. */
  identify(url: URL): Reference | undefined;
  /**
   * What the document shows *now*, for this reference. `profile` only when the document's own main block names this very
   * person: this is what keeps the previous person, the viewer and the "people also viewed" card from being exported.
   */
  look(document: Document, reference: Reference): PageKind;
  /** Called only after `look` said `profile`. Total: never throws for a missing element. */
  read(document: Document, reference: Reference): Draft;
  /** People of a results page; only what is in the document. */
  list?(document: Document, url: URL): NonNullable<Reading['people']>;
  /** Fields without which the layout must have changed: they are named in `missing`, and the reading is `partial`. */
  needs: readonly (keyof Candidate)[];
}

export const defineSite = (site: Site): Site => site;

export type { Candidate, Evidence, EvidenceSource, Reading };
