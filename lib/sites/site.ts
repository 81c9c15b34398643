/**
 * What a site reader is. Pure from end to end: no network, no timers, no browser API, no change to the page. It answers what the
 * page prints; what that means is worked out elsewhere (`lib/candidate/finish.ts`), so that no tables are carried into pages.
 * Add a site: one file (or folder) here, one row in `list.ts`, one entrypoint of three lines, and its cases in tests/sites.
 */
import type { RawPerson, RawReading } from '#lib/candidate/raw.ts';
import type { Evidence, EvidenceSource } from '#lib/candidate/reading.ts';
import type { Candidate } from '#lib/candidate/schema.ts';

/** Who a page is about, from its URL alone. */
export interface Reference {
  site: string;
  /** Normalised; unique within the site. */
  handle: string;
  /** Canonical profile URL. */
  url: string;
  /** Which screen of the profile the address stands at, where a reader has to know. */
  screen?: string;
}

/** What `read` hands back, as the page printed it; `draft.ts` builds it. */
export interface Draft {
  person: RawPerson;
  evidence: Record<string, Evidence>;
  missing: string[];
  /** A more stable handle than the URL's, when the page has one: becomes the external id, and the URL's becomes an alias. */
  stableHandle?: string | undefined;
  /** The profile's address by that handle, when it is not the one of the reference. */
  ownUrl?: string | undefined;
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
   * The address tells apart what one reference has several pages for (a profile, and the list of who follows it).
   */
  look(document: Document, reference: Reference, url: URL): PageKind;
  /** Called only after `look` said `profile`. Total: never throws for a missing element. */
  read(document: Document, reference: Reference): Draft;
  /**
   * Whom a page has opened beside its list while its address names nobody, or `undefined`. The profile wins over the list; which
   * person it is, the document alone says.
   */
  opened?(document: Document, url: URL): Reference | undefined;
  /** People of a results page; only what is in the document. */
  list?(document: Document, url: URL): NonNullable<RawReading['people']>;
  /** Whether a list stands at this address, so that one that is not there yet is waited for. */
  hasList?(url: URL): boolean;
  /** Fields without which the layout must have changed: they are named in `missing`, and the reading is `partial`. */
  needs: readonly (keyof Candidate)[];
}

/**
 * Bundlers drop a reader whose `identify` alone is wanted: `references.ts` knows the addresses of every site and carries none.
 * @__NO_SIDE_EFFECTS__
 */
export const defineSite = (site: Site): Site => site;

export type { EvidenceSource };
