import { expect, test } from 'vitest';

import { settingsChanger, undoModel } from '#lib/options/settings.ts';

import { fakePorts } from './ports.ts';

async function undo() {
  const { ports } = fakePorts({ settings: { undoSeconds: 10, buttonOn: ['github'] } });
  const model = undoModel(ports.settings, settingsChanger(ports.settings));
  await model.start();
  return { model, ports };
}

test.each([
  ['25', 25],
  ['0', 0],
  ['600', 60],
  ['-3', 0],
])('an undo window of %s seconds is kept as %s, and no other setting is lost', async (typed, undoSeconds) => {
  const { model, ports } = await undo();
  await model.set(typed);
  expect(await ports.settings.get()).toEqual({ undoSeconds, buttonOn: ['github'] });
  expect(model.saved.value).toBe(true);
});

test('what is no number changes nothing and is not called saved', async () => {
  const { model, ports } = await undo();
  await model.set('');
  expect((await ports.settings.get()).undoSeconds).toBe(10);
  expect(model.saved.value).toBe(false);
});

test('two changes at once are both kept', async () => {
  const { ports } = fakePorts();
  const change = settingsChanger(ports.settings);
  await Promise.all([
    change((now) => ({ ...now, undoSeconds: 5 })),
    change((now) => ({ ...now, buttonOn: [...now.buttonOn, 'linkedin'] })),
  ]);
  expect(await ports.settings.get()).toEqual({ undoSeconds: 5, buttonOn: ['linkedin'] });
});
