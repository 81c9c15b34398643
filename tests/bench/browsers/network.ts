/** The way to the sandbox: real HTTP, that takes virtual time in both directions. */
import type { VirtualTime } from './virtual-time.ts';

/** Of one way, in milliseconds. */
const LATENCY = { least: 40, most: 160 };

/** One way of a call. */
export const wayOver = (time: VirtualTime, random: () => number) => (): Promise<void> =>
  time.sleep(LATENCY.least + random() * (LATENCY.most - LATENCY.least));

/** Lets every `fetch` of this process take that way until the answer is called. */
export function virtualNetwork(time: VirtualTime, random: () => number): () => void {
  const real = globalThis.fetch;
  const way = wayOver(time, random);
  globalThis.fetch = async (input, init) => {
    await way();
    const response = await time.standStill(async () => {
      const answer = await real(input, init);
      const body = await answer.arrayBuffer();
      return new Response(body.byteLength > 0 ? body : null, answer);
    });
    await way();
    return response;
  };
  return () => {
    globalThis.fetch = real;
  };
}
