// @vitest-environment happy-dom
/** The options page where the organisation has set something: said in words, reachable, and not to be changed. */
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { OptionsPage } from '#components/options/page.tsx';
import { optionsModel } from '#lib/options/model.ts';
import type { Policy } from '#lib/policy/policy.ts';
import type { Connection } from '#lib/storage/schema.ts';

import { speakEnglish } from '../../lib/options/english.ts';
import { CLIENT_ID, fakePorts, tested } from '../../lib/options/ports.ts';

import { allByRole, byRole, type } from './by-role.ts';

beforeEach(speakEnglish);
afterEach(() => render(null, document.body));

const GIVEN: Connection = { kind: 'harvest', clientId: CLIENT_ID, actingEmail: '', rights: [], byPolicy: true };
const LOCKED: Policy = { locked: ['clientId'], problems: [] };

async function open(world: Parameters<typeof fakePorts>[0]) {
  const fake = fakePorts(world);
  const model = optionsModel(fake.ports);
  render(<OptionsPage model={model} />, document.body);
  await model.start();
  await painted();
  return fake;
}
const painted = () => new Promise((done) => setTimeout(done, 10));
const field = (name: string) => byRole('textbox', name) as HTMLInputElement;
const hintOf = (element: Element) => document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent;

test('nothing is said of an organisation that has set nothing', async () => {
  await open({});
  expect(document.body.textContent).not.toContain('organisation has');
  expect(document.querySelector('#managed')).toBeNull();
});

test('a locked credential is shown as given, and only the own address is asked for', async () => {
  const { did } = await open({
    connection: GIVEN,
    secret: 'given-secret',
    policy: { ...LOCKED, actingUsers: ['@birch.example'] },
  });
  for (const name of ['Client ID', 'Client secret']) {
    expect(field(name).readOnly, name).toBe(true);
    expect(field(name).disabled, 'the keyboard reaches it').toBe(false);
    expect(hintOf(field(name))).toBe('Set by your organisation.');
  }
  expect(field('Client ID').value).toBe(CLIENT_ID);
  expect(document.documentElement.outerHTML).not.toContain('given-secret');
  expect(hintOf(field('Acting user email'))).toContain('@birch.example');
  expect(allByRole('button', /Disconnect/)).toEqual([]);

  type('Acting user email', 'jonas.reed@birch.example');
  byRole('button', 'Connect').click();
  await painted();
  expect(did).toEqual(['trial', 'test']);
  expect(byRole('status', 'Connection').textContent).toContain('Connected to Birch Labs as Jonas Reed');
});

test('with a partner key there is no client id to show', async () => {
  await open({
    connection: { kind: 'partner', actingEmail: '', rights: [], byPolicy: true },
    secret: 'k',
    policy: { locked: ['partnerKey'], problems: [] },
  });
  expect(field('Partner key').readOnly).toBe(true);
  expect(allByRole('textbox', /Client/)).toEqual([]);
});

test('one that is not locked can be replaced by a recruiter’s own', async () => {
  await open({ connection: { ...tested, byPolicy: true }, secret: 'given-secret', policy: { locked: [], problems: [] } });
  expect(field('Client ID').readOnly).toBe(false);
  expect(field('Client ID').value).toBe(CLIENT_ID);
});

test('what the organisation gives while the page is open is there at once, and goes as it came', async () => {
  const { ports } = await open({});
  await ports.connection.set(GIVEN);
  await painted();
  expect(field('Client ID').value).toBe(CLIENT_ID);
  await ports.connection.remove();
  await painted();
  expect(field('Client ID').value).toBe('');
});

test('a locked undo window is told and not asked', async () => {
  const settings = { undoSeconds: 20, buttonOn: [] };
  await open({ settings, policy: { undoSeconds: 20, locked: ['undoSeconds'], problems: [] } });
  const undo = document.querySelector<HTMLInputElement>('#undo')!;
  expect(undo.readOnly).toBe(true);
  expect(undo.value).toBe('20 seconds');
});

test('a site that is left out says so, and offers no switch', async () => {
  await open({ policy: { allowedSites: ['github'], locked: [], problems: [] } });
  expect(allByRole('switch', /LinkedIn/)).toEqual([]);
  expect(document.body.textContent).toContain('Your organisation does not allow Gleaner on this site.');
  expect(allByRole('switch', /GitHub/)).toHaveLength(3);
});

test('what the administrator got wrong is named, for them to mend', async () => {
  const problems = [{ key: 'undoSeconds' }, { key: 'allowedSites', entry: 'linkedn' }];
  await open({ policy: { locked: [], problems } });
  const managed = document.querySelector('[aria-labelledby="managed"]');
  expect(managed?.textContent).toContain('2 of their entries are not understood');
  expect([...(managed?.querySelectorAll('li') ?? [])].map((line) => line.textContent)).toEqual([
    'undoSeconds',
    'allowedSites: linkedn',
  ]);
});
