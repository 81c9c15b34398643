import { describe, expect, test } from 'vitest';

import { identify, toHandle } from '#lib/sites/linkedin/identity.ts';
import { isProfileId, memberNumber } from '#lib/sites/linkedin/profile-id.ts';

const ID = 'ACoAAPRhCWwBXy0WAe3BGlyQ2DAkpHxJHr6VYCQ';
const handle = (url: string) => identify(new URL(url))?.handle;

describe('the profile that a URL names', () => {
  test.each([
    ['https://www.linkedin.com/in/ines-fixture/', 'ines-fixture'],
    ['https://www.linkedin.com/in/ines-fixture', 'ines-fixture'],
    ['http://linkedin.com/in/ines-fixture', 'ines-fixture'],
    ['https://m.linkedin.com/in/ines-fixture', 'ines-fixture'],
    ['https://se.linkedin.com/in/ines-fixture?trk=public_profile', 'ines-fixture'],
    ['https://www.linkedin.com/in/Ines-FIXTURE/', 'ines-fixture'],
    ['https://www.linkedin.com/in/ines-fixture/de', 'ines-fixture'],
    ['https://www.linkedin.com/in/ines-fixture/zh-cn/', 'ines-fixture'],
    ['https://www.linkedin.com/in/ines-fixture?locale=de_DE', 'ines-fixture'],
    ['https://www.linkedin.com/in/ines-fixture/details/experience/', 'ines-fixture'],
    ['https://www.linkedin.com/in/ines-fixture/overlay/contact-info/', 'ines-fixture'],
    ['https://www.linkedin.com/in/ines-fixture/detail/contact-info/', 'ines-fixture'],
    ['https://www.linkedin.com/in/ines-fixture/overlay/1635/skill-associations-details/?profileUrn=x', 'ines-fixture'],
    ['https://www.linkedin.com/in/ines-fixture/#experience', 'ines-fixture'],
    ['https://www.linkedin.com/in/%C5%82ucja-fixture/', 'łucja-fixture'],
    ['https://www.linkedin.com/in/łucja-fixture/', 'łucja-fixture'],
    ['https://www.linkedin.com/in/zoe%CC%88-fixture/', 'zoë-fixture'],
    ['https://www.linkedin.com/in/王-fixture', '王-fixture'],
    ['https://www.linkedin.com/in/nair-🦋-fixture', 'nair-🦋-fixture'],
    [`https://www.linkedin.com/in/${ID}`, ID],
    [`https://www.linkedin.com/in/${ID}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${ID}`, ID],
    [`https://www.linkedin.com/profile/view?id=${ID}`, ID],
    ['https://uk.linkedin.com/pub/ines-fixture/5a/706/981', 'ines-fixture-9817065a'],
    ['https://www.linkedin.com/pub/ines-fixture/1/2a/3', 'ines-fixture-00302a1'],
    ['https://www.linkedin.com/authwall?sessionRedirect=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fines-fixture%2F', 'ines-fixture'],
    ['https://www.linkedin.com/uas/login?session_redirect=%2Fin%2Fines-fixture', 'ines-fixture'],
  ])('%s', (url, expected) => {
    expect(handle(url)).toBe(expected);
  });

  test('has one canonical address, percent-encoded', () => {
    expect(identify(new URL('http://pl.linkedin.com/in/%C5%82ucja-fixture/de?trk=x'))).toEqual({
      site: 'linkedin',
      handle: 'łucja-fixture',
      url: 'https://www.linkedin.com/in/%C5%82ucja-fixture/',
    });
  });
});

describe('no profile', () => {
  test.each([
    'https://www.linkedin.com/in/me/',
    'https://www.linkedin.com/in/',
    'https://www.linkedin.com/in/unavailable/',
    'https://www.linkedin.com/in/%E0%A4%A/',
    'https://www.linkedin.com/in/a%2Fb/',
    'https://www.linkedin.com/in/ines-fixture/recent-activity/all/',
    'https://www.linkedin.com/in/ines-fixture/detail/recent-activity/',
    'https://www.linkedin.com/feed/',
    'https://www.linkedin.com/company/nordlys/',
    'https://www.linkedin.com/school/nordlys/people/',
    'https://www.linkedin.com/search/results/people/?keywords=in/ines-fixture',
    'https://www.linkedin.com/mynetwork/invite-connect/connections/',
    'https://www.linkedin.com/talent/profile/AEMAAAxyz',
    'https://www.linkedin.com/sales/lead/ACwAAxyz,NAME_SEARCH,abc',
    'https://www.linkedin.com/pub/dir/ines/okafor',
    'https://www.linkedin.com/profile/view?id=123456',
    'https://www.linkedin.com/authwall?sessionRedirect=https%3A%2F%2Fevil.example%2Fin%2Fines-fixture',
    'https://www.linkedin.com/authwall',
    'https://linkedin.com.evil.example/in/ines-fixture/',
    'https://notlinkedin.com/in/ines-fixture/',
    'https://www-linkedin.com/in/ines-fixture/',
    'https://linkedin.com@evil.example/in/ines-fixture/',
    'https://evil.example/linkedin.com/in/ines-fixture/',
    'https://evil.www.linkedin.com/in/ines-fixture/',
    'https://business.linkedin.com/in/ines-fixture/',
    'https://www.linkedin.com./in/ines-fixture/',
    'ftp://www.linkedin.com/in/ines-fixture/',
  ])('%s', (url) => {
    expect(handle(url)).toBeUndefined();
  });
});

describe('the number in a profile id', () => {
  test.each([
    [ID, '4100000108'],
    ['ACoAAAAAAAEBAAAAAAAAAAAAAAAAAAAAAAAAAAA', '1'],
    ['ACoAAP____8BAAAAAAAAAAAAAAAAAAAAAAAAAAA', '4294967295'],
    ['ACwAAP1R2oEBNMidGD-_ad71Hyh-YF4Gd7NMUpQ', '4250000001'],
    ['AEMAAPpW6gEBrFrKCpfW3NjCBsWiTcCgBkr6Ytc', '4200000001'],
  ])('%s is of member %s', (id, number) => {
    expect(memberNumber(id)).toBe(number);
  });

  test.each([
    ['another tag', ID.replace('ACoAA', 'ACxAA')],
    ['more bits than 29 bytes have', `${ID.slice(0, 38)}R`],
    ['another length', ID.slice(0, 38)],
    ['another layout', `${ID.slice(0, 11)}A${ID.slice(12)}`.replace(ID.slice(8, 12), 'AAAA')],
    ['no id', 'ines-fixture'],
  ])('is not derived from %s', (_, id) => {
    expect(memberNumber(id)).toBeUndefined();
  });

  test('an id keeps its case where a slug loses it', () => {
    expect(toHandle(ID)).toBe(ID);
    expect(isProfileId(ID.toLowerCase())).toBe(false);
    expect(toHandle('Ines-Fixture')).toBe('ines-fixture');
  });
});
