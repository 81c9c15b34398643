// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

// The page loads these two later; once they are there, they are drawn in the next turn.
import '#components/options/doctor.tsx';
import '#components/options/steps.tsx';
import { OptionsPage } from '#components/options/page.tsx';
import { optionsModel } from '#lib/options/model.ts';

import { speakEnglish } from '../../lib/options/english.ts';
import { CLIENT_ID, fakePorts, inSandbox, tested } from '../../lib/options/ports.ts';

import { allByRole, byRole, type } from './by-role.ts';

beforeEach(speakEnglish);
afterEach(() => render(null, document.body));

async function open(world: Parameters<typeof fakePorts>[0] = {}) {
  const fake = fakePorts(world);
  const model = optionsModel(fake.ports);
  render(<OptionsPage model={model} />, document.body);
  await model.start();
  await painted();
  return fake;
}

/** Preact paints in a later turn. */
const painted = () => new Promise((done) => setTimeout(done, 10));

const fill = (secret: string) => {
  type('Client ID', CLIENT_ID);
  type('Client secret', secret);
  type('Acting user email', 'jonas.reed@birch.example');
};
const press = async (name: string) => {
  byRole('button', name).click();
  await painted();
};

test('connecting ends with who we are, and an empty secret field that says it is saved', async () => {
  const { vault } = await open();
  fill('secret-fixture');
  await press('Connect');
  expect(byRole('status', 'Connection').textContent).toBe('Connected to Birch Labs as Jonas Reed');
  expect(vault.secret).toBe('secret-fixture');
  const secret = byRole('textbox', 'Client secret') as HTMLInputElement;
  expect(secret.value).toBe('');
  expect(secret.placeholder).toMatch(/^Saved/);
  expect(document.documentElement.outerHTML).not.toContain('secret-fixture');
});

test('an administrator is told whether the acting user is a Site Admin', async () => {
  await open({ connection: tested, secret: 'kept' });
  expect(document.body.textContent).toContain('Jonas Reed is a Site Admin');
});

