/**
 * What each of Greenhouse's two APIs can do for us. The interface reads this table and offers nothing that would fail; what is
 * off is said once, where the recruiter would look for it. (Reference: sections 7 and ING.)
 */
export interface Capabilities {
  /** People can be looked up before they are sent: by the ledger alone otherwise. */
  findsPeople: boolean;
  /** Everybody can be listed, so that an index of them can be kept on this machine. */
  listsEverybody: boolean;
  /** External ids can be looked up, and profiles added to a known person. */
  linksPeople: boolean;
  /** A known person can be put onto another job. */
  addsApplications: boolean;
  /** The stage of the new application can be chosen. */
  choosesStage: boolean;
  choosesSource: boolean;
  choosesCredit: boolean;
  tags: boolean;
  /** A note can be added; `withPerson`: only together with a new person, and visible to everybody. */
  notes: 'always' | 'withPerson';
  /** Several jobs for one prospect. */
  severalJobs: boolean;
  /** What an export made can be taken back, and two records merged. */
  undo: boolean;
  /** Employments and educations can be added as Greenhouse's own records. */
  career: boolean;
  attaches: boolean;
  /** A note whose answer was lost can be looked for. */
  looksForNotes: boolean;
  /** A link to a job that remembers who passed it on. */
  trackingLinks: boolean;
}

export function capabilitiesOf(kind: 'harvest' | 'partner'): Capabilities {
  const harvest = kind === 'harvest';
  return {
    findsPeople: harvest,
    listsEverybody: harvest,
    linksPeople: harvest,
    addsApplications: harvest,
    choosesStage: harvest,
    choosesSource: harvest,
    choosesCredit: harvest,
    tags: harvest,
    notes: harvest ? 'always' : 'withPerson',
    severalJobs: harvest,
    undo: harvest,
    career: harvest,
    attaches: harvest,
    looksForNotes: harvest,
    trackingLinks: !harvest,
  };
}
