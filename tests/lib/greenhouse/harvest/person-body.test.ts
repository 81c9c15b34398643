import { describe, expect, it } from 'vitest';

import type { Candidate } from '#lib/candidate/schema.ts';
import { applicationBody, personBody } from '#lib/greenhouse/harvest/person-body.ts';
import type { NewPerson, Target } from '#lib/greenhouse/port.ts';

const nobody: Candidate = { emails: [], phones: [], links: [], positions: [], education: [], skills: [], languages: [] };
const onJob: Target = { kind: 'candidate', jobId: 9102 };
const person = (candidate: Partial<Candidate>, rest: Partial<NewPerson> = {}): NewPerson => ({
  candidate: { ...nobody, firstName: 'Ines', lastName: 'Duarte', ...candidate },
  externalId: 'linkedin:ines-duarte-fixture',
  target: onJob,
  attribution: {},
  tags: [],
  ...rest,
});

describe('the body of a new person', () => {
  it('has no more than was there', () => {
    expect(personBody(person({ title: '  ', company: null, location: '' }))).toEqual({
      first_name: 'Ines',
      last_name: 'Duarte',
      application: { job_id: 9102 },
    });
  });

  it('carries every contact trimmed, typed and once', () => {
    const body = personBody(
      person({
        location: ' Porto, Portugal ',
        emails: [
          { value: ' ines@duarte.example ', type: 'personal' },
          { value: 'Ines@Duarte.example', type: 'work' },
          { value: ' ', type: 'other' },
        ],
        phones: [
          { value: '+351 210 000 000', type: 'mobile' },
          { value: '+351210000000', type: 'work' },
        ],
        links: [
          { url: 'https://www.linkedin.com/in/ines-fixture/', kind: 'linkedin' },
          { url: 'https://www.linkedin.com/in/ines-fixture', kind: 'linkedin' },
          { url: 'https://github.com/ines-fixture', kind: 'github' },
          { url: 'https://social.example/@ines', kind: 'mastodon' },
          { url: 'https://duarte.example', kind: 'website' },
          { url: 'https://www.behance.net/ines-fixture', kind: 'behance' },
          { url: 'https://dev.to/ines-fixture', kind: 'devto' },
        ],
      }),
    );
    expect(body).toMatchObject({
      email_addresses: [{ value: 'ines@duarte.example', type: 'personal' }],
      phone_numbers: [{ value: '+351 210 000 000', type: 'mobile' }],
      addresses: [{ value: 'Porto, Portugal', type: 'home' }],
      social_media_addresses: [
        { value: 'https://www.linkedin.com/in/ines-fixture/' },
        { value: 'https://github.com/ines-fixture' },
        { value: 'https://social.example/@ines' },
      ],
      website_addresses: [
        { value: 'https://duarte.example', type: 'personal' },
        { value: 'https://www.behance.net/ines-fixture', type: 'portfolio' },
        { value: 'https://dev.to/ines-fixture', type: 'blog' },
      ],
    });
  });

  it('carries no link that is not of the web', () => {
    const links = ['javascript:alert(1)', 'data:text/html,x', 'mailto:a@b.example', 'no address'].map((url) => ({
      url,
      kind: 'website',
    }));
    expect(personBody(person({ links }))).not.toHaveProperty('website_addresses');
  });

  it('cuts company and title at 255 characters, and never within one', () => {
    const body = personBody(person({ title: '🦊'.repeat(300), company: `${'x'.repeat(254)} y` }));
    expect(body['title']).toBe('🦊'.repeat(255));
    expect(body['company']).toBe('x'.repeat(254));
  });

  it('names each tag once, in any case', () => {
    const body = personBody(person({}, { tags: [' sourced ', 'Sourced', '', 'remote'] }));
    expect(body['tags']).toEqual(['sourced', 'remote']);
  });

  it.each([{ lastName: null }, { lastName: '  ' }, { firstName: '' }])('is refused before sending with %j', (names) => {
    expect(() => personBody(person(names))).toThrow(expect.objectContaining({ code: 'export/no-name' }));
  });
});

describe('the place where a person goes', () => {
  const application = (target: Target, attribution = {}) => personBody(person({}, { target, attribution }))['application'];

  it('is one job, with the stage and the credit that were chosen', () => {
    expect(application({ kind: 'candidate', jobId: 9102, stageId: 33 }, { sourceId: 77, referrerId: 5 })).toEqual({
      job_id: 9102,
      initial_stage_id: 33,
      source_id: 77,
      referrer_id: 5,
    });
  });

  it('is a prospect with several jobs and a pool', () => {
    expect(application({ kind: 'prospect', jobIds: [9102, 9088, 9102], poolId: 12, poolStageId: 121 }, { sourceId: 77 })).toEqual(
      {
        prospect: true,
        job_ids: [9102, 9088],
        prospect_pool_id: 12,
        prospect_pool_stage_id: 121,
        source_id: 77,
      },
    );
  });

  it('is a prospect with nothing at all, and a pool stage without its pool is left out', () => {
    expect(application({ kind: 'prospect', jobIds: [] })).toEqual({ prospect: true });
    expect(application({ kind: 'prospect', jobIds: [], poolStageId: 121 })).toEqual({ prospect: true });
  });

  it('is the same for somebody known, with their id', () => {
    expect(applicationBody({ candidateId: 550021, target: onJob, attribution: { sourceId: 77 } })).toEqual({
      candidate_id: 550021,
      job_id: 9102,
      source_id: 77,
    });
    expect(applicationBody({ candidateId: 550021, target: { kind: 'prospect', jobIds: [9102] }, attribution: {} })).toEqual({
      candidate_id: 550021,
      prospect: true,
      job_ids: [9102],
    });
  });
});
