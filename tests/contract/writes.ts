/** Every write of the client: what it does, and what must reach Greenhouse for it. */
import { expect } from 'vitest';

import type { Candidate } from '#lib/candidate/schema.ts';
import {
  addAttachment,
  addEducations,
  addEmployments,
  addNote,
  convertToCandidate,
  addTags,
  addToCareer,
  anonymise,
  careerOf,
  type Api,
  createApplication,
  createPerson,
  findOrMakeField,
  findOrMakeOptions,
  linkPerson,
  mergePeople,
  moveApplication,
  readDictionaries,
  removeApplication,
  removePerson,
  removeTags,
  updatePerson,
} from '#lib/greenhouse/harvest/operations.ts';

/** The records that the writes are tried on. */
export interface Records {
  candidateId: number;
  /** Disappears. */
  otherId: number;
  applicationId: number;
  /** Where the application stands, and an interview stage of its job where it may go. */
  stageRowId: number;
  nextStageId: number;
  /** Another job, an interview stage of it, and the application of a prospect who is considered for it. */
  jobId: number;
  firstStageId: number;
  prospectId: number;
  userId: number;
  /** A tag of the candidate, and the row that says so. */
  tag: string;
  appliedTagId: number;
  /** A select field of candidates. */
  fieldId: number;
  /** Of the organisation's own dictionary. */
  school: { name: string; optionId: number };
}

export interface WriteCase {
  title: string;
  method: 'POST' | 'PATCH' | 'DELETE';
  path: (records: Records) => string;
  scope: string;
  run: (api: Api, records: Records) => Promise<unknown>;
  /** What is sent; nothing for what has no body. */
  body: ((records: Records) => object) | null;
  /** What the client makes of the answer. */
  answer: unknown;
  /** What is gone already need not be taken away: 404 is as good as done. */
  mayBeGone?: boolean;
}

const nobody: Candidate = { emails: [], phones: [], links: [], positions: [], education: [], skills: [], languages: [] };
const somebody: Candidate = {
  ...nobody,
  firstName: 'Ines',
  lastName: 'Duarte',
  emails: [{ value: 'ines.contract@fixture.example', type: 'personal' }],
};
const fresh = { candidate: somebody, externalId: 'web:ines-contract', tags: [] };

const waiting = { sleep: async (): Promise<void> => {} };
const ID: unknown = expect.any(Number);

