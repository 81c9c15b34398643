import { expect, test } from 'vitest';

import { alongModel } from '#lib/options/along.ts';
import { settingsChanger } from '#lib/options/settings.ts';

import { fakePorts } from './ports.ts';

async function along(world: Parameters<typeof fakePorts>[0] = {}) {
  const { ports } = fakePorts(world);
  const model = alongModel(ports, settingsChanger(ports.settings));
  await model.start();
  return { model, ports };
}

test('the career goes along and no file does, until the recruiter says otherwise', async () => {
  const { model, ports } = await along({ settings: { undoSeconds: 5, buttonOn: [] } });
  expect(model.goes.value).toEqual({ sendCareer: true, attachProfile: false });
  await model.turn('attachProfile', true);
  await model.turn('sendCareer', false);
  expect(model.goes.value).toEqual({ sendCareer: false, attachProfile: true });
  expect(await ports.settings.get()).toEqual({ undoSeconds: 5, buttonOn: [], sendCareer: false, attachProfile: true });
});

test('what the organisation has locked stands, whatever was chosen', async () => {
  const { model } = await along({
    settings: { undoSeconds: 5, buttonOn: [], sendCareer: true },
    policy: { sendCareer: false, attachProfile: true, locked: ['sendCareer'], problems: [] },
  });
  expect(model.goes.value).toEqual({ sendCareer: false, attachProfile: true });
  expect([model.isSet('sendCareer'), model.isSet('attachProfile')]).toEqual([true, false]);
});
