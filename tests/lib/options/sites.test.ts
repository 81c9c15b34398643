import { expect, test } from 'vitest';

import { settingsChanger } from '#lib/options/settings.ts';
import { sitesModel } from '#lib/options/sites.ts';

import { fakePorts } from './ports.ts';

const LINKEDIN = 'https://*.linkedin.com/*';

async function started(world: Parameters<typeof fakePorts>[0] = {}) {
  const fake = fakePorts(world);
  const model = sitesModel(fake.ports, settingsChanger(fake.ports.settings));
  await model.start();
  const row = (id: string) => model.rows.value.find((site) => site.id === id)!;
  return { ...fake, model, row };
}

test('every known site is offered, and nothing is on', async () => {
  const { model } = await started();
  expect(model.rows.value.map(({ id, access, button }) => [id, access, button])).toEqual(
    expect.arrayContaining([
      ['linkedin', false, false],
      ['github', false, false],
    ]),
  );
  expect(model.rows.value.some(({ access, button }) => access || button)).toBe(false);
});

test('the browser is asked in the turn of the click', async () => {
  const { model, row, did } = await started();
  void model.allow(row('linkedin'));
  expect(did).toEqual([`ask ${LINKEDIN}`]);
});

test('a no leaves everything as it was', async () => {
  const { model, row, ports } = await started({ says: () => Promise.resolve(false) });
  await model.showButton(row('linkedin'));
  expect(row('linkedin')).toMatchObject({ access: false, button: false });
  expect((await ports.settings.get()).buttonOn).toEqual([]);
});

test('the button of a site asks for the site too, with one question', async () => {
  const { model, row, did, ports } = await started();
  await model.showButton(row('linkedin'));
  expect(did).toEqual([`ask ${LINKEDIN}`, 'sync']);
  expect(row('linkedin')).toMatchObject({ access: true, button: true });
  expect(await ports.settings.get()).toEqual({ undoSeconds: 10, buttonOn: ['linkedin'] });
});

test('taking a site back takes its button out of open tabs while that is still allowed', async () => {
  const { model, row, did } = await started();
  await model.showButton(row('linkedin'));
  did.length = 0;
  await model.forbid(row('linkedin'));
  expect(did).toEqual(['sync', 'clear', 'forget']);
  expect(row('linkedin')).toMatchObject({ access: false, button: false });
});

test('marks are offered for sites that have lists of people, and for no other', async () => {
  const { model } = await started();
  const offered = model.rows.value.filter(({ marks }) => marks !== undefined).map(({ id, marks }) => [id, marks]);
  expect(offered).toEqual([
    ['linkedin', false],
    ['github', false],
    ['scholar', false],
    ['x', false],
  ]);
});

test('marks ask for the site too, with one question; turned off, they are taken out of open tabs', async () => {
  const { model, row, did, ports } = await started();
  await model.showMarks(row('linkedin'));
  expect(did).toEqual([`ask ${LINKEDIN}`, 'clear']);
  expect(row('linkedin')).toMatchObject({ access: true, button: false, marks: true });
  expect((await ports.settings.get()).marksOn).toEqual(['linkedin']);
  await model.hideMarks(row('linkedin'));
  expect(did.at(-1)).toBe('clear');
  expect(row('linkedin').marks).toBe(false);
  expect((await ports.settings.get()).marksOn).toEqual([]);
});

test('an origin that was allowed from the panel is listed, until it is taken back', async () => {
  const { model, row, granted, accessChanged } = await started();
  granted.add('https://people.example/*');
  accessChanged();
  await expect.poll(() => row('https://people.example')).toMatchObject({ label: 'people.example', access: true });
  await model.forbid(row('https://people.example'));
  expect(row('https://people.example')).toBeUndefined();
});

test('a question that a policy forbids is said, by the name of the site', async () => {
  const { model, row } = await started({ says: () => Promise.reject(new Error('blocked by the administrator')) });
  await model.allow(row('github'));
  expect(model.refused.value).toMatchObject({ code: 'browser/refused', about: 'GitHub' });
});

test('what few people use stands behind the others, and stays where it is once it is switched on', async () => {
  const { row, model } = await started();
  expect([row('linkedin').further, row('codeberg').further]).toEqual([false, true]);
  await model.allow(row('codeberg'));
  expect(row('codeberg')).toMatchObject({ access: true, further: true });
});

test('a site that was allowed before is among the first', async () => {
  const { ports, granted } = fakePorts();
  granted.add('https://codeberg.org/*');
  const model = sitesModel(ports, settingsChanger(ports.settings));
  await model.start();
  expect(model.rows.value.find(({ id }) => id === 'codeberg')).toMatchObject({ access: true, further: false });
});

test('one host of a site with many, allowed beside its page, has a row of its own to be taken back', async () => {
  const { model, row, granted, accessChanged } = await started();
  granted.add('https://scholar.google.de/*');
  accessChanged();
  await expect.poll(() => row('https://scholar.google.de')).toMatchObject({ access: true, forbidden: false });
  expect(row('scholar').access).toBe(false);
  await model.forbid(row('https://scholar.google.de'));
  expect(row('https://scholar.google.de')).toBeUndefined();
});
