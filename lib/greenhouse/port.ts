/**
 * The ATS port: all that the product asks of Greenhouse. One adapter per API; nothing above this file knows which.
 * Every method rejects with an `AppError` of the `greenhouse/` family, never with anything else.
 */
import type { Candidate, Link } from '#lib/candidate/schema.ts';

import type { Capabilities } from './capabilities.ts';
import type { Gap } from './career-gaps.ts';
import type { ExternalIdFields } from './external-ids.ts';
import type { Choices, Granted, Identity, IndexedPerson, InPool, JobList, KnownPerson, Stage } from './schema.ts';

/** Where a person goes: onto one job as a candidate, or as a prospect with none, one or several jobs, or into a pool. */
export type Target =
  | { kind: 'candidate'; jobId: number; stageId?: number | undefined }
  | {
      kind: 'prospect';
      jobIds: number[];
      poolId?: number | undefined;
      poolStageId?: number | undefined;
      /** The user who looks after them. */
      prospectOwnerId?: number | undefined;
    };

export interface Attribution {
  sourceId?: number | undefined;
  /** A row of Greenhouse's referrers. */
  referrerId?: number | undefined;
  /** Users. Left out, the job's own are taken. */
  recruiterId?: number | undefined;
  coordinatorId?: number | undefined;
}

export interface NewPerson {
  candidate: Candidate;
  /** Our own name for them: `<site>:<handle>`. */
  externalId: string;
  /** Further external ids of theirs. */
  aliases?: string[] | undefined;
  target: Target;
  attribution: Attribution;
  tags: string[];
  /** Sent along where a note cannot follow later (`can.notes`): everybody may read it. */
  note?: string | undefined;
}

export interface NewApplication {
  candidateId: number;
  target: Target;
  attribution: Attribution;
}

export interface NewNote {
  candidateId: number;
  applicationId?: number | undefined;
  body: string;
  visibility: 'public' | 'private' | 'admin_only';
}

/** A note that is there, as far as it says who has been at work. */
export interface NoteThere {
  /** `NOTE`, `EMAIL`, `ACTIVITY`, … */
  kind: string;
  /** Absent for what no user wrote. */
  userId?: number | undefined;
}

/** A file of plain text. It hangs on an application: a person without one has nowhere to hang it. */
export interface NewFile {
  applicationId: number;
  /** With its extension. */
  filename: string;
  text: string;
}

/** One employment or education, as Greenhouse has a place for it. May be kept as JSON; it holds the person's data. */
export interface CareerEntry {
  kind: 'employment' | 'education';
  /** Tells it from their others, there as well as here. */
  key: string;
  row: Record<string, unknown>;
}

export interface Career {
  entries: CareerEntry[];
  /** For what Greenhouse has no place: which entry of the candidate's list, and what it lacks; `right`: we may not look it up. */
  skipped: { kind: CareerEntry['kind']; at: number; lacks: Gap | 'right' }[];
}

export interface Created {
  candidateId: number;
  applicationId?: number | undefined;
  /** Their page in Greenhouse, where the answer told it. */
  pageUrl?: string | undefined;
  /** In which stage the application was put, by its name, where the answer told it. */
  stage?: string | undefined;
  /** Greenhouse would take them only without their external ids: those are still to be linked. */
  unlinked?: boolean | undefined;
}

/** What ties a known person to profiles of theirs. */
export interface PersonLink {
  /** Any of theirs; only those that name a profile are written. */
  externalIds: string[];
  /** Addresses of those profiles. */
  links: Link[];
  /** For an update: ways of contact that are missing, and title and company where Greenhouse has none. */
  candidate?: Candidate | undefined;
}

export interface Linked {
  /** What was missing there and was written. */
  added: ('profile' | 'external-id' | 'email' | 'phone' | 'link' | 'title' | 'company')[];
  /** External ids for which the field has no room. */
  leftOut: string[];
  /** What was told of the fields could not be read: external ids are still to be linked. */
  unlinked?: boolean | undefined;
}

/** From one moment to another, both included; epoch milliseconds. A side left out is open. */
export interface Period {
  from?: number | undefined;
  to?: number | undefined;
}

/** Where an earlier reading stopped, or whoever was created, or changed, in a time; everybody where none is given. */
export type EverybodyQuery = { cursor: string } | { created?: Period; updated?: never } | { created?: never; updated?: Period };

export interface EverybodyPage {
  people: IndexedPerson[];
  /** Who is there too, by their ids, and cannot be read: their rows are damaged. */
  unreadable: number[];
  /** As many rows as a page holds: without a cursor it may have lost its next page. */
  full: boolean;
  /** Where to go on from; absent on the last page. */
  cursor?: string | undefined;
  /** When Greenhouse wrote the page, by its own clock, where it said; epoch milliseconds. */
  writtenAt?: number | undefined;
}

/** One of several records of one person: of twins, the one with the lowest id stays, whichever browser asks. */
export type Twin = Pick<KnownPerson, 'candidateId' | 'createdAt'>;