test('a slip is an alert with the field to mend, and what was pasted stays', async () => {
  await open();
  type('Client ID', 'a7183e1b7e9ab09b8a5cfa87d1934c3c');
  type('Client secret', 'secret-fixture');
  await press('Connect');
  expect(byRole('alert').textContent).toContain('31 August 2026');
  expect(byRole('textbox', 'Client ID').getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(byRole('textbox', 'Client ID'));
  expect((byRole('textbox', 'Client secret') as HTMLInputElement).value).toBe('secret-fixture');
});

test('a refused secret asks for it again instead of calling it saved', async () => {
  await open({ answer: () => Promise.resolve({ ...tested, rights: [], error: { code: 'greenhouse/unauthorized' } }) });
  fill('wrong-fixture');
  await press('Connect');
  expect(byRole('status', 'Connection').textContent).toBe('Not connected');
  expect(byRole('alert').textContent).toContain('API Credential Management');
  expect((byRole('textbox', 'Client secret') as HTMLInputElement).placeholder).toBe('');
});

test('a missing right says what is off without it and where to mend it', async () => {
  const rights = [
    { scope: 'harvest:jobs:list', state: 'granted' as const },
    { scope: 'harvest:notes:create', state: 'missing' as const },
  ];
  await open({ connection: { ...tested, rights }, secret: 'kept' });
  expect(byRole('alert').textContent).toMatch(
    /1 of 2 rights is missing.*Exporting works.*Tick harvest:notes:create in Greenhouse/s,
  );
  expect(byRole('row', /notes:create/).textContent).toMatch(/Missing.*Notes are switched off/s);
  expect(byRole('row', /jobs:list/).textContent).toContain('Granted');
});

test('rights that are all there are one line, with the table behind it', async () => {
  const rights = [{ scope: 'harvest:jobs:list', state: 'granted' as const }];
  await open({ connection: { ...tested, rights }, secret: 'kept' });
  const fold = byRole('row', /jobs:list/).closest('details');
  expect(fold?.open).toBe(false);
  expect(fold?.querySelector('summary')?.textContent).toBe('All 1 rights that Gleaner uses are there.');
});

test('while one is missing, the table stands open', async () => {
  const rights = [{ scope: 'harvest:jobs:list', state: 'missing' as const }];
  await open({ connection: { ...tested, rights }, secret: 'kept' });
  expect(byRole('row', /jobs:list/).closest('details')?.open).toBe(true);
});

test('a refusal for want of a right shows everything that is missing, in one alert', async () => {
  const rights = [{ scope: 'harvest:users:list', state: 'missing' as const }];
  const { identity: _, ...nobody } = tested;
  await open({ connection: { ...nobody, rights, error: { code: 'greenhouse/forbidden' } }, secret: 'kept' });
  expect(byRole('alert').textContent).toContain('Exporting does not work');
  expect(byRole('row', /users:list/).textContent).toContain('needed to export');
});

describe('a credential of another organisation', () => {
  const asked = async () => {
    const fake = await open({ connection: tested, secret: 'kept', unfinished: 2, answer: () => Promise.resolve(inSandbox) });
    type('Client ID', inSandbox.clientId);
    type('Client secret', 'other-fixture');
    await press('Connect');
    return fake;
  };
  const question = () => byRole('group', 'Another Greenhouse account');

  test('is a question in its place, with the keyboard on the answer that changes nothing', async () => {
    await asked();
    expect(question().textContent).toContain(
      'This credential belongs to Birch Labs Sandbox. Until now Gleaner was connected to Birch Labs.',
    );
    expect(question().textContent).toContain('2 exports are not finished in Birch Labs.');
    expect(document.activeElement).toBe(byRole('button', 'Stay with Birch Labs'));
    expect(byRole('status', 'Connection').textContent).toBe('Connected to Birch Labs as Jonas Reed');
  });

  test('“Switch” changes over, and says that it is a sandbox', async () => {
    const { vault } = await asked();
    await press('Switch to Birch Labs Sandbox');
    expect(allByRole('group', 'Another Greenhouse account')).toEqual([]);
    expect(byRole('status', 'Connection').textContent).toBe('Connected to Birch Labs Sandbox as Jonas Reed');
    expect((byRole('radio', 'Sandbox (for trying out)') as HTMLInputElement).checked).toBe(true);
    expect(vault.secret).toBe('other-fixture');
  });

  test('“Stay” brings back the form of the one in use', async () => {
    const { vault } = await asked();
    await press('Stay with Birch Labs');
    expect((byRole('textbox', 'Client ID') as HTMLInputElement).value).toBe(CLIENT_ID);
    expect(vault.secret).toBe('kept');
  });
});

test('a partner key is taken without choosing anything first, masked, and leaves the page', async () => {
  const { vault } = await open();
  type('Partner key', 'partner-fixture');
  type('Acting user email', 'jonas.reed@birch.example');
  expect(byRole('textbox', 'Partner key').className).toBe('masked');
  await press('Connect');
  expect(vault.secret).toBe('partner-fixture');
  expect((byRole('textbox', 'Partner key') as HTMLInputElement).value).toBe('');
});

test('an administrator marks the organisation as a sandbox', async () => {
  const { ports } = await open({ connection: { ...tested, environment: 'production' }, secret: 'kept' });
  expect((byRole('radio', 'Production') as HTMLInputElement).checked).toBe(true);
  byRole('radio', 'Sandbox (for trying out)').click();
  await painted();
  expect((await ports.connection.get())?.environment).toBe('sandbox');
});

test('disconnecting asks once more, and then forgets the secret', async () => {
  const { vault } = await open({ connection: tested, secret: 'kept' });
  await press('Disconnect');
  expect(vault.secret).toBe('kept');
  await press('Forget it');
  expect(vault.secret).toBeUndefined();
  expect(byRole('status', 'Connection').textContent).toBe('Not connected');
});

test('the steps name every scope, and copy them all', async () => {
  const { did } = await open();
  await press('Copy the list');
  const listed = allByRole('checkbox', /^harvest:/).length;
  expect(listed).toBeGreaterThan(20);
  expect(did.at(-1)?.match(/^ {4}\[ \] harvest:/gm)).toHaveLength(listed);
  expect(byRole('status', 'Copy the list').textContent).toBe('Copied');
});

test('a switch stays off when the recruiter says no to the browser', async () => {
  await open({ says: () => Promise.resolve(false) });
  byRole('switch', 'Read pages of LinkedIn without a click each time').click();
  await painted();
  expect(byRole('switch', 'Read pages of LinkedIn without a click each time').getAttribute('aria-checked')).toBe('false');
});

test('the switches for what stands in LinkedIn’s pages say that LinkedIn forbids it, and no other site’s do', async () => {
  await open();
  const hint = (label: RegExp) => document.getElementById(byRole('switch', label).getAttribute('aria-describedby')!)!.textContent;
  expect(hint(/button on LinkedIn/)).toContain('forbids adding elements');
  expect(hint(/lists of LinkedIn/)).toContain('forbids adding elements');
  expect(hint(/button on GitHub/)).not.toContain('forbids');
  expect(hint(/lists of GitHub/)).not.toContain('forbids');
  const on = () => allByRole('switch', /LinkedIn/).map((each) => each.getAttribute('aria-checked'));
  byRole('switch', /button on LinkedIn/).click();
  await painted();
  expect(on()).toEqual(['true', 'true', 'false']);
  byRole('switch', /lists of LinkedIn/).click();
  await painted();
  expect(on()).toEqual(['true', 'true', 'true']);
});
