// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';

import { gitlabAnywhere, identify, identifyAnywhere, isGitlab } from '#lib/sites/gitlab.ts';

import { readFinished } from '../../sites/readers.ts';
import group from '../../sites/gitlab/group-at-the-same-kind-of-address/page.html?raw';
import page from '../../sites/gitlab/complete/page.html?raw';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

describe('the address of a user', () => {
  test.each([
    'https://gitlab.com/jane.fixture',
    'https://gitlab.com/Jane.Fixture/',
    'https://gitlab.com/jane.fixture?tab=x#y',
    'https://www.gitlab.com/jane.fixture',
    'https://gitlab.com/users/jane.fixture/activity',
    'https://gitlab.com/users/Jane.Fixture/followers',
    'https://gitlab.com/users/jane.fixture/projects/',
  ])('%s', (address) => {
    expect(identify(new URL(address))).toEqual({
      site: 'gitlab',
      handle: 'jane.fixture',
      url: 'https://gitlab.com/jane.fixture',
    });
  });

  test.each([
    'https://gitlab.com/',
    'https://gitlab.com/explore',
    'https://gitlab.com/Help',
    'https://gitlab.com/users/sign_in',
    'https://gitlab.com/users/jane/secrets',
    'https://gitlab.com/groups/harbour/-/group_members',
    'https://gitlab.com/jane/tide-tables',
    'https://gitlab.com/-/profile',
    'https://gitlab.com/jane.fixture.atom',
    'https://gitlab.com/robots.txt',
    'https://gitlab.com/ja%20ne',
    'https://gitlab.com/ghost',
    'https://gitlab.com/project_990001_bot_00aa',
    'https://about.gitlab.com/jane',
    'https://gitlab.com.evil.example/jane',
    'https://notgitlab.com/jane',
    'https://gitlab.com@evil.example/jane',
  ])('is not %s', (address) => {
    expect(identify(new URL(address))).toBeUndefined();
  });
});

describe('GitLab on a host of its own', () => {
  const here = 'https://git.harbour.example';

  test('has the host in the handle and in the number', async () => {
    expect(identifyAnywhere(new URL(`${here}:8443/Jane`))).toEqual({
      site: 'gitlab',
      handle: 'git.harbour.example:8443/jane',
      url: 'https://git.harbour.example:8443/jane',
    });
    const address = () => `${here}/Pawel-Fixture`;
    expect(await readFinished(gitlabAnywhere, parse(page), { patienceMs: 0, address })).toMatchObject({
      externalId: 'gitlab:git.harbour.example/pawel-fixture',
      url: `${here}/pawel-fixture`,
      aliases: ['gitlab-id:git.harbour.example/990101'],
      candidate: { fullName: 'Paweł Nowicki' },
    });
  });

  test('is known by its document alone', async () => {
    expect(isGitlab(parse(page))).toBe(true);
    expect(isGitlab(parse(group))).toBe(true);
    const other = parse(
      '<title>jane</title><main itemscope itemtype="http://schema.org/Person"><h1 itemprop="name">Jane</h1>@jane</main>',
    );
    expect(isGitlab(other)).toBe(false);
    const reading = await readFinished(gitlabAnywhere, other, { patienceMs: 0, address: () => `${here}/jane` });
    expect(reading.status).toBe('not-a-profile');
  });
});
