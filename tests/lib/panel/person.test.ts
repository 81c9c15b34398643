import { beforeEach, describe, expect, test } from 'vitest';

import { createPanel, type Panel } from '#lib/panel/panel.ts';

import { fakeWorld, MIRA_TAB, TOMAS_TAB } from './fake-ports.ts';
import { mira, readingOf, STAFF, tomas } from './people.ts';

let world: ReturnType<typeof fakeWorld>;
let panel: Panel;

beforeEach(async () => {
  world = fakeWorld();
  panel = createPanel(world.ports);
  panel.start();
  await world.show(MIRA_TAB);
});

const shown = () => panel.person.draft.value?.candidate;
const readNext = async (...reading: Parameters<typeof readingOf>) => {
  world.ports.tab.read.mockResolvedValue(readingOf(...reading));
  panel.page.readAgain();
  await world.settle();
};

describe('a person read again', () => {
  test('keeps what the recruiter changed and takes what is new', async () => {
    panel.person.setText('title', 'Principal SRE');
    await readNext('mira-okafor-fixture', { title: 'SRE', company: 'Northwind', location: 'Lisbon' });
    expect(shown()).toMatchObject({ title: 'Principal SRE', company: 'Northwind', location: 'Lisbon' });
  });

  test('what was understood of a place goes with the place, and not with one that the recruiter types', async () => {
    await readNext('mira-okafor-fixture', { location: 'Lisbon, Portugal', place: { city: 'Lisbon', country: 'PT' } });
    expect(shown()?.place).toEqual({ city: 'Lisbon', country: 'PT' });
    await readNext('mira-okafor-fixture', { location: 'somewhere warm' });
    expect(shown()).not.toHaveProperty('place');
    await readNext('mira-okafor-fixture', { location: 'Lisbon, Portugal', place: { city: 'Lisbon', country: 'PT' } });
    panel.person.setText('location', 'Porto');
    await readNext('mira-okafor-fixture', { location: 'Lisbon, Portugal', place: { city: 'Lisbon', country: 'PT' } });
    expect(shown()).toMatchObject({ location: 'Porto' });
    expect(shown()).not.toHaveProperty('place');
  });

  test('what stands beside a name goes with the name', async () => {
    await readNext('mira-okafor-fixture', { fullName: 'Mira Okafor, PhD', nameExtras: [{ kind: 'credential', text: 'PhD' }] });
    expect(shown()?.nameExtras).toEqual([{ kind: 'credential', text: 'PhD' }]);
    await readNext('mira-okafor-fixture', { fullName: 'Mira Okafor' });
    expect(shown()).not.toHaveProperty('nameExtras');
  });

  test('a field that the recruiter emptied stays empty', async () => {
    panel.person.setText('company', '');
    await readNext('mira-okafor-fixture', { company: 'Quayside' });
    expect(shown()?.company).toBe('');
  });

  test('an email that was removed does not come back, and a new one is added', async () => {
    panel.person.setList('emails', []);
    await readNext('mira-okafor-fixture', {
      emails: [
        { value: 'Mira@okafor.example', type: 'personal' },
        { value: 'mira@quayside.example', type: 'work' },
      ],
    });
    expect(shown()?.emails.map(({ value }) => value)).toEqual(['mira@quayside.example']);
  });

  test('a part of the profile that shows fewer positions does not take any away', async () => {
    const positions = [{ title: 'SRE' }, { title: 'Engineer' }];
    await readNext('mira-okafor-fixture', { positions });
    await readNext('mira-okafor-fixture', { positions: [{ title: 'SRE' }] }, { missing: ['positions 1 of 2', 'education'] });
    expect(shown()?.positions).toEqual(positions);
    expect(panel.person.draft.value?.reading.missing).toEqual(['education']);
  });

  test('a headline does not undo a surer reading', async () => {
    await readNext(
      'mira-okafor-fixture',
      { company: 'Quayside, we are hiring' },
      { evidence: { company: { from: 'headline', confidence: 0.4 } } },
    );
    expect(shown()?.company).toBe('Quayside');
  });
});

describe('a draft', () => {
  test('comes back after another tab was shown', async () => {
    panel.person.setText('title', 'Principal SRE');
    panel.person.setNote('Met at a meetup');
    world.ports.tab.read.mockResolvedValue(tomas);
    await world.show(TOMAS_TAB);
    expect(shown()?.firstName).toBe('Tomas');
    world.ports.tab.read.mockResolvedValue(mira);
    await world.show(MIRA_TAB);
    expect(shown()?.title).toBe('Principal SRE');
    expect(panel.person.draft.value?.note).toBe('Met at a meetup');
  });

  test('comes back in a new panel, with its export id', async () => {
    panel.person.setText('title', 'Principal SRE');
    await world.pass(1000);
    const { exportId } = panel.person.draft.value ?? {};
    const next = fakeWorld({ drafts: world.drafts });
    const reopened = createPanel({ ...next.ports, newId: () => '00000000-0000-4000-8000-ffffffffffff' });
    reopened.start();
    await next.show(MIRA_TAB);
    expect(reopened.person.draft.value?.candidate.title).toBe('Principal SRE');
    expect(reopened.person.draft.value?.exportId).toBe(exportId);
  });

  test('is not written for somebody who was only looked at', async () => {
    await world.pass(5000);
    await world.show(TOMAS_TAB);
    expect(world.drafts.size).toBe(0);
  });

  test('is found under an alias of the same person', async () => {
    panel.person.setText('title', 'Principal SRE');
    world.ports.tab.read.mockResolvedValue(
      readingOf('member-77', {}, { externalId: 'linkedin-member:77', aliases: ['linkedin:mira-okafor-fixture'] }),
    );
    await world.show({ ...MIRA_TAB, url: 'https://www.linkedin.com/in/ACoAA77/' });
    expect(shown()?.title).toBe('Principal SRE');
  });
});

describe('the choice', () => {
  test('starts with the site’s own source and credit to whoever exports', () => {
    expect(panel.person.draft.value?.choice).toMatchObject({ sourceId: 77, referrerId: 5 });
  });

  test('is the last one on this site when there is one, as it was', async () => {
    world = fakeWorld({ siteChoice: { kind: 'prospect', jobId: STAFF.id, tags: ['remote'] } });
    panel = createPanel(world.ports);
    panel.start();
    await world.show(MIRA_TAB);
    expect(panel.person.draft.value?.choice).toEqual({ kind: 'prospect', jobId: STAFF.id, tags: ['remote'] });
  });
});
