import { describe, expect, test } from 'vitest';

import { isNamedAfter, isOffice, mailboxOf, mainWord, typeOfEmail } from '#lib/candidate/mailbox.ts';

test.each([
  ['jane@Doe.Example', 'jane@doe.example'],
  ['Jane.Doe+jobs@gmail.com', 'janedoe@gmail.com'],
  ['janedoe@googlemail.com', 'janedoe@gmail.com'],
  ['jane.doe+jobs@doe.example', 'jane.doe+jobs@doe.example'],
])('%s arrives at %s', (address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox);
});

test.each([
  ['mail.acme.co.uk', 'acme'],
  ['cs.fjord.edu', 'fjord'],
  ['acme.com', 'acme'],
  ['co.example', 'co'],
])('%s is called %s', (domain, word) => {
  expect(mainWord(domain)).toBe(word);
});

describe('a domain', () => {
  test.each([
    ['acme-robotics.example', 'Acme Robotics GmbH'],
    ['acmerobotics.example', 'Acme Robotics, Inc.'],
    ['fjordtech.example', 'Fjordtech AS'],
    ['mail.fjordtech.co.uk', 'FjordTech'],
    ['nordlys-analytics.example', 'Nordlys'],
    ['wiof.example', 'Western Institute of Optics and Fibre'],
  ])('%s is named after %s', (domain, company) => {
    expect(isNamedAfter(domain, company)).toBe(true);
  });

  test.each([
    ['fjord.example', 'Fjordtech'],
    ['acme.example', 'Northwind'],
    ['it.example', 'Italian Textiles'],
    ['example', 'Acme'],
    ['acme.example', ''],
  ])('%s is not named after %s', (domain, company) => {
    expect(isNamedAfter(domain, company)).toBe(false);
  });
});

describe('an address', () => {
  const owner = { name: ['jane', 'doe'], employers: ['Acme Robotics'] };
  test.each([
    ['jane@gmail.com', 'personal'],
    ['jane@acme-robotics.example', 'work'],
    ['jane@northwind.example', 'other'],
    ['hello@janedoe.example', 'personal'],
    ['j@doe.example', 'other'],
  ] as const)('%s is %s', (address, type) => {
    expect(typeOfEmail(address, owner)).toBe(type);
  });

  test('of the site is work on a page of the staff, and personal where the site is theirs', () => {
    const site = (host: string, isTheirs: boolean) => ({ ...owner, site: { host, isTheirs } });
    expect(typeOfEmail('jane@fjord.example', site('staff.fjord.example', false))).toBe('work');
    expect(typeOfEmail('jane@cs.fjord.example', site('fjord.example', false))).toBe('work');
    expect(typeOfEmail('me@fjord.example', site('fjord.example', true))).toBe('personal');
    expect(typeOfEmail('jane@elsewhere.example', site('fjord.example', true))).toBe('other');
    expect(typeOfEmail('jane@notfjord.example', site('fjord.example', false))).toBe('other');
  });

  test.each(['info@doe.example', 'hello@doe.example', 'Jobs@doe.example', 'office@doe.example'])(
    'is an office’s: %s',
    (address) => {
      expect(isOffice(address)).toBe(true);
    },
  );

  test.each(['informatik.jane@doe.example', 'jane@info.example', 'teamwork@doe.example'])('is nobody’s office: %s', (address) => {
    expect(isOffice(address)).toBe(false);
  });
});
