// @vitest-environment happy-dom
/** Servers of known software at addresses of their own: read by that software's reader, and by nothing but the document's word. */
import { describe, expect, test } from 'vitest';

import { readerOf } from '#lib/sites/software.ts';
import { web } from '#lib/sites/web/web.ts';

import forem from '../../sites/devto/complete-with-the-head-of-another-person/page.html?raw';
import gitlab from '../../sites/gitlab/complete/page.html?raw';
import group from '../../sites/gitlab/group-at-the-same-kind-of-address/page.html?raw';
import mastodon from '../../sites/mastodon/app-complete/page.html?raw';
import { readFinished } from '../../sites/readers.ts';
import { caseDocument, caseUrl } from '../../support/case-page.ts';

/** The page of a case as a server at another host would print it. */
function moved(html: string, host: string): { document: Document; address: string } {
  const url = new URL(caseUrl(html));
  const document = caseDocument(html.replaceAll(url.host, host));
  url.host = host;
  return { document, address: url.href };
}

const read = (html: string, host: string) => {
  const { document, address } = moved(html, host);
  return readFinished(web, document, { patienceMs: 0, address: () => address });
};

describe('on a host that nobody knows', () => {
  test.each([
    ['Mastodon', mastodon, 'toots.lyngen.example', 'mastodon', 'solveig_fixture@toots.lyngen.example'],
    ['GitLab', gitlab, 'git.lyngen.example', 'gitlab', 'git.lyngen.example/pawel-fixture'],
    ['Forem', forem, 'community.lyngen.example', 'devto', 'community.lyngen.example/solveig_fixture'],
  ])('%s is read as what it is', async (_name, html, host, site, handle) => {
    const reading = await read(html, host);
    expect(reading).toMatchObject({ site, candidate: { fullName: expect.any(String) } });
    expect([reading.externalId, ...reading.aliases].join(' ')).toContain(`${site}:${handle}`);
  });

  test('a group of GitLab is nobody to the generic reader either', async () => {
    expect((await read(group, 'git.lyngen.example')).status).toBe('not-a-profile');
  });

  test.each([
    ['https://jane.example/@jane', '<title>Jane Varnholt (@jane@jane.example)</title><h1>Jane</h1>'],
    ['https://jane.example/jane', '<meta name="generator" content="GitLab Pages"><h1>Jane</h1>'],
    ['https://toots.lyngen.example/about', '<div id="mastodon"></div>'],
    ['about:blank', '<div id="mastodon"></div>'],
  ])('%s is any page', (address, html) => {
    expect(readerOf(caseDocument(html), address)).toBe(web);
  });
});
