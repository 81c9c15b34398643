import { beforeEach, describe, expect, test } from 'vitest';

import type { Reading } from '#lib/candidate/reading.ts';
import { AppError } from '#lib/errors.ts';
import { createPanel, type Panel } from '#lib/panel/panel.ts';

import { fakeWorld, MIRA_TAB, TOMAS_TAB } from './fake-ports.ts';
import { mira, readingOf, tomas } from './people.ts';

let world: ReturnType<typeof fakeWorld>;
let panel: Panel;

beforeEach(() => {
  world = fakeWorld();
  panel = createPanel(world.ports);
  panel.start();
});

const nameOnShow = () => panel.person.draft.value?.candidate.firstName;

describe('the page beside the panel', () => {
  test('a profile is read and its person shown', async () => {
    await world.show(MIRA_TAB);
    expect(panel.page.state.value.is).toBe('person');
    expect(nameOnShow()).toBe('Mira');
  });

  test('another address takes the person off at once, before anything is read', async () => {
    await world.show(MIRA_TAB);
    world.heard.tab?.({ ...MIRA_TAB, url: 'https://www.linkedin.com/in/someone-else-fixture/' });
    expect(panel.page.state.value.is).toBe('reading');
    expect(panel.person.draft.value).toBeUndefined();
  });

  test('a late answer about A is dropped once the panel is about B', async () => {
    const late = Promise.withResolvers<Reading>();
    world.ports.tab.read.mockImplementation((tabId) => (tabId === MIRA_TAB.id ? late.promise : Promise.resolve(tomas)));
    await world.show(MIRA_TAB);
    await world.show(TOMAS_TAB);
    late.resolve(mira);
    await world.settle();
    expect(nameOnShow()).toBe('Tomas');
  });

  test('a person who only arrives after a slow draft was loaded does not replace the next one', async () => {
    const slow = Promise.withResolvers<undefined>();
    const { load } = world.ports.memory.drafts;
    world.ports.memory.drafts.load = (externalId) => (externalId.includes('mira') ? slow.promise : load(externalId));
    await world.show(MIRA_TAB);
    world.ports.tab.read.mockResolvedValue(tomas);
    await world.show(TOMAS_TAB);
    slow.resolve(undefined);
    await world.settle();
    expect(nameOnShow()).toBe('Tomas');
  });

  test('several address changes in one move are one reading', async () => {
    await world.settle();
    for (const end of ['', '?a', '?b']) world.heard.tab?.({ ...MIRA_TAB, url: `${MIRA_TAB.url}${end}` });
    await world.pass(500);
    expect(world.ports.tab.read).toHaveBeenCalledTimes(1);
  });

  test('a page that is being drawn again keeps its person on show', async () => {
    await world.show(MIRA_TAB);
    world.ports.tab.read.mockResolvedValue({ ...mira, status: 'not-ready', candidate: null });
    panel.page.readAgain();
    await world.settle();
    expect(nameOnShow()).toBe('Mira');
  });

  test.each(['not-ready', 'not-a-profile', 'blocked', 'moved'] as const)('a page that is %s shows nobody', async (status) => {
    world.ports.tab.read.mockResolvedValue({ ...mira, status, people: [] });
    await world.show(MIRA_TAB);
    expect(panel.page.state.value).toMatchObject({ is: 'nobody', status });
    expect(panel.person.draft.value).toBeUndefined();
  });

  test('a browser page is said to be unreadable without trying', async () => {
    await world.show({ id: 9, url: 'chrome://settings' });
    expect(panel.page.state.value.is).toBe('unsupported');
    expect(world.ports.tab.read).not.toHaveBeenCalled();
  });

  test('a site that was not allowed is asked for in the click itself, and read once it is', async () => {
    world.ports.tab.read.mockRejectedValue(new AppError('page/no-access'));
    await world.show(MIRA_TAB);
    expect(panel.page.state.value).toEqual({ is: 'no-access', url: MIRA_TAB.url });
    void panel.page.allowAccess();
    expect(world.ports.tab.askToRead).toHaveBeenCalledWith(MIRA_TAB.url);
    world.ports.tab.read.mockResolvedValue(mira);
    world.heard.access?.();
    await world.settle();
    expect(nameOnShow()).toBe('Mira');
  });

  test('a toolbar click in another window does not read our tab', async () => {
    await world.show(MIRA_TAB);
    const before = world.ports.tab.read.mock.calls.length;
    world.heard.request?.(77);
    expect(world.ports.tab.read.mock.calls).toHaveLength(before);
    world.heard.request?.(MIRA_TAB.id);
    expect(world.ports.tab.read.mock.calls).toHaveLength(before + 1);
  });

  test('a reader that failed is told as a failure', async () => {
    world.ports.tab.read.mockRejectedValue(new AppError('page/failed'));
    await world.show(MIRA_TAB);
    expect(panel.page.state.value).toMatchObject({ is: 'failed', error: { code: 'page/failed' } });
  });

  test('a profile without a name is a person with empty fields', async () => {
    world.ports.tab.read.mockResolvedValue(readingOf('nameless-fixture', { firstName: null, lastName: null }));
    await world.show(MIRA_TAB);
    expect(panel.page.state.value.is).toBe('person');
    expect(panel.action.value?.needs).toEqual({ is: 'both-names' });
  });
});
