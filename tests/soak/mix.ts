/** Who is exported in an epoch, how, and when: the mix of a busy company, all within some hours. */
import { type Along, handleOf, type Met, requestFor } from './people.ts';
import type { Press } from './truth.ts';
import { among, HOUR, pick, SECOND, type World } from './world.ts';

/** Of a hundred: those of `career` take their career and a file along. */
const KINDS = { new: 45, known: 15, twice: 10, together: 10, noted: 10, career: 10 } as const;
export type Kind = keyof typeof KINDS;

/** Of whom is exported and not `new`, so many have something go along all the same; of all, so many are regretted, or meant for a job that is closed by then. */
const ALONG = 0.3;
const REGRETTED = 0.1;
/** Of whom is pressed twice the first is, often, while the second is meant. */
const FIRST_REGRETTED = 0.5;
const TOO_LATE = 0.03;

const LASTS_MS = 3 * HOUR;
export const JOBS = [9001, 9002, 9003] as const;
/** On which whoever is known before is already. */
export const JOB_BEFORE = 9005;
export const CLOSED_JOB = 9031;
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

/** How the same person is pressed again. */
interface Pressed {
  met: Met;
  toJob: number;
  /** By which it is the very same press. */
  nth: number;
}

export function planned(world: Pick<World, 'random'>, epoch: number, people: number): Plan {
  const plan: Plan = { presses: [], known: [] };
  const happens = (share: number): boolean => world.random() < share;
  let presses = epoch * 1_000_000;
  for (let nth = 0; nth < people; nth += 1) {
    const handle = handleOf(epoch, nth);
    const kind = kindAt((100 * nth) / people);
    const browser = among(world, 0, 1);
    const along = alongWith(kind, happens);
    // Two browsers at one moment have enough to ask about.
    const jobId = kind !== 'together' && happens(TOO_LATE) ? CLOSED_JOB : pick(world, JOBS);
    const regretted = kind !== 'together' && happens(kind === 'twice' ? FIRST_REGRETTED : REGRETTED);
    const afterMs = Math.floor(world.random() * LASTS_MS);
    const press = (more: Partial<Planned>, how: Partial<Pressed> = {}): void => {
      const { met = 'linkedin', toJob = jobId, nth: nthPress = (presses += 1) } = how;
      const request = requestFor(handle, met, nthPress, toJob, along);
      plan.presses.push({ browser, handle, kind, afterMs, regretted, request, ...more });
    };
    if (kind === 'known') plan.known.push({ handle, by: pick(world, ['email', 'external id']) });
    press({});
    const again = afterMs + among(world, 0, AGAIN_WITHIN_S) * SECOND;
    if (kind === 'together') press({ browser: 1 - browser, afterMs: afterMs + among(world, 0, TOGETHER_WITHIN_MS) });
    if (kind !== 'twice') continue;
    const other = { toJob: pick(world, JOBS) };
    const how = pick<Partial<Pressed>>(world, [{ nth: presses }, {}, { met: 'linkedin-sales' }, other, other]);
    press({ afterMs: again, regretted: false }, how);
  }
  plan.presses.sort((a, b) => a.afterMs - b.afterMs);
  return plan;
}

function alongWith(kind: Kind, happens: (share: number) => boolean): Along {
  if (kind === 'career' || (kind === 'twice' && happens(ALONG))) return 'career';
  return kind === 'noted' || (kind !== 'new' && happens(ALONG)) ? 'note' : 'nothing';
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
