import { describe, expect, test } from 'vitest';

import { toLink, unwrap } from '#lib/candidate/links.ts';

describe('a link', () => {
  test.each([
    ['https://jane.example', undefined, 'https://jane.example/', 'website'],
    ['jane.example/about', undefined, 'https://jane.example/about', 'website'],
    ['/cv', 'https://jane.example/', 'https://jane.example/cv', 'website'],
    ['//jane.example/cv', 'https://doe.example/', 'https://jane.example/cv', 'website'],
    ['https://jane.example/?utm_source=x&page=2&fbclid=9', undefined, 'https://jane.example/?page=2', 'website'],
    ['https://jane.example/?q=a%20b', undefined, 'https://jane.example/?q=a%20b', 'website'],
    ['https://user:secret@jane.example/', undefined, 'https://jane.example/', 'website'],
    ['https://www.linkedin.com/in/jane-fixture?trk=x', undefined, 'https://www.linkedin.com/in/jane-fixture', 'linkedin'],
    ['https://no.linkedin.com/in/jane-fixture', undefined, 'https://no.linkedin.com/in/jane-fixture', 'linkedin'],
    ['https://GitHub.com/Jane-Fixture', undefined, 'https://github.com/Jane-Fixture', 'github'],
    ['https://twitter.com/jane_fixture?s=20', undefined, 'https://twitter.com/jane_fixture', 'x'],
    ['https://social.example/@jane', undefined, 'https://social.example/@jane', 'mastodon'],
    ['https://medium.com/@jane', undefined, 'https://medium.com/@jane', 'medium'],
    ['https://bsky.app/profile/jane.example', undefined, 'https://bsky.app/profile/jane.example', 'bluesky'],
    ['https://scholar.google.no/citations?user=AbC', undefined, 'https://scholar.google.no/citations?user=AbC', 'scholar'],
    ['https://linkedin.com.evil.example/in/jane', undefined, 'https://linkedin.com.evil.example/in/jane', 'website'],
    ['https://notgithub.com/jane', undefined, 'https://notgithub.com/jane', 'website'],
  ])('%s (on %s) is %s of %s', (href, base, url, kind) => {
    expect(toLink(href, base)).toEqual({ url, kind });
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:jane@doe.example',
    'http://',
    'jane',
    '',
    'https://localhost/',
    '#top',
  ])('is not %j', (href) => {
    expect(toLink(href)).toBeUndefined();
  });
});

describe('a redirecting link', () => {
  const target = 'https://jane.example/cv?lang=en';
  const inner = encodeURIComponent(target);
  test.each([
    `https://www.linkedin.com/redir/redirect?url=${inner}&urlhash=x&trk=y`,
    `https://www.linkedin.com/safety/go?url=${inner}`,
    `https://l.facebook.com/l.php?u=${inner}&h=z`,
    `https://www.google.com/url?q=${inner}&sa=D`,
    `https://l.facebook.com/l.php?u=${encodeURIComponent(`https://www.linkedin.com/safety/go?url=${inner}`)}`,
  ])('is opened: %s', (href) => {
    expect(unwrap(href)).toBe(target);
    expect(toLink(href)?.url).toBe(target);
  });

  test.each(['https://lnkd.in/abc', 'https://t.co/abc', 'https://evil.example/redir/redirect?url=https%3A%2F%2Fjane.example'])(
    'stays when only the network could tell, or the host is another: %s',
    (href) => {
      expect(unwrap(href)).toBe(href);
    },
  );

  test('into a script is nothing', () => {
    expect(toLink('https://www.linkedin.com/redir/redirect?url=javascript%3Aalert(1)')).toBeUndefined();
  });
});
