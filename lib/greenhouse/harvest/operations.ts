/**
 * Everything that this client can ask of Harvest v3, by subject; the numbers are the reference's sections. An operation is a function
 * over the `api` of a `harvestClient`. Below each subject stand its lists: `api.list(JOBS, { status: 'open' })` reads one whole,
 * `api.pages` page by page, `listByIds` by however many ids. Nobody who needs but a part has to import this.
 */
// The client, and how it asks (2, 4).
export { type HarvestClient, harvestClient, type HarvestOptions } from './client.ts';
export type { Api, Progress } from './api.ts';
export type { Ids, Period, Query } from './query.ts';
export { listByIds } from './by-ids.ts';
export { checkRights } from './probe-rights.ts';

// Candidates (7.1), and the lists around them (7.4 to 7.6, 7.10).
export { findByEmail, findByIds, findCreatedAround } from './people.ts';
export { everybody } from './everybody.ts';
export { createPerson } from './writes.ts';
export { changePerson, type Updated, updatePerson } from './update-person.ts';
export type { FieldValue, PersonChanges } from './person-changes.ts';
export { mergePeople } from './merge-people.ts';
export { madeAround } from './twins.ts';
export { removePerson } from './take-back.ts';
export { anonymise, ANONYMISED } from './anonymise.ts';
export * from './lists/people.ts';
export * from './lists/whole-candidate.ts';

// Applications, candidates' and prospects' alike (7.2, 7.3), and the stages that they went through (7.5).
export { listApplications } from './applications.ts';
export { createApplication } from './writes.ts';
export { removeApplication } from './take-back.ts';
export { convertToCandidate } from './convert.ts';
export { moveApplication, standing } from './move.ts';
export { listRejectReasons } from './reject-reasons.ts';
export { listHistory } from './history.ts';
export { listPlaces } from './places.ts';
export { poolsOf } from './pools.ts';
export * from './lists/applications.ts';

// Attachments (7.4), notes (7.5), tags (7.6).
export { addAttachment, hasAttachment } from './attachments.ts';
export { findNote, listNotes, notesOn } from './notes.ts';
export { addNote } from './writes.ts';
export { addTags, removeTags } from './tags.ts';

// Jobs and what belongs to them (7.7), interviews (7.11).
export { jobIsOpen, listJobs, listStages } from './jobs.ts';
export * from './lists/jobs.ts';
export { listInterviews } from './interviews.ts';
export * from './lists/interviews.ts';

// What the company shares: departments, offices, sources, referrers, pools (7.2, 7.7).
export { listChoices } from './choices.ts';
export * from './lists/company.ts';

// Users and what they may do (7.8).
export { findActingUser } from './user.ts';
export * from './lists/users.ts';

// Custom fields and their options (7.9), and what Greenhouse does in its own time (7.11).
export { findField, findOrMakeField } from './custom-fields.ts';
export { findOrMakeOptions, listOptions } from './field-options.ts';
export { type ExternalIdOptions, externalIds } from './external-ids.ts';
export { lookForFields, makeFields } from './external-id-fields.ts';
export { linkPerson } from './link-person.ts';
export { ended, inBulk } from './bulk.ts';
export * from './lists/fields.ts';

// Educations and employments (7.10).
export { addEducations, addEmployments } from './background.ts';
export { addToCareer, careerOf, careerThere } from './career.ts';
export { readDictionaries } from './dictionaries.ts';
