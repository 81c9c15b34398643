/** Other pages of the person on show: added because the recruiter clicked or agreed, never else. */
import { beforeEach, describe, expect, test } from 'vitest';

import { theirPagesOf, type PagesModel } from '#lib/panel/pages.ts';
import { createPanel, type Panel } from '#lib/panel/panel.ts';

import { fakeWorld, MIRA_TAB, type FakeOptions } from './fake-ports.ts';
import { mira, readingOf } from './people.ts';

const GITHUB = { id: MIRA_TAB.id, url: 'https://github.com/Mira-Fixture' };
const WEBSITE = { id: MIRA_TAB.id, url: 'https://mira.example/' };
const TO_GITHUB = { url: GITHUB.url, kind: 'github' };
const TO_LINKEDIN = { url: 'https://www.linkedin.com/in/mira-okafor-fixture/', kind: 'linkedin' };

const linkedin = readingOf('mira-okafor-fixture', {
  links: [
    { url: 'https://www.linkedin.com/in/mira-okafor-fixture/', kind: 'linkedin' },
    TO_GITHUB,
    { url: 'http://www.mira.example', kind: 'website' },
    { url: 'https://github.com/mira-fixture/tides', kind: 'github' },
    { url: 'https://www.instagram.com/mira_fixture', kind: 'instagram' },
  ],
});
const github = readingOf(
  '',
  { firstName: 'Mira', lastName: 'O.', location: 'Lisbon', emails: [{ value: 'mira@tides.example', type: 'personal' }] },
  { site: 'github', externalId: 'github:mira-fixture', url: 'https://github.com/mira-fixture' },
);
const linkingBack = { ...github, candidate: { ...github.candidate!, links: [TO_LINKEDIN] } };
const website = readingOf(
  '',
  { location: 'Porto' },
  { site: 'web', externalId: 'web:id-of-jsonld', aliases: ['web:mira.example'], url: WEBSITE.url },
);

let world: ReturnType<typeof fakeWorld>;
let panel: Panel;
let pages: PagesModel;

function open(options: FakeOptions = {}) {
  world = fakeWorld(options);
  panel = createPanel(world.ports);
  panel.start();
  pages = theirPagesOf(panel);
}
async function show(tab: typeof GITHUB, reading: typeof github) {
  world.ports.tab.read.mockResolvedValue(reading);
  await world.show(tab);
}
const shown = () => panel.person.draft.value!;
const offered = () => pages.alsoOn.value.map(({ name }) => name);
const click = async (name: string) => {
  await pages.open(pages.alsoOn.value.find((page) => page.name === name)!);
};

beforeEach(async () => {
  open();
  await show(MIRA_TAB as typeof GITHUB, linkedin);
});

describe('a page that their links lead to', () => {
  test('is offered where there is a reader for it: no repository, no page of the person on show', () => {
    expect(offered()).toEqual(['GitHub', 'mira.example']);
  });

  test('adds to the person when it was opened by that click, and carries its id along', async () => {
    await click('GitHub');
    expect(world.ports.tab.open).toHaveBeenCalledExactlyOnceWith(GITHUB.id, GITHUB.url);
    await show(GITHUB, github);
    expect(shown()).toMatchObject({
      externalId: 'linkedin:mira-okafor-fixture',
      candidate: { lastName: 'Okafor', location: 'Lisbon' },
    });
    expect(panel.person.keys.value?.externalIds).toEqual(['linkedin:mira-okafor-fixture', 'github:mira-fixture']);
    expect(offered()).toEqual(['mira.example']);
    expect(pages.added.value.map(({ name }) => name)).toEqual(['GitHub']);
  });

  test('is known by the address that was linked, whatever better id the page has', async () => {
    await click('mira.example');
    await show(WEBSITE, website);
    expect(shown()).toMatchObject({ externalId: 'linkedin:mira-okafor-fixture', candidate: { location: 'Porto' } });
  });

  test('is somebody of their own when it was opened by hand, and so is another page after the click', async () => {
    await show(GITHUB, github);
    expect(shown().externalId).toBe('github:mira-fixture');
    await show(MIRA_TAB as typeof GITHUB, linkedin);
    await click('mira.example');
    await show(GITHUB, github);
    expect(shown().externalId).toBe('github:mira-fixture');
  });

  test('takes along what was typed when it was somebody of their own', async () => {
    await show(GITHUB, github);
    panel.person.setNote('Met in Porto');
    panel.person.setText('title', 'Principal');
    await show(MIRA_TAB as typeof GITHUB, linkedin);
    await click('GitHub');
    await show(GITHUB, github);
    expect(shown()).toMatchObject({
      externalId: 'linkedin:mira-okafor-fixture',
      note: 'Met in Porto',
      candidate: { title: 'Principal' },
    });
  });

  test('stays added when the panel is closed', async () => {
    await click('GitHub');
    await show(GITHUB, github);
    await world.pass(1000);
    open({ drafts: world.drafts });
    await show(MIRA_TAB as typeof GITHUB, linkedin);
    expect(shown().candidate.location).toBe('Lisbon');
    expect(pages.added.value.map(({ name }) => name)).toEqual(['GitHub']);
  });
});

describe('a page that is opened by hand and linked with somebody', () => {
  test('is asked about, and added only then', async () => {
    await show(GITHUB, linkingBack);
    expect(shown().externalId).toBe('github:mira-fixture');
    expect(pages.maybe.value).toMatchObject({ externalId: 'linkedin:mira-okafor-fixture', name: 'Mira Okafor' });
    pages.add();
    expect(shown()).toMatchObject({ externalId: 'linkedin:mira-okafor-fixture', candidate: { location: 'Lisbon' } });
    expect(pages.maybe.value).toBeUndefined();
    expect(world.drafts.has('github:mira-fixture')).toBe(false);
  });

  test('is not asked about again once they are two', async () => {
    await show(GITHUB, linkingBack);
    pages.keepApart();
    expect(pages.maybe.value).toBeUndefined();
    await show(MIRA_TAB as typeof GITHUB, linkedin);
    expect(pages.maybe.value).toBeUndefined();
    await show(GITHUB, linkingBack);
    expect(pages.maybe.value).toBeUndefined();
    expect(shown().externalId).toBe('github:mira-fixture');
  });

  test('nobody is asked about without a link', async () => {
    open();
    await show(MIRA_TAB as typeof GITHUB, mira);
    await show(GITHUB, github);
    expect(pages.maybe.value).toBeUndefined();
  });
});

describe('a page that is taken off', () => {
  test('leaves the person as they were, and is somebody of their own when it is on show', async () => {
    const before = shown().candidate;
    await click('GitHub');
    await show(GITHUB, linkingBack);
    pages.takeOff(pages.added.value[0]!);
    await world.settle();
    expect(shown().externalId).toBe('github:mira-fixture');
    expect(pages.maybe.value, 'they were said to be two').toBeUndefined();
    await show(MIRA_TAB as typeof GITHUB, linkedin);
    expect(shown().candidate).toEqual(before);
    expect(panel.person.keys.value?.externalIds).toEqual(['linkedin:mira-okafor-fixture']);
  });
});
