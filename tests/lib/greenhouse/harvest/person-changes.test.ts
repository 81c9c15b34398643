import { describe, expect, it } from 'vitest';

import type { WholeCandidate } from '#lib/greenhouse/harvest/lists/whole-candidate.ts';
import { patchOf, type PersonChanges } from '#lib/greenhouse/harvest/person-changes.ts';

const row: WholeCandidate = {
  id: 7,
  first_name: 'Ines',
  last_name: 'Duarte',
  company: 'Quayside',
  title: null,
  tags: ['Rust'],
  email_addresses: [{ value: 'Ines@Duarte.example', type: 'work' }],
  phone_numbers: [{ value: '+351 210 000 000', type: null }],
  addresses: [],
  website_addresses: [{ value: 'www.linkedin.com/in/ines-fixture/', type: 'personal' }],
  social_media_addresses: [{ value: 'https://github.com/ines-fixture' }],
  custom_fields: {
    notice_period: { type: 'short_text', value: '3 months' },
    languages: { type: 'multi_select', value: ['French', 'German'] },
  },
};
const patch = (changes: PersonChanges) => patchOf(row, changes);

describe('the body that adds to a person', () => {
  it('is empty when everything is there, however it is spelled', () => {
    expect(
      patch({
        add: {
          emails: [{ value: 'ines@duarte.EXAMPLE', type: 'personal' }],
          phones: [{ value: '+351210000000', type: 'mobile' }],
          links: [
            { url: 'https://linkedin.com/in/ines-fixture', kind: 'linkedin' },
            { url: 'http://GitHub.com/ines-fixture#about', kind: 'website' },
          ],
        },
        set: { company: ' Quayside ', title: '' },
        tags: ['rust', ' '],
        customFields: [
          { key: 'notice_period', value: '3 months' },
          { key: 'languages', value: [1, 2], read: ['French', 'German'] },
        ],
      }),
    ).toEqual({});
  });

  it('has each list that grew as the union, because what is sent replaces what is there', () => {
    expect(
      patch({
        add: {
          emails: [{ value: 'ines@fixture.example', type: 'personal' }],
          phones: [{ value: '+351 210 000 001', type: 'mobile' }],
          links: [{ url: 'https://ines-fixture.example', kind: 'website' }],
          location: 'Porto',
        },
        tags: ['Sourced', 'sourced'],
      }),
    ).toEqual({
      email_addresses: [
        { value: 'Ines@Duarte.example', type: 'work' },
        { value: 'ines@fixture.example', type: 'personal' },
      ],
      // Every value carries its type, those that were read without one too.
      phone_numbers: [
        { value: '+351 210 000 000', type: 'other' },
        { value: '+351 210 000 001', type: 'mobile' },
      ],
      website_addresses: [
        { value: 'www.linkedin.com/in/ines-fixture/', type: 'personal' },
        { value: 'https://ines-fixture.example', type: 'personal' },
      ],
      addresses: [{ value: 'Porto', type: 'home' }],
      tags: ['Rust', 'Sourced'],
    });
  });

  it('sets lines, clears those that may be empty, and leaves nobody without a name', () => {
    expect(patch({ set: { firstName: ' ', lastName: 'Duarte Lopes', company: '', title: 'Engineer' } })).toEqual({
      last_name: 'Duarte Lopes',
      company: '',
      title: 'Engineer',
    });
  });

  it('has the custom fields that change, and no other', () => {
    const customFields = [
      { key: 'notice_period', value: '1 month' },
      { key: 'languages', value: [1], read: ['French'] },
      { key: 'portfolio', value: null },
    ];
    expect(patch({ customFields })).toEqual({
      custom_fields: [
        { name_key: 'notice_period', value: '1 month' },
        { name_key: 'languages', value: [1] },
      ],
    });
  });
});
