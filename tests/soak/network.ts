/** The way to the sandbox: in virtual time, and now and then broken. */
import { wayOver } from '../bench/browsers/network.ts';
import { FAULTS, someFault } from './faults.ts';
import { strikes, type World } from './world.ts';

/**
 * Without the right to read the fields for external ids nobody is looked for in them: that somebody is made twice then is no fault of
 * the outbox's.
 */
const isRefusable = (path: string): boolean => !path.startsWith('/v3/custom_field');

/** Lets every `fetch` of this process go to the world's sandbox until the answer is called. */
export function troubledNetwork(world: World): () => void {
  const real = globalThis.fetch;
  const { time, lives } = world;
  const way = wayOver(time, () => world.random());
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { method, url, headers } = request;
    const { hostname, pathname, search } = new URL(url);
    const life = lives.get(hostname);
    const body = method === 'GET' ? undefined : await time.standStill(() => request.text());
    const named = `${hostname} ${method} ${pathname}`;
    const fault = strikes(world, 'fault') ? someFault(world) : undefined;
    const dies = { before: strikes(world, 'death'), after: strikes(world, 'death') };
    const carry = async (): Promise<Response> => {
      const answer = await time.standStill(() => world.sandbox.fetch(url, { method, headers, ...(body ? { body } : {}) }));
      const text = await time.standStill(() => answer.text());
      world.truth.answered(
        { method, path: pathname, body: body ?? '', answer: text },
        answer.status,
        `${named} ${answer.status}`,
      );
      return new Response(text === '' ? null : text, answer);
    };
    if (life?.isOver()) throw new TypeError('nobody is there to ask');
    await way();
    if (dies.before) life?.die();
    const how = fault !== undefined && (fault !== '403' || isRefusable(pathname)) ? FAULTS[fault] : undefined;
    if (how) world.truth.failed(body ?? search, `${named} ${fault}`);
    const answer = await (how ? how(world, { carry, isRead: method === 'GET' }) : carry());
    await way();
    if (dies.after) life?.die();
    if (life?.isOver()) throw new TypeError('nobody is there to hear');
    return answer;
  };
  return () => {
    globalThis.fetch = real;
  };
}
