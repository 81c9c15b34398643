import { describe, expect, test } from 'vitest';

import { identify, isOrcid } from '#lib/sites/orcid.ts';

const ID = '0000-0000-4000-017X';

test('the last character proves the others', () => {
  expect(isOrcid(ID)).toBe(true);
  expect(isOrcid('0000-0000-4000-0110')).toBe(true);
  for (const digit of '0123456789') expect(isOrcid(`0000-0000-4000-017${digit}`)).toBe(false);
  expect(isOrcid('0000-0000-4001-017X'), 'one digit mistyped').toBe(false);
  expect(isOrcid('0000-0000-4000-071X'), 'two digits exchanged').toBe(false);
  expect(isOrcid(`${ID}1`)).toBe(false);
});

describe('the address of a record', () => {
  test.each([
    [`https://orcid.org/${ID}`, ID, `https://orcid.org/${ID}`],
    [`http://orcid.org/${ID}`, ID, `https://orcid.org/${ID}`],
    [`https://www.orcid.org/${ID}/`, ID, `https://orcid.org/${ID}`],
    [`https://orcid.org/${ID.toLowerCase()}`, ID, `https://orcid.org/${ID}`],
    [`https://orcid.org/${ID}?lang=de#works`, ID, `https://orcid.org/${ID}`],
    [`https://orcid.org/${ID}/print`, ID, `https://orcid.org/${ID}`],
    [`https://sandbox.orcid.org/${ID}`, `sandbox.orcid.org/${ID}`, `https://sandbox.orcid.org/${ID}`],
    [`https://qa.orcid.org/${ID}`, `qa.orcid.org/${ID}`, `https://qa.orcid.org/${ID}`],
  ])('%s', (address, handle, url) => {
    expect(identify(new URL(address))).toEqual({ site: 'orcid', handle, url });
  });

  test.each([
    'https://orcid.org/',
    'https://orcid.org/my-orcid',
    'https://orcid.org/signin',
    'https://orcid.org/0000-0000-4000-0170',
    'https://orcid.org/000000004000017X',
    `https://orcid.org/${ID}/works`,
    `https://pub.orcid.org/${ID}`,
    `https://info.orcid.org/${ID}`,
    `https://orcid.org.evil.example/${ID}`,
    `https://notorcid.org/${ID}`,
    `https://orcid.org@evil.example/${ID}`,
  ])('is not %s', (address) => {
    expect(identify(new URL(address))).toBeUndefined();
  });
});
