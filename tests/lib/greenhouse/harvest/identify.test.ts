import { describe, expect, it } from 'vitest';

import { bench, SERVICE_USER, SITE_ADMIN } from './bench.ts';

describe('a connection test', () => {
  it('says whose credential it is and who acts', async () => {
    const { greenhouse, recruiter } = await bench();
    expect(await greenhouse.identify(recruiter.email)).toEqual({
      organisation: { id: '71004', name: 'Birch Labs' },
      actingUser: recruiter,
    });
  });

  it('knows a Site Admin', async () => {
    const { connect } = await bench();
    const { actingUser } = await connect({ actingEmail: SITE_ADMIN }).identify(SITE_ADMIN);
    expect(actingUser).toEqual({ id: 4001, name: 'Amara Lindqvist', email: SITE_ADMIN, siteAdmin: true });
  });

  it('does not mind how the recruiter writes the address', async () => {
    const { greenhouse, recruiter } = await bench();
    expect((await greenhouse.identify(` ${recruiter.email.toUpperCase()} `)).actingUser).toEqual(recruiter);
  });

  it('finds a user by an address that is not the primary one', async () => {
    const { greenhouse, sandbox, recruiter } = await bench();
    // What the list of users would say of somebody whose primary address is another.
    sandbox.fault({ match: { path: '/v3/users' }, do: 'status', status: 200, body: [] });
    expect((await greenhouse.identify(recruiter.email)).actingUser).toEqual(recruiter);
  });

  it('finds a user whose address is stored with capitals', async () => {
    const { connect, sandbox } = await bench();
    const email = 'odd.case@birchlabs.example';
    const row = { id: 4003, name: null, first_name: 'Odd', last_name: 'Case', primary_email: 'Odd.Case@birchlabs.example' };
    sandbox.fault(
      { match: { path: '/v3/users' }, do: 'delay' },
      { match: { path: '/v3/users' }, do: 'status', status: 200, body: [row] },
    );
    const { actingUser } = await connect({ actingEmail: email }).identify(email);
    expect(actingUser).toEqual({ id: 4003, name: 'Odd Case', email: 'Odd.Case@birchlabs.example', siteAdmin: false });
  });

  it('reads as the service user, and makes sure that writing as the recruiter will work', async () => {
    const { greenhouse, sandbox, recruiter } = await bench();
    await greenhouse.identify(recruiter.email);
    const requests = sandbox.requests();
    expect(requests.filter(({ path }) => path === '/token').map(({ actingUser }) => actingUser)).toEqual([
      SERVICE_USER,
      recruiter.id,
    ]);
    expect(requests.filter(({ path }) => path.startsWith('/v3/')).every(({ actingUser }) => actingUser === SERVICE_USER)).toBe(
      true,
    );
  });

  it.each(['nobody@birchlabs.example', 'dimitri.pavlov@birchlabs.example', ''])('refuses %j as acting user', async (email) => {
    const { connect } = await bench();
    await expect(connect({ actingEmail: email }).identify(email)).rejects.toMatchObject({ code: 'greenhouse/acting-user' });
  });

  it('says that the acting user is the trouble when Greenhouse will not let them write', async () => {
    const { greenhouse, sandbox, recruiter } = await bench();
    sandbox.fault(
      { match: { path: '/token' }, do: 'delay' },
      { match: { path: '/token' }, do: 'status', status: 400, body: { message: 'sub=4012 is not an active user' } },
    );
    await expect(greenhouse.identify(recruiter.email)).rejects.toMatchObject({
      code: 'greenhouse/acting-user',
      detail: { status: 400 },
    });
  });

  it('goes on without an organisation when introspection fails', async () => {
    const { greenhouse, sandbox, recruiter } = await bench();
    sandbox.fault({ match: { path: '/introspect' }, times: 9, do: 'status', status: 403 });
    expect(await greenhouse.identify(recruiter.email)).toEqual({ organisation: null, actingUser: recruiter });
  });

  it('asks the auth host once for rights and identity together, and anew after that', async () => {
    const { greenhouse, recruiter, calls } = await bench();
    await greenhouse.rights();
    await greenhouse.identify(recruiter.email);
    const asked = () => calls().filter((call) => call.startsWith('POST'));
    expect(asked()).toEqual(['POST /token', 'POST /introspect', 'POST /token']);
    await greenhouse.identify(recruiter.email);
    expect(asked().slice(3)).toEqual(['POST /token', 'POST /introspect', 'POST /token']);
  });

  it('does not take a cached token as proof of a secret that was changed since', async () => {
    const { connect, recruiter, sandbox, calls } = await bench();
    let secret = sandbox.clientSecret;
    const greenhouse = connect({ secret: async () => secret });
    await greenhouse.identify(recruiter.email);
    secret = 'mistyped';
    const before = calls().length;
    await expect(greenhouse.identify(recruiter.email)).rejects.toMatchObject({ code: 'greenhouse/unauthorized' });
    expect(calls().slice(before)).toEqual(['POST /token']);
  });

  it.each([
    ['a wrong secret', { secret: async () => 'wrong' }],
    ['an unknown client', { clientId: 'nobody-12' }],
    ['a client id without its suffix', { clientId: 'jane.fixture@duarte.example' }],
    ['a secret beyond Latin-1', { secret: async () => 'пароль 🗝' }],
  ])('refuses %s, once, and repeats neither', async (_, credential) => {
    const { connect, calls, recruiter } = await bench();
    const failed = await connect(credential)
      .identify(recruiter.email)
      .catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'greenhouse/unauthorized', message: 'greenhouse/unauthorized', cause: undefined });
    expect(JSON.stringify(failed)).not.toContain('duarte');
    expect(calls()).toEqual(['POST /token']);
  });

  it('passes on why the secret cannot be had', async () => {
    const { connect, calls, recruiter } = await bench();
    const locked = new Error('locked');
    await expect(connect({ secret: () => Promise.reject(locked) }).identify(recruiter.email)).rejects.toBe(locked);
    expect(calls()).toEqual([]);
  });
});
