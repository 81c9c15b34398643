import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, it, onTestFinished, vi } from 'vitest';

import { AppError } from '#lib/errors.ts';
import { callBudget } from '#lib/greenhouse/budget/budget.ts';
import { exchange, type Request } from '#lib/greenhouse/http/exchange.ts';

/** What no faithful Greenhouse does: a server that answers anything. */
async function server(answer: (response: ServerResponse, count: number) => void) {
  let count = 0;
  const headers: Record<string, unknown>[] = [];
  const listener = createServer((request, response) => {
    count += 1;
    headers.push(request.headers);
    answer(response, count);
  });
  await new Promise<void>((resolve) => void listener.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    listener.closeAllConnections();
    listener.close();
  });
  return { url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}/v3/jobs`, headers, count: () => count };
}

let time = Date.UTC(2026, 10, 21, 10);
const sleep = async (ms: number): Promise<void> => void (time += ms);
const surroundings = {
  budget: callBudget({ windowMs: 1000, now: () => time, random: () => 0, sleep }),
  urgency: 'recruiter' as const,
  sleep,
  online: () => true,
  patience: { attempt: 150, total: 500 },
};
const send = exchange(surroundings);
const get = (url: string): Request => ({ method: 'get', url, authorization: 'Bearer t0ken', repeatable: true });
const post = (url: string): Request => ({
  method: 'post',
  url,
  authorization: 'Bearer t0ken',
  json: { a: 1 },
  repeatable: false,
});
const json = { 'Content-Type': 'application/json' };

describe('an exchange', () => {
  it('hands over the JSON and the link', async () => {
    const { url, headers } = await server((response) => response.writeHead(200, { ...json, Link: '<x>; rel="next"' }).end('[1]'));
    expect(await send(get(url))).toMatchObject({ body: [1], link: '<x>; rel="next"' });
    expect(headers[0]).toMatchObject({ authorization: 'Bearer t0ken', accept: 'application/json' });
    expect(headers[0]).not.toHaveProperty('cookie');
  });

  it.each([
    ['another type', { 'Content-Type': 'text/html' }, '[]'],
    ['no type', {}, '[]'],
    ['no body', json, ''],
    ['half of a body', json, '[{"id":'],
    ['more than ten megabytes', json, `[${'1,'.repeat(6_000_000)}1]`],
  ])('is garbled for a read, unknown for a write, when it answers %s', async (_, headers, body) => {
    const { url } = await server((response) => response.writeHead(200, headers as Record<string, string>).end(body));
    await expect(send(get(url))).rejects.toMatchObject({ code: 'greenhouse/garbled' });
    await expect(send(post(url))).rejects.toMatchObject({ code: 'greenhouse/unknown-outcome', sent: 'unknown' });
  });

  it('goes nowhere else when it is sent there', async () => {
    const elsewhere = await server((response) => response.writeHead(200, json).end('[]'));
    const { url } = await server((response) => response.writeHead(307, { Location: elsewhere.url }).end());
    await expect(send(get(url))).rejects.toMatchObject({ code: 'greenhouse/unreachable' });
    await expect(send(post(url))).rejects.toMatchObject({ code: 'greenhouse/unknown-outcome', sent: 'unknown' });
    expect(elsewhere.count()).toBe(0);
  });

  it('that is answered 204 has no body, and needs none to be done', async () => {
    const { url, count } = await server((response) => response.writeHead(204).end());
    expect(await send(post(url))).toMatchObject({ body: undefined, link: null });
    expect(await send(get(url))).toMatchObject({ body: undefined, link: null });
    expect(count()).toBe(2);
  });

  it('spends from the budget with each attempt, and hears of the limit from failures too', async () => {
    const { url } = await server((response, time) =>
      response
        .writeHead(time < 3 ? 503 : 200, { ...json, 'X-RateLimit-Limit': '75', 'X-RateLimit-Remaining': String(75 - time) })
        .end('[]'),
    );
    const budget = callBudget({ windowMs: 30_000, now: () => time, random: () => 0, sleep });
    const entered = vi.spyOn(budget, 'enter');
    await exchange({ ...surroundings, budget })(get(url));
    expect(entered).toHaveBeenCalledTimes(3);
    expect(await budget.rate()).toMatchObject({ limit: 75, remaining: 72 });
    expect(budget.opensAt('export'), 'nothing is under way any more').toBe(time);
  });

  it('stops trying when the limit is reached on the way', async () => {
    const { url, count } = await server((response) =>
      response.writeHead(503, { ...json, 'X-RateLimit-Limit': '75', 'X-RateLimit-Remaining': '0' }).end('{}'),
    );
    const budget = callBudget({ windowMs: 30_000, now: () => time, random: () => 0, sleep });
    await expect(exchange({ ...surroundings, budget })(get(url))).rejects.toMatchObject({ code: 'greenhouse/limited' });
    expect(count()).toBe(1);
  });

  it('is tried again when a read is not answered in time', async () => {
    const { url, count } = await server((response, time) => {
      if (time > 1) response.writeHead(200, json).end('[]');
    });
    expect(await send(get(url))).toMatchObject({ body: [] });
    expect(count()).toBe(2);
  });

  it('ends in time, however often it is tried', async () => {
    const { url } = await server(() => undefined);
    const started = performance.now();
    await expect(send(get(url))).rejects.toMatchObject({ code: 'greenhouse/unreachable' });
    expect(performance.now() - started).toBeLessThan(1500);
  });

  it('that is a write is sent once, and its outcome is unknown when time is up', async () => {
    const { url, count } = await server(() => undefined);
    await expect(send(post(url))).rejects.toMatchObject({ code: 'greenhouse/unknown-outcome', sent: 'unknown' });
    expect(count()).toBe(1);
  });

  it.each([
    ['stalls', (response: ServerResponse) => response.writeHead(200, json).write('[1,')],
    [
      'is cut off',
      (response: ServerResponse) =>
        response.writeHead(200, { ...json, 'Content-Length': '99' }).write('[1,', () => response.destroy()),
    ],
  ])('whose body %s did nothing as a read and who knows what as a write', async (_, answer) => {
    const { url } = await server(answer);
    await expect(send(get(url))).rejects.toMatchObject({ code: 'greenhouse/unreachable' });
    await expect(send(post(url))).rejects.toMatchObject({ code: 'greenhouse/unknown-outcome', sent: 'unknown' });
  });

  it.each([
    ['has no end', (response: ServerResponse) => response.write('{"message":"no')],
    ['is ten megabytes of one word', (response: ServerResponse) => response.end(`{"errors":["${'x'.repeat(11_000_000)}"]}`)],
    ['is a million lists deep', (response: ServerResponse) => response.end(`{"errors":${'['.repeat(1_000_000)}`)],
  ])('that is refused in words whose body %s is refused all the same, and soon', async (_, say) => {
    const { url } = await server((response) => void say(response.writeHead(422, json)));
    const started = performance.now();
    for (const request of [get(url), post(url)]) {
      const refused = await send(request).catch((error: unknown) => error);
      expect(refused).toMatchObject({ code: 'greenhouse/invalid', detail: { status: 422 } });
      expect(JSON.stringify(refused).length).toBeLessThan(10_000);
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('that is refused in lists within lists beyond all measure is no answer, and no crash', async () => {
    const deep = 100_000;
    const { url } = await server((response) =>
      response.writeHead(422, json).end(`{"errors":${'['.repeat(deep)}1${']'.repeat(deep)}}`),
    );
    await expect(send(get(url))).rejects.toMatchObject({ code: 'greenhouse/unreachable' });
    await expect(send(post(url))).rejects.toMatchObject({ code: 'greenhouse/unknown-outcome', sent: 'unknown' });
  });

  it('of a write that comes to nothing on this machine has sent nothing, and says so', async () => {
    const { url, count } = await server((response) => response.writeHead(201, json).end('{}'));
    const offline = exchange({ ...surroundings, online: () => false });
    await expect(offline(post(url))).rejects.toMatchObject({ code: 'greenhouse/unreachable', sent: 'no' });
    const spent = { ...surroundings.budget, enter: () => Promise.reject(new AppError('greenhouse/limited', { until: 1 })) };
    const waiting = exchange({ ...surroundings, budget: spent });
    await expect(waiting(post(url))).rejects.toMatchObject({ code: 'greenhouse/limited', sent: 'no' });
    expect(count()).toBe(0);
  });

  it('is given up when nobody waits for it', async () => {
    const { url } = await server(() => undefined);
    const gone = new AbortController();
    const asked = send({ ...get(url), signal: gone.signal });
    gone.abort();
    await expect(asked).rejects.toMatchObject({ code: 'greenhouse/unreachable' });
  });
});
