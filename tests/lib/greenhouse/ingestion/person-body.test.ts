import { describe, expect, it } from 'vitest';

import { personBody } from '#lib/greenhouse/ingestion/person-body.ts';
import type { Target } from '#lib/greenhouse/port.ts';

import { OWN_JOB, somebody } from './bench.ts';

describe('the body of a person from a partner', () => {
  it('has every value under the name that this API has for it', () => {
    const body = personBody(
      somebody({
        title: 'Engineer',
        company: 'Quayside',
        location: 'Porto',
        phones: [
          { value: '+351 210 000 000', type: 'mobile' },
          { value: 'ines.duarte', type: 'skype' },
        ],
        links: [
          { url: 'https://www.linkedin.com/in/ines-duarte-fixture', kind: 'linkedin' },
          { url: 'https://ines.example/', kind: 'website' },
        ],
      }),
    );
    expect(body).toEqual({
      first_name: 'Ines',
      last_name: 'Duarte',
      company: 'Quayside',
      title: 'Engineer',
      external_id: 'linkedin:ines-duarte-fixture',
      emails: [{ email: 'ines@duarte.example', type: 'personal' }],
      // There is no word for Skype.
      phone_numbers: [
        { phone_number: '+351 210 000 000', type: 'mobile' },
        { phone_number: 'ines.duarte', type: 'other' },
      ],
      addresses: [{ address: 'Porto', type: 'home' }],
      social_media: [{ url: 'https://www.linkedin.com/in/ines-duarte-fixture' }],
      websites: [{ url: 'https://ines.example/', type: 'personal' }],
      prospect: false,
      job_id: OWN_JOB,
    });
  });

  it.each<[string, Target, object]>([
    ['for no job', { kind: 'prospect', jobIds: [] }, { prospect: true }],
    ['for a job', { kind: 'prospect', jobIds: [OWN_JOB] }, { prospect: true, job_id: OWN_JOB }],
    [
      'in a stage of a pool',
      { kind: 'prospect', jobIds: [], poolId: 12, poolStageId: 122 },
      { prospect: true, prospect_pool_id: 12, prospect_pool_stage_id: 122 },
    ],
    ['in a stage without its pool', { kind: 'prospect', jobIds: [], poolStageId: 122 }, { prospect: true }],
  ])('makes a prospect %s', (_, target, expected) => {
    const { prospect, job_id, prospect_pool_id, prospect_pool_stage_id } = personBody(somebody({}, { target }));
    expect(JSON.parse(JSON.stringify({ prospect, job_id, prospect_pool_id, prospect_pool_stage_id }))).toEqual(expected);
  });

  it('has the note without the blanks around it, and none that is only blanks', () => {
    expect(personBody(somebody({}, { note: ' Met at a meetup.\n' }))).toMatchObject({ notes: 'Met at a meetup.' });
    expect(personBody(somebody({}, { note: ' \n' }))).not.toHaveProperty('notes');
  });

  it('is not made for somebody without a last name', () => {
    expect(() => personBody(somebody({ lastName: ' ' }))).toThrow(expect.objectContaining({ code: 'export/no-name' }));
  });

  it.each<[string, Parameters<typeof somebody>[1]]>([
    ['a stage', { target: { kind: 'candidate', jobId: OWN_JOB, stageId: 5 } }],
    ['several jobs', { target: { kind: 'prospect', jobIds: [OWN_JOB, OWN_JOB + 1] } }],
    ['a source', { attribution: { sourceId: 71 } }],
    ['credit', { attribution: { referrerId: 4 } }],
    ['a recruiter', { attribution: { recruiterId: 4 } }],
    ['an owner', { target: { kind: 'prospect', jobIds: [], prospectOwnerId: 4 } }],
    ['tags', { tags: ['sourced'] }],
  ])('is not made when %s would be lost without a word', (_, rest) => {
    expect(() => personBody(somebody({}, rest))).toThrow(expect.objectContaining({ code: 'greenhouse/not-offered', sent: 'no' }));
  });
});
