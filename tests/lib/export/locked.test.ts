import { describe, expect, test } from 'vitest';

import { exportRequest } from '../../support/export-request.ts';
import { rest, through, world } from './world.ts';

const request = exportRequest();

describe('while the credential waits for its passphrase', () => {
  const withNote = exportRequest({ note: { body: 'Met at a conference.', visibility: 'private' } });
  const waiting = { state: 'needs-you', error: { code: 'settings/passphrase' } };

  test('an export waits with everything kept, and goes on by itself once it is unlocked', async () => {
    const at = world();
    at.greenhouse.vault.locked = true;
    await at.worker().start(request);
    const row = await rest(at, request.id, 'needs-you');
    expect(row).toMatchObject({ request, view: waiting });
    await at.worker().resume();
    await at.worker().resume();
    expect(at.rows.written, 'looking in vain is not written down').toEqual(['held', 'matching', 'needs-you']);
    at.greenhouse.vault.locked = false;
    await at.worker().resume();
    await rest(at, request.id, 'done');
    expect(at.greenhouse.people.size).toBe(1);
  });

  test('between the question who this is and the create, it asks again who this is: nothing was sent', async () => {
    const at = world();
    const unlocked = { ...at.greenhouse.port };
    at.greenhouse.port.findByEmail = async (email) => {
      const found = await unlocked.findByEmail(email);
      at.greenhouse.vault.locked = true;
      return found;
    };
    await at.worker().start(request);
    expect(await rest(at, request.id, 'needs-you')).toMatchObject({ sends: [{ closed: 'refused' }] });
    expect(at.rows.written).toEqual(['held', 'matching', 'creating', 'needs-you']);
    Object.assign(at.greenhouse.port, unlocked);
    at.greenhouse.vault.locked = false;
    await at.worker().resume();
    await rest(at, request.id, 'done');
    expect(at.greenhouse.count('createPerson')).toBe(1);
    expect(at.greenhouse.count('findCreatedAround')).toBe(0);
  });

  test('a lost create is not sent again, but looked for when it is unlocked', async () => {
    const at = world();
    at.greenhouse.fail('createPerson', { code: 'greenhouse/unknown-outcome', committed: true });
    await at.worker().start(request);
    await rest(at, request.id, 'creating');
    at.greenhouse.vault.locked = true;
    at.time.now += 20_000;
    await at.worker().resume();
    expect((await rest(at, request.id, 'needs-you'))?.view).toMatchObject(waiting);
    at.greenhouse.vault.locked = false;
    await at.worker().resume();
    await rest(at, request.id, 'done');
    expect(at.greenhouse.count('createPerson')).toBe(1);
  });

  test('a note waits too, and is neither failed nor sent twice', async () => {
    const at = world();
    const unlocked = { ...at.greenhouse.port };
    at.greenhouse.port.createPerson = async (person) => {
      const created = await unlocked.createPerson(person);
      at.greenhouse.vault.locked = true;
      return created;
    };
    await at.worker().start(withNote);
    const row = await rest(at, request.id, 'needs-you');
    expect(row?.view).toMatchObject({ ...waiting, outcome: 'created', followUps: [{ step: 'note', state: 'waiting' }] });
    at.greenhouse.vault.locked = false;
    await at.worker().resume();
    expect((await rest(at, request.id, 'done'))?.view.followUps).toEqual([{ step: 'note', state: 'done' }]);
    expect(at.greenhouse.notes).toHaveLength(1);
    expect(at.greenhouse.people.size).toBe(1);
  });

  test('nothing else that waits for somebody is taken up when it is unlocked', async () => {
    const at = world();
    at.greenhouse.fail('createPerson', { code: 'greenhouse/forbidden' });
    await at.worker().start(request);
    await rest(at, request.id, 'needs-you');
    await at.worker().resume();
    await through(at, request.id);
    expect(at.rows.stored.get(request.id)?.view.error?.code).toBe('greenhouse/forbidden');
  });
});