export const WRITES: WriteCase[] = [
  {
    title: 'creating a candidate',
    method: 'POST',
    path: () => '/v3/candidates',
    scope: 'harvest:candidates:create',
    run: (api, { jobId, userId }) =>
      createPerson(api, { ...fresh, target: { kind: 'candidate', jobId }, attribution: { recruiterId: userId } }),
    body: ({ jobId, userId }) => ({
      first_name: 'Ines',
      last_name: 'Duarte',
      email_addresses: somebody.emails,
      application: { job_id: jobId, recruiter_id: userId },
    }),
    answer: { candidateId: ID, applicationId: ID, stage: 'Application Review' },
  },
  {
    title: 'creating a prospect',
    method: 'POST',
    path: () => '/v3/candidates',
    scope: 'harvest:candidates:create',
    run: (api, { jobId, userId }) =>
      createPerson(api, { ...fresh, target: { kind: 'prospect', jobIds: [jobId], prospectOwnerId: userId }, attribution: {} }),
    body: ({ jobId, userId }) => ({
      first_name: 'Ines',
      last_name: 'Duarte',
      email_addresses: somebody.emails,
      application: { prospect: true, job_ids: [jobId], prospect_owner_id: userId },
    }),
    answer: { candidateId: ID, applicationId: ID },
  },
  {
    title: 'updating a candidate',
    method: 'PATCH',
    path: ({ candidateId }) => `/v3/candidates/${candidateId}`,
    scope: 'harvest:candidates:update',
    run: (api, { candidateId }) => updatePerson(api, { candidateId, set: { title: 'Contract tester' } }),
    body: () => ({ title: 'Contract tester' }),
    answer: { changed: ['title'] },
  },
  {
    title: 'linking a profile',
    method: 'PATCH',
    path: ({ candidateId }) => `/v3/candidates/${candidateId}`,
    scope: 'harvest:candidates:update',
    run: (api, { candidateId }) => {
      const links = [{ url: 'https://github.com/contract-fixture', kind: 'github' }];
      return linkPerson(api, candidateId, { externalIds: ['github:contract-fixture'], links }, undefined, () => undefined);
    },
    body: () => ({ social_media_addresses: [{ value: 'https://github.com/contract-fixture' }] }),
    answer: { added: ['profile'], leftOut: [] },
  },
  {
    title: 'adding an application',
    method: 'POST',
    path: () => '/v3/applications',
    scope: 'harvest:applications:create',
    run: (api, { candidateId, jobId, userId }) =>
      createApplication(api, { candidateId, target: { kind: 'candidate', jobId }, attribution: { coordinatorId: userId } }),
    body: ({ candidateId, jobId, userId }) => ({ candidate_id: candidateId, job_id: jobId, coordinator_id: userId }),
    answer: { candidateId: ID, applicationId: ID, stage: 'Application Review' },
  },
  {
    title: 'adding a prospect',
    method: 'POST',
    path: () => '/v3/applications',
    scope: 'harvest:applications:create',
    run: (api, { candidateId, userId }) =>
      createApplication(api, { candidateId, target: { kind: 'prospect', jobIds: [], prospectOwnerId: userId }, attribution: {} }),
    body: ({ candidateId, userId }) => ({ candidate_id: candidateId, prospect: true, prospect_owner_id: userId }),
    answer: { candidateId: ID, applicationId: ID },
  },
  {
    title: 'making a prospect a candidate',
    method: 'POST',
    path: ({ prospectId }) => `/v3/applications/${prospectId}/convert_to_candidate`,
    scope: 'harvest:applications:convert_to_candidate',
    run: (api, { prospectId, jobId, firstStageId }) => convertToCandidate(api, prospectId, { jobId, stageId: firstStageId }),
    body: ({ jobId, firstStageId }) => ({ job_id: jobId, to_job_interview_stage_id: firstStageId }),
    answer: ID,
  },
  {
    title: 'moving an application',
    method: 'POST',
    path: ({ applicationId }) => `/v3/applications/${applicationId}/move`,
    scope: 'harvest:applications:move',
    run: (api, { applicationId, stageRowId, nextStageId }) =>
      moveApplication(api, { applicationId, stageRowId, stage: '' }, { stageId: nextStageId }),
    body: ({ stageRowId, nextStageId }) => ({ from_stage_id: stageRowId, to_stage_id: nextStageId }),
    answer: undefined,
  },
  {
    title: 'adding a file',
    method: 'POST',
    path: () => '/v3/attachments',
    scope: 'harvest:attachments:create',
    run: (api, { applicationId }) =>
      addAttachment(api, { applicationId, filename: 'profile.txt', type: 'other', file: new TextEncoder().encode('A profile.') }),
    body: ({ applicationId }) => ({
      application_id: applicationId,
      filename: 'profile.txt',
      type: 'other',
      content: 'QSBwcm9maWxlLg==',
    }),
    answer: ID,
  },
  {
    title: 'adding a note',
    method: 'POST',
    path: () => '/v3/notes',
    scope: 'harvest:notes:create',
    run: (api, { candidateId, applicationId }) =>
      addNote(api, { candidateId, applicationId, body: 'Met at a meetup.', visibility: 'private' }),
    body: ({ candidateId, applicationId }) => ({
      candidate_id: candidateId,
      application_id: applicationId,
      body: 'Met at a meetup.',
      visibility: 'private',
      note_type: 'NOTE',
    }),
    answer: undefined,
  },
  {
    title: 'making a tag',
    method: 'POST',
    path: () => '/v3/candidate_tags',
    scope: 'harvest:candidate_tags:create',
    run: (api, { candidateId }) => addTags(api, candidateId, ['Contract tested']),
    body: () => ({ name: 'Contract tested' }),
    answer: ['Contract tested'],
  },
  {
    title: 'taking a tag off',
    method: 'DELETE',
    path: ({ appliedTagId }) => `/v3/applied_candidate_tags/${appliedTagId}`,
    scope: 'harvest:applied_candidate_tags:destroy',
    run: (api, { candidateId, tag }) => removeTags(api, candidateId, [tag]),
    body: null,
    answer: undefined,
    mayBeGone: true,
  },
  {
    title: 'putting a tag on',
    method: 'POST',
    path: () => '/v3/applied_candidate_tags',
    scope: 'harvest:applied_candidate_tags:create',
    run: (api, { candidateId }) => addTags(api, candidateId, ['Contract tried']),
    body: ({ candidateId }) => ({ candidate_id: candidateId, candidate_tag_id: ID }),
    answer: ['Contract tried'],
  },
  {
    title: 'making a custom field',
    method: 'POST',
    path: () => '/v3/custom_fields',
    scope: 'harvest:custom_fields:create',
    run: (api) => findOrMakeField(api, { name: 'Contract text', fieldType: 'candidate', valueType: 'short_text' }),
    body: () => ({ name: 'Contract text', field_type: 'candidate', value_type: 'short_text', private: false }),
    answer: { id: ID, key: 'contract_text', made: true },
  },
  {
    title: 'making options in bulk',
    method: 'POST',
    path: () => '/v3/custom_field_options/bulk',
    scope: 'harvest:custom_field_options:create',
    run: async (api, { fieldId }) =>
      (await findOrMakeOptions(api, fieldId, ['Contract A', 'Contract B'], waiting)).get('Contract B'),
    body: ({ fieldId }) => ({
      data: [
        { custom_field_id: fieldId, name: 'Contract A', sort_order: ID },
        { custom_field_id: fieldId, name: 'Contract B', sort_order: ID },
      ],
    }),
    answer: ID,
  },
  {
    title: 'adding an employment',
    method: 'POST',
    path: () => '/v3/candidate_employments',
    scope: 'harvest:candidate_employments:create',
    run: (api, { candidateId }) =>
      addEmployments(api, candidateId, [{ company: 'Quayside', title: 'Contract tester', start: '2021-05', end: '2023' }]),
    body: ({ candidateId }) => ({
      candidate_id: candidateId,
      company_name: 'Quayside',
      title: 'Contract tester',
      start_date: '2021-05-01',
      end_date: '2023-01-01',
    }),
    answer: { added: 1, skipped: [] },
  },
  {
    title: 'adding an education',
    method: 'POST',
    path: () => '/v3/candidate_educations',
    scope: 'harvest:candidate_educations:create',
    run: async (api, { candidateId, school }) =>
      addEducations(api, candidateId, [{ school: school.name, start: '2011-09', end: '2014' }], await readDictionaries(api)),
    body: ({ candidateId, school }) => ({
      candidate_id: candidateId,
      school_name_custom_field_option_id: school.optionId,
      start_date_year: 2011,
      start_date_month: 9,
      end_date_year: 2014,
    }),
    answer: { added: 1, skipped: [] },
  },
  {
    title: 'adding an entry of a career',
    method: 'POST',
    path: () => '/v3/candidate_employments',
    scope: 'harvest:candidate_employments:create',
    run: async (api, { candidateId }) => {
      const { entries } = await careerOf(api, {
        positions: [{ company: 'Quayside', title: 'Tester', start: '2020' }],
        education: [],
      });
      for (const entry of entries) await addToCareer(api, candidateId, entry);
    },
    body: ({ candidateId }) => ({
      candidate_id: candidateId,
      company_name: 'Quayside',
      title: 'Tester',
      start_date: '2020-01-01',
    }),
    answer: undefined,
  },
  {
    title: 'taking an application back',
    method: 'DELETE',
    path: ({ prospectId }) => `/v3/applications/${prospectId}`,
    scope: 'harvest:applications:destroy',
    run: (api, { prospectId }) => removeApplication(api, prospectId),
    body: null,
    answer: undefined,
    mayBeGone: true,
  },
  {
    title: 'merging two people',
    method: 'POST',
    path: ({ candidateId }) => `/v3/candidates/${candidateId}/merge`,
    scope: 'harvest:candidates:merge',
    run: (api, { candidateId, otherId }) => mergePeople(api, candidateId, otherId),
    body: ({ otherId }) => ({ secondary_candidate_id: otherId }),
    answer: undefined,
  },
  {
    title: 'anonymising a person',
    method: 'PATCH',
    path: ({ candidateId }) => `/v3/candidates/${candidateId}/anonymize`,
    scope: 'harvest:candidates:anonymize',
    run: (api, { candidateId }) => anonymise(api, candidateId, ['full_name', 'emails', 'phone_numbers']),
    body: () => ({ fields: ['full_name', 'emails', 'phone_numbers'] }),
    answer: undefined,
  },
  // The last: with it the person is gone on whom the others are tried.
  {
    title: 'taking a person back',
    method: 'DELETE',
    path: ({ candidateId }) => `/v3/candidates/${candidateId}`,
    scope: 'harvest:candidates:destroy',
    run: (api, { candidateId }) => removePerson(api, candidateId),
    body: null,
    answer: undefined,
    mayBeGone: true,
  },
];
