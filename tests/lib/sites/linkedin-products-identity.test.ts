import { describe, expect, test } from 'vitest';

import { identify as recruiter } from '#lib/sites/linkedin/recruiter.ts';
import { identify as sales } from '#lib/sites/linkedin/sales.ts';

const AEM = 'AEMAAPpW6gEBrFrKCpfW3NjCBsWiTcCgBkr6Ytc';
const ACW = 'ACwAAP1R2oEBNMidGD-_ad71Hyh-YF4Gd7NMUpQ';

describe('the profile of Recruiter that a URL names', () => {
  test.each([
    `https://www.linkedin.com/talent/profile/${AEM}`,
    `https://www.linkedin.com/talent/profile/${AEM}?trk=FLAGSHIP_VIEW_IN_RECRUITER`,
    `https://www.linkedin.com/talent/profile/${AEM}/?project=9#experience`,
    `http://linkedin.com/talent/profile/${AEM}/messages`,
    `https://www.linkedin.com/talent/search/profile/${AEM}?searchContextId=abc`,
    `https://www.linkedin.com/talent/hire/77001234/manage/all/profile/${AEM}?start=0`,
    `https://www.linkedin.com/talent/hire/77001234/discover/recruiterSearch/profile/${AEM}`,
    `https://www.linkedin.com/talent/hire/77001234/discover/automatedSourcing/review/profile/${AEM}`,
  ])('%s', (url) => {
    expect(recruiter(new URL(url))).toEqual({
      site: 'linkedin-recruiter',
      handle: AEM,
      url: `https://www.linkedin.com/talent/profile/${AEM}`,
    });
  });

  test.each([
    'https://www.linkedin.com/talent/home',
    'https://www.linkedin.com/talent/hire/77001234/manage/all',
    'https://www.linkedin.com/talent/profile/',
    `https://www.linkedin.com/talent/profile/${AEM.toLowerCase()}`,
    `https://www.linkedin.com/talent/profile/${AEM.slice(0, 38)}`,
    `https://www.linkedin.com/talent/profile/${AEM}x`,
    `https://www.linkedin.com/talent/profile/${ACW}`,
    `https://www.linkedin.com/in/${AEM}`,
    `https://www.linkedin.com/talent/search?next=/talent/profile/${AEM}`,
    `https://linkedin.com.evil.example/talent/profile/${AEM}`,
    `https://www.linkedin.com@evil.example/talent/profile/${AEM}`,
    `https://evil.www.linkedin.com/talent/profile/${AEM}`,
    `ftp://www.linkedin.com/talent/profile/${AEM}`,
  ])('none in %s', (url) => {
    expect(recruiter(new URL(url))).toBeUndefined();
  });
});

describe('the lead of Sales Navigator that a URL names', () => {
  test.each([
    `https://www.linkedin.com/sales/lead/${ACW},NAME_SEARCH,Zk1x`,
    `https://www.linkedin.com/sales/lead/${ACW},NAME_SEARCH,Zk1x?_ntb=abc%3D%3D`,
    `https://www.linkedin.com/sales/lead/${ACW}%2CNAME_SEARCH%2CZk1x`,
    `https://www.linkedin.com/sales/lead/${ACW}/`,
    `https://www.linkedin.com/sales/people/${ACW},OUT_OF_NETWORK,x-_9`,
    `http://linkedin.com/sales/lead/${ACW}`,
  ])('%s', (url) => {
    expect(sales(new URL(url))).toEqual({
      site: 'linkedin-sales',
      handle: ACW,
      url: `https://www.linkedin.com/sales/lead/${ACW}`,
    });
  });

  test.each([
    'https://www.linkedin.com/sales/home',
    'https://www.linkedin.com/sales/search/people?query=x',
    'https://www.linkedin.com/sales/lists/people/123',
    'https://www.linkedin.com/sales/company/91002301',
    `https://www.linkedin.com/sales/lead/${ACW.slice(0, 38)},NAME_SEARCH,x`,
    `https://www.linkedin.com/sales/lead/${AEM},NAME_SEARCH,x`,
    `https://www.linkedin.com/sales/lead/,NAME_SEARCH,${ACW}`,
    `https://linkedin.com.evil.example/sales/lead/${ACW}`,
    `https://notlinkedin.com/sales/lead/${ACW}`,
  ])('none in %s', (url) => {
    expect(sales(new URL(url))).toBeUndefined();
  });
});
