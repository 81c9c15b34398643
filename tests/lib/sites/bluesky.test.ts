// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';

import { bluesky, identify } from '#lib/sites/bluesky.ts';
import { siteFor } from '#lib/sites/list.ts';

import page from '../../sites/bluesky/app-complete/page.html?raw';
import { readFinished } from '../../sites/readers.ts';

const DID = 'did:plc:abcdefghijklmnopqrstuv23';

describe('the address of a profile on Bluesky', () => {
  test.each([
    ['https://bsky.app/profile/jane.bsky.social', 'jane.bsky.social'],
    ['https://bsky.app/profile/Jane.Bsky.Social/', 'jane.bsky.social'],
    ['https://bsky.app/profile/jane.bsky.social?ref=x#top', 'jane.bsky.social'],
    ['https://www.bsky.app/profile/jane.example', 'jane.example'],
    ['http://bsky.app/profile/@jane.example', 'jane.example'],
    ['https://bsky.app/profile/xn--jne-ula.example', 'xn--jne-ula.example'],
    [`https://bsky.app/profile/${DID}`, DID],
    [`https://bsky.app/profile/${DID.replaceAll(':', '%3A')}`, DID],
    ['https://bsky.app/profile/did:web:jane.example', 'did:web:jane.example'],
  ])('%s is %s', (address, handle) => {
    expect(identify(new URL(address))).toEqual({ site: 'bluesky', handle, url: `https://bsky.app/profile/${handle}` });
    expect(siteFor(address.replace('www.', ''))?.id).toBe('bluesky');
  });

  test.each([
    'https://bsky.app/',
    'https://bsky.app/profile',
    'https://bsky.app/profile/jane',
    'https://bsky.app/profile/jane.bsky.social/post/3kfixture',
    'https://bsky.app/profile/jane.bsky.social/feed/search',
    'https://bsky.app/profile/jane.bsky.social/followers',
    'https://bsky.app/profile/did:plc:tooshort',
    'https://bsky.app/profile/-jane.example',
    'https://bsky.app/jane.bsky.social',
    'https://bsky.app/settings/profile/jane.bsky.social',
    'https://jane.bsky.social/',
    'https://go.bsky.app/profile/jane.bsky.social',
    'https://bsky.app.evil.example/profile/jane.bsky.social',
    'https://notbsky.app/profile/jane.bsky.social',
    'https://bsky.app@evil.example/profile/jane.bsky.social',
  ])('is not %s', (address) => {
    expect(identify(new URL(address))).toBeUndefined();
  });
});

test('one account has the same keys by its handle and by its DID', async () => {
  const did = 'did:plc:aaaaaaaaaaaaaaaaaaaasol2';
  const document = new DOMParser().parseFromString(page, 'text/html');
  const keysAt = async (address: string) => {
    const { externalId, aliases } = await readFinished(bluesky, document, { patienceMs: 0, address: () => address });
    return [externalId, ...aliases];
  };
  const handle = 'bluesky:solveig.nordmann.example';
  expect(await keysAt('https://bsky.app/profile/solveig.nordmann.example')).toEqual([handle, `bluesky-did:${did}`]);
  expect(await keysAt(`https://bsky.app/profile/${did}`)).toEqual([`bluesky:${did}`, `bluesky-did:${did}`, handle]);
});
