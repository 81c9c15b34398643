/** How a call fails: on the way there, on the way back, by being late, or by an answer that is none. */
import { among, pick, SECOND, type World } from './world.ts';

/** The call as it is carried out, now or later. */
export interface Way {
  carry: () => Promise<Response>;
  isRead: boolean;
}

type Fault = (world: World, way: Way) => Promise<Response>;

/** Nobody waits longer than this for an answer. */
const PATIENCE_MS = { read: 12 * SECOND, write: 24 * SECOND };

const lost = (): never => {
  throw new TypeError('fetch failed');
};
const impatient = ({ time }: World, { isRead }: Way): Promise<never> =>
  time.sleep(PATIENCE_MS[isRead ? 'read' : 'write']).then(lost);
const said =
  (status: number, body: object): Fault =>
  async () =>
    Response.json(body, { status });

export const FAULTS: Record<string, Fault> = {
  'drop-before': async () => lost(),
  'drop-after-commit': async (_world, { carry }) => carry().then(lost),
  delay: (world, way) => {
    world.time.at(world.time.now + among(world, 26, 240) * SECOND, () => void way.carry());
    return impatient(world, way);
  },
  'answer-late': async (world, way) => {
    await way.carry();
    return impatient(world, way);
  },
  '500': said(500, { message: 'Internal Server Error' }),
  '502-html': async () =>
    new Response('<html><body>Bad Gateway</body></html>', { status: 502, headers: { 'Content-Type': 'text/html' } }),
  '429': said(429, { message: 'Too many' }),
  truncate: async (_world, { carry }) => {
    const answer = await carry();
    const text = await answer.text();
    return new Response(text === '' ? null : text.slice(0, text.length >> 1), answer);
  },
  '401': said(401, { message: 'Unauthorized' }),
  '403': said(403, { errors: [{ message: 'You do not have permission' }] }),
};

const NAMES = Object.keys(FAULTS) as [string, ...string[]];

export const someFault = (world: World): string => pick(world, NAMES);
