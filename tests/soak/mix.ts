/** Who is exported in an epoch, how, and when: the mix of a busy company, all within some hours. */
import { handleOf, type Met, requestFor } from './people.ts';
import type { Press } from './truth.ts';
import { among, HOUR, pick, SECOND, type World } from './world.ts';

/** Of a hundred. */
const KINDS = { new: 55, known: 15, twice: 10, together: 10, noted: 10 } as const;
export type Kind = keyof typeof KINDS;

const LASTS_MS = 6 * HOUR;
const JOBS = [9001, 9002, 9003] as const;
/** On which whoever is known before is already. */
export const JOB_BEFORE = 9005;
/** A second press comes within this time, that of a colleague within the other. */
const AGAIN_WITHIN_S = 120;
const TOGETHER_WITHIN_MS = 5 * SECOND;

export interface Planned extends Press {
  /** After the beginning of the epoch. */
  afterMs: number;
}

export interface Plan {
  presses: Planned[];
  /** Who is in Greenhouse before, and by what they can be found. */
  known: { handle: string; by: 'email' | 'external id' }[];
}

export function planned(world: Pick<World, 'random'>, epoch: number, people: number): Plan {
  const plan: Plan = { presses: [], known: [] };
  let presses = epoch * 1_000_000;
  for (let nth = 0; nth < people; nth += 1) {
    const handle = handleOf(epoch, nth);
    const kind = kindAt((100 * nth) / people);
    const browser = among(world, 0, 1);
    const jobId = pick(world, JOBS);
    const extras = kind === 'noted' || (kind !== 'new' && world.random() < 0.3);
    const afterMs = Math.floor(world.random() * LASTS_MS);
    const press = (more: Partial<Planned>, met: Met = 'linkedin', nthPress = (presses += 1)): void =>
      void plan.presses.push({
        browser,
        handle,
        kind,
        afterMs,
        request: requestFor(handle, met, nthPress, jobId, extras),
        ...more,
      });
    if (kind === 'known') plan.known.push({ handle, by: pick(world, ['email', 'external id']) });
    press({});
    const again = afterMs + among(world, 0, AGAIN_WITHIN_S) * SECOND;
    if (kind === 'together') press({ browser: 1 - browser, afterMs: afterMs + among(world, 0, TOGETHER_WITHIN_MS) });
    if (kind !== 'twice') continue;
    const how = pick(world, ['same id', 'other id', 'alias']);
    if (how === 'same id') press({ afterMs: again }, 'linkedin', presses);
    else press({ afterMs: again }, how === 'alias' ? 'linkedin-sales' : 'linkedin');
  }
  plan.presses.sort((a, b) => a.afterMs - b.afterMs);
  return plan;
}

/** @param percent how far into the people. */
function kindAt(percent: number): Kind {
  let upTo = 0;
  for (const [kind, share] of Object.entries(KINDS)) {
    upTo += share;
    if (percent < upTo) return kind as Kind;
  }
  return 'new';
}
