/** Clients that we did not write, as they speak on the wire. */
import { connect } from 'node:net';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { type Caller, callSandbox } from './caller.ts';

type Row = { id: number; updated_at: string };

let caller: Caller;
beforeAll(async () => {
  caller = await callSandbox();
});
afterEach(() => caller.sandbox.reset());
afterAll(() => caller.sandbox.close());

const next = (headers: Headers) => /<([^>]+)>;\s*rel="next"/.exec(headers.get('link') ?? '')?.[1];

async function bearer(): Promise<string> {
  const answer = await caller.raw<{ access_token: string }>('POST', '/token?grant_type=client_credentials', {
    headers: { authorization: caller.basic },
  });
  return answer.body.access_token;
}

describe('Greenhouse’s own PHP client', () => {
  it('asks with the grant in the query and nothing in the body, needs expires_at, and pages by the Link header', async () => {
    const token = await caller.raw<{ access_token: string; expires_at: string }>(
      'POST',
      '/token?grant_type=client_credentials&sub=4001',
      { headers: { authorization: caller.basic, 'content-type': 'application/json', 'content-length': '0' } },
    );
    expect(Date.parse(token.body.expires_at)).toBeGreaterThan(0);
    const headers = { authorization: `Bearer ${token.body.access_token}`, accept: 'application/json' };
    const names: string[] = [];
    let url: string | undefined = `${caller.sandbox.url}/v3/departments?per_page=5`;
    while (url) {
      const page = await fetch(url, { headers });
      names.push(...((await page.json()) as { name: string }[]).map(({ name }) => name));
      url = next(page.headers);
    }
    expect(names).toHaveLength(12);
  });
});

describe('other clients', () => {
  it('send the whole token question as JSON', async () => {
    const answer = await caller.raw('POST', '/token', {
      body: { grant_type: 'client_credentials', sub: '4012' },
      headers: { authorization: caller.basic, 'content-type': 'application/json; charset=UTF-8' },
    });
    expect(answer).toMatchObject({ status: 200, body: { token_type: 'Bearer' } });
  });

  it('look for the id of a create at its top', async () => {
    caller.sandbox.quirks({ bareCreateAnswer: true });
    const created = await caller.harvest<Row>('POST', 'candidates', { first_name: 'Nils', last_name: 'Fixture' }, 4012);
    expect(created.body.id).toBeGreaterThan(0);
  });

  it('sync in closed windows, late by the lag, and miss nobody', async () => {
    const lag = 300_000;
    caller.sandbox.quirks({ listLagMs: lag });
    const headers = { authorization: `Bearer ${await bearer()}` };
    const seen = new Set<number>();
    const sync = async (from: string, to: string): Promise<void> => {
      const query = new URLSearchParams({ updated_at: `gte|${from}|lte|${to}`, per_page: '2', fields: 'id,updated_at' });
      let url: string | undefined = `${caller.sandbox.url}/v3/candidates?${query}`;
      while (url) {
        const page = await fetch(url, { headers });
        for (const { id } of (await page.json()) as Row[]) seen.add(id);
        url = next(page.headers);
      }
    };
    const clock = async (advanceMs: number) =>
      (await caller.raw<{ now: string }>('POST', '/_sandbox/clock', { body: { advanceMs } })).body.now;
    const begun = await clock(0);
    const made: number[] = [];
    for (let person = 0; person < 5; person += 1) {
      const body = { first_name: 'Nils', last_name: `Fixture ${person}` };
      const { candidate } = (await caller.harvest<{ candidate: Row }>('POST', 'candidates', body, 4012)).body;
      made.push(candidate.id);
      await clock(60_000);
    }
    const late = (now: string) => new Date(Date.parse(now) - lag).toISOString();
    const first = late(await clock(0));
    await sync(begun, first);
    await sync(first, late(await clock(lag)));
    expect(made.filter((id) => !seen.has(id))).toEqual([]);
  });
});

describe('on the wire', () => {
  /** Sends bytes as they are and reads until the server has said `answers` times that it is done. */
  const speak = (text: string, answers: number) =>
    new Promise<string>((resolve, reject) => {
      let heard = '';
      const socket = connect(caller.sandbox.port, '127.0.0.1', () => socket.write(text));
      socket.on('data', (piece) => {
        heard += piece.toString('utf8');
        if (heard.split(/HTTP\/1\.1 [2-5]/).length > answers && heard.endsWith(']')) socket.end();
      });
      socket.on('close', () => resolve(heard));
      socket.on('error', reject);
    });

  it('requests may be written one after the other before any is answered', async () => {
    const auth = `HOST: 127.0.0.1\r\nAUTHORIZATION: bearer ${await bearer()}\r\n`;
    const ask = (path: string) => `GET ${path} HTTP/1.1\r\n${auth}\r\n`;
    const heard = await speak(ask('/v3/sources?ids=70&fields=id') + ask('/v3/offices?ids=8&fields=id'), 2);
    expect(heard.match(/\[\{"id":\d+\}\]/g)).toEqual(['[{"id":70}]', '[{"id":8}]']);
  });

  it('an absolute address, and one that is none, do not upset it', async () => {
    const auth = `Host: x\r\nAuthorization: Bearer ${await bearer()}\r\n`;
    expect(await speak(`GET http://127.0.0.1/v3/sources?ids=70 HTTP/1.1\r\n${auth}\r\n`, 1)).toContain('200 OK');
    expect((await fetch(`${caller.sandbox.url}//v3//jobs`)).status).toBe(404);
  });

  it('HEAD has the headers of GET; OPTIONS and other methods lead nowhere', async () => {
    const headers = { authorization: `Bearer ${await bearer()}` };
    const head = await fetch(`${caller.sandbox.url}/v3/jobs?per_page=1`, { method: 'HEAD', headers });
    expect(head.status).toBe(200);
    expect(next(head.headers)).toContain('cursor=');
    expect(head.headers.get('x-request-id')).toMatch(/^sandbox-\d+$/);
    expect(await head.text()).toBe('');
    for (const method of ['OPTIONS', 'PUT', 'DELETE'])
      expect((await fetch(`${caller.sandbox.url}/v3/jobs`, { method, headers })).status).toBe(404);
  });

  it('a caller who takes gzip gets what can be read without', async () => {
    const headers = { authorization: `Bearer ${await bearer()}`, 'accept-encoding': 'gzip, br' };
    const answer = await fetch(`${caller.sandbox.url}/v3/sources`, { headers });
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(await answer.json()).toHaveLength(16);
  });
});
