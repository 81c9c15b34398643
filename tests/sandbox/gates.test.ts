import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { type Caller, callSandbox } from './caller.ts';

const JONAS = 4012;
const CREATE = { method: 'POST', path: '/v3/candidates' };

let caller: Caller;
beforeAll(async () => {
  caller = await callSandbox();
});
afterEach(() => caller.sandbox.reset());
afterAll(() => caller.sandbox.close());

const person = (name: string, email = `${name.toLowerCase()}@fixture.example`) => ({
  first_name: name,
  last_name: 'Fixture',
  email_addresses: [{ value: email, type: 'personal' }],
});
const create = (name = 'Nils') => caller.harvest('POST', 'candidates', person(name), JONAS);
const candidates = () => caller.sandbox.state()['candidates']?.length ?? 0;
const logged = () => caller.sandbox.requests().filter(({ path }) => path === CREATE.path);

describe('a gate', () => {
  it('holds a call before anything is done, and again before anybody is told', async () => {
    const before = candidates();
    const gate = caller.sandbox.gate(CREATE);
    const creating = create();
    expect(await gate.arrived).toMatchObject({ ...CREATE, body: person('Nils'), status: 0, committed: false });
    expect([candidates(), logged()]).toEqual([before, []]);
    gate.commit();
    await gate.committed;
    expect(candidates()).toBe(before + 1);
    expect(logged()).toMatchObject([{ status: 201, committed: true }]);
    const early = await Promise.race([creating, Promise.resolve('nobody was told')]);
    expect(early).toBe('nobody was told');
    gate.answer();
    expect((await creating).status).toBe(201);
  });

  it('answers at once what it has not done yet', async () => {
    const gate = caller.sandbox.gate(CREATE);
    const creating = create();
    gate.answer();
    expect((await creating).status).toBe(201);
    await gate.committed;
  });

  it('breaks the connection before, and after', async () => {
    const before = candidates();
    const [first, second] = [caller.sandbox.gate(CREATE), caller.sandbox.gate(CREATE)];
    const lost = expect(create()).rejects.toThrow();
    await first.arrived;
    first.drop();
    await lost;
    expect(candidates()).toBe(before);
    const alsoLost = expect(create()).rejects.toThrow();
    second.commit();
    await second.committed;
    second.drop();
    await alsoLost;
    expect(candidates()).toBe(before + 1);
    expect(logged().map(({ committed }) => committed)).toEqual([false, true]);
  });

  it('lets come true what a fault says, when it is let on', async () => {
    const gate = caller.sandbox.gate(CREATE);
    caller.sandbox.fault({ match: CREATE, do: 'status', status: 503 });
    const creating = create();
    await gate.arrived;
    gate.answer();
    expect((await creating).status).toBe(503);
    expect(logged()).toMatchObject([{ status: 503, committed: false, fault: 'status' }]);
  });

  it('is open to other calls, and gone with a reset', async () => {
    const gate = caller.sandbox.gate({ ...CREATE, about: 'vera@fixture.example' });
    expect((await create('Nils')).status).toBe(201);
    const lost = expect(create('Vera')).rejects.toThrow();
    await gate.arrived;
    caller.sandbox.reset();
    await lost;
    expect((await create('Vera')).status).toBe(201);
    expect(logged(), 'what was held before the reset is of no world').toHaveLength(1);
  });
});

describe('a match', () => {
  const refuse = (match: object) => caller.sandbox.fault({ match, do: 'status', status: 503 });
  const statusOf = async (path: string) => (await caller.harvest('GET', path)).status;

  it('is about one person: in the path, in a parameter, in the body', async () => {
    refuse({ about: 'vera@fixture.example' });
    expect([(await create('Nils')).status, (await create('Vera')).status]).toEqual([201, 503]);
    refuse({ about: 'vera@fixture.example' });
    expect(await statusOf('candidates?email=nils%40fixture.example')).toBe(200);
    expect(await statusOf('candidates?email=vera%40fixture.example')).toBe(503);
    refuse({ about: '4000001' });
    expect(await statusOf('candidates?ids=4000001')).toBe(503);
  });

  it('is one with these parameters', async () => {
    refuse({ path: '/v3/candidates', query: ['email'] });
    expect(await statusOf('candidates?ids=4000001')).toBe(200);
    expect(await statusOf('candidates?email=vera%40fixture.example')).toBe(503);
  });

  it('is the second, the third', async () => {
    refuse({ ...CREATE, skip: 2 });
    refuse({ ...CREATE, skip: 1 });
    const heard = [await create(), await create(), await create(), await create()];
    expect(heard.map(({ status }) => status)).toEqual([201, 503, 503, 201]);
  });
});

describe('an answer that comes late', () => {
  it('is to what was done at once', async () => {
    const before = candidates();
    caller.sandbox.fault({ match: CREATE, do: 'answer-late', delayMs: 300 });
    let heard = false;
    const creating = create().then((answer) => {
      heard = true;
      return answer;
    });
    await expect.poll(candidates).toBe(before + 1);
    expect(heard).toBe(false);
    expect((await creating).status).toBe(201);
  });

  it('unlike a delay, which comes before', async () => {
    const before = candidates();
    const gate = caller.sandbox.gate(CREATE);
    caller.sandbox.fault({ match: CREATE, do: 'delay', delayMs: 200 });
    const creating = create();
    await gate.arrived;
    gate.answer();
    expect(candidates()).toBe(before);
    expect((await creating).status).toBe(201);
    expect(candidates()).toBe(before + 1);
  });
});