export interface Greenhouse {
  /** What may be asked of it: whatever is off here rejects with `greenhouse/not-offered`. */
  readonly can: Capabilities;
  /** Greenhouse's own time, epoch milliseconds; nothing before its first answer. Not ahead of it. */
  clock(): number | undefined;
  /** Fetches what a create needs besides itself, so that the create is one call. */
  prepare(): Promise<void>;

  /** Who the credential belongs to and who acts; the first thing that a connection test asks. */
  identify(actingEmail: string): Promise<Identity>;
  /** What the credential may do, by harmless reads only. */
  rights(): Promise<Granted>;

  /** Open jobs that the acting user may use, with everything that the picker searches. */
  jobs(actingUser: Identity['actingUser'], signal?: AbortSignal): Promise<JobList>;
  stages(jobId: number): Promise<Stage[]>;
  /** Nothing where Greenhouse does not tell. */
  jobIsOpen(jobId: number): Promise<boolean | undefined>;
  choices(actingUserId: number): Promise<Choices>;

  /** Everyone with this very address on record, any address of theirs, in any case. */
  findByEmail(email: string): Promise<KnownPerson[]>;
  /** Those of these candidates that still exist, and that we may read. */
  findByIds(candidateIds: number[]): Promise<KnownPerson[]>;
  /** Of those applications of which it is told: that nothing is told of one does not say that it is in no pool. */
  poolsOf(applicationIds: number[]): Promise<InPool[]>;
  /**
   * People created within an hour of a moment (epoch milliseconds) who carry one of these URLs: how a create whose answer
   * was lost is found again, however many were created after it.
   */
  findCreatedAround(sentAt: number, urls: string[]): Promise<KnownPerson[]>;
  /**
   * Everybody whom the credential may read, by pages of 500 and the newest first. Whoever closes both ends of `updated` misses
   * nobody who changes meanwhile. A cursor that is too old is `greenhouse/invalid` or `greenhouse/not-found`.
   */
  everybody(query: EverybodyQuery, signal?: AbortSignal): AsyncGenerator<EverybodyPage, void>;

  /**
   * The fields in Greenhouse that hold external ids, by which one recruiter's browser finds whom another's exported. Kept, so that
   * asking costs nothing; `refresh` looks anew. A missing right is told in the answer.
   */
  externalIdFields(refresh?: boolean): Promise<ExternalIdFields>;
  /** Makes what is missing of them; may be repeated until nothing is. `greenhouse/invalid` names a field that is in the way. */
  makeExternalIdFields(): Promise<ExternalIdFields>;
  /** Everyone who carries one of these very ids. Nobody where the fields cannot be asked (`canLookUp`). */
  findByExternalIds(externalIds: string[]): Promise<KnownPerson[]>;
  /**
   * Every record of one person, by these external ids: one call. Where the fields cannot be asked, or ours `mayLackIds`, those made
   * within minutes of a moment (epoch milliseconds, by Greenhouse's clock) by the address of the profile.
   */
  twins(externalIds: string[], around: number, mayLackIds?: boolean): Promise<Twin[]>;
  /** Adds what is missing and takes nothing away, so it may be repeated. */
  linkPerson(candidateId: number, link: PersonLink): Promise<Linked>;

  /** Never repeated by machine: a failure after sending is `greenhouse/unknown-outcome`. */
  createPerson(person: NewPerson): Promise<Created>;
  createApplication(application: NewApplication): Promise<Created>;
  addNote(note: NewNote): Promise<void>;
  /**
   * Whether a note of these words came to the person since a moment (epoch milliseconds, by Greenhouse's clock). Here and below: nothing
   * where the credential may not look; and what is new may be listed late.
   */
  findNote(note: NewNote, since: number): Promise<boolean | undefined>;
  /** What was written about a person, by people and by Greenhouse itself; nothing where the credential may not look. */
  notesOn(candidateId: number): Promise<NoteThere[] | undefined>;
  addAttachment(file: NewFile): Promise<void>;
  /** Of this name, on whichever of the person's applications. */
  hasAttachment(candidateId: number, filename: string): Promise<boolean | undefined>;
  /** What of a career there is a place for. Reads long lists: asked once for an export, and kept with it. */
  careerOf(candidate: Pick<Candidate, 'positions' | 'education'>): Promise<Career>;
  addToCareer(candidateId: number, entry: CareerEntry): Promise<void>;
  /** The keys of what is there. */
  careerThere(candidateId: number, kind: CareerEntry['kind']): Promise<string[] | undefined>;

  // Taking back may be repeated: what is gone already is gone.
  removeApplication(applicationId: number): Promise<void>;
  /** With everything that hangs on them, whoever put it there. */
  removePerson(candidateId: number): Promise<void>;
  removeTags(candidateId: number, tags: string[]): Promise<void>;
  /**
   * What the other record holds goes to the survivor, and the other is gone for good. `greenhouse/not-found` when one of them is not
   * listed (yet, or any more), and then nothing was done.
   */
  mergePeople(survivorId: number, otherId: number): Promise<void>;

  /** Adds tags to a known person, keeping those already there. Answers those that were missing. */
  addTags(candidateId: number, tags: string[]): Promise<string[]>;
  /** A link to a job for a post or a message: whoever applies by it is credited to the acting user. */
  trackingLink(jobId: number): Promise<string>;
}
