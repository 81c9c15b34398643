/** Locking when nobody has used it for too long, though nobody asks: an alarm, for when the worker is dead by then. */
import { browser } from '#lib/browser.ts';
import { lockState } from '#lib/storage/lock.ts';

export const LOCK_ALARM = 'lock';

/** Locks if it is time, or sets the alarm for when it would be. Use moves that moment away, and the alarm then finds it moved. */
export async function lockInTime(now: number): Promise<void> {
  const state = await lockState(now);
  if (state.is === 'unlocked' && state.until < Infinity) await browser.alarms.create(LOCK_ALARM, { when: state.until });
  else await browser.alarms.clear(LOCK_ALARM);
}
