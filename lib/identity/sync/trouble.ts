/** What is done about a failure: waiting longer each time, or until somebody does something. Pure. */
import type { AppError } from '#lib/errors.ts';
import type { Trouble } from '#lib/storage/index-trouble.ts';

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;

/** After so many failures in a row; never at the same moment as others who failed for the same reason. */
const waitAfter = (times: number, random: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (times - 1)) * (0.8 + 0.4 * random);

export function troubleAfter(error: AppError, before: Trouble | undefined, now: number, random: number): Trouble {
  const times = (before?.times ?? 0) + 1;
  const trouble = { error: error.toWire(), times };
  // The passphrase is given by somebody; room on a disk is made by somebody.
  if (error.code === 'settings/passphrase' || error.code === 'storage/full') return trouble;
  // Another index has taken its place: that one is begun at once.
  const wait = error.code === 'storage/corrupt' && times === 1 ? 0 : waitAfter(times, random);
  return { ...trouble, nextAt: now + wait };
}
