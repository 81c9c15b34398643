/** What a LinkedIn page shows of its person, in the words that all generations of the site share. */
import type { RawEducation, RawPosition } from '#lib/candidate/raw.ts';

import type { EvidenceSource } from '../site.ts';

/** A section of the profile. No section at all means that the page does not say whether the person has one. */
export interface Section<T> {
  items: T[];
  /** The list goes on elsewhere: the number of all its items, or `true` when the page only says "show all". */
  more?: number | true | undefined;
}

/** As linked or printed. */
export interface Contact {
  emails: string[];
  phones: string[];
  links: string[];
}

export interface Shown {
  /** As the page prints it. */
  name: string;
  nameFrom: EvidenceSource;
  /** The site's own first and last name. */
  first?: string | undefined;
  last?: string | undefined;
  splitFrom?: EvidenceSource;
  /** The words of the name that the site itself uses as the given name, in a sentence of its own. */
  givenPrefix?: string | undefined;
  headline?: string | undefined;
  location?: string | undefined;
  /** The employer that the top card names as the current one. */
  company?: string | undefined;
  /** The current title, where the site states it as data of its own. */
  title?: string | undefined;
  photoUrl?: string | undefined;
  experience?: Section<RawPosition> | undefined;
  education?: Section<RawEducation> | undefined;
  skills?: Section<string> | undefined;
  languages?: Section<string> | undefined;
  sectionsFrom: EvidenceSource;
  contact?: Contact | undefined;
  /** Outside of LinkedIn, in the person's own card. */
  links?: string[] | undefined;
  /** The slug that the page names, when the URL named the person by id. */
  slug?: string | undefined;
  profileId?: string | undefined;
  memberNumber?: string | undefined;
}

/** One generation of LinkedIn's pages. */
export interface Generation<Subject> {
  /** The main block of this very person, or `undefined` while the document does not name them. */
  find(document: Document, handle: string): Subject | undefined;
  read(document: Document, subject: Subject): Shown;
}
