/** Something that is nobody's doing, and that passes. */
import type { Client } from './client.ts';
import { HOUR, MINUTE, SECOND, type World } from './world.ts';

export function befall({ time, dice, truth, note }: World, one: Client): void {
  const { state } = one;
  const later = (go: () => void): void => time.at(time.now + dice.pick([20 * SECOND, 5 * MINUTE, 40 * MINUTE]), go);
  const what = dice.pick(['offline', 'locked', 'full', 'elsewhere', 'other user', 'nobody', 'clock', 'power', 'dies'] as const);
  note(`${one.number}: ${what}`);
  if (what !== 'power' && what !== 'dies') truth.isQuiet = false;
  if (what === 'offline') {
    state.online = false;
    later(() => (state.online = true));
  } else if (what === 'locked') {
    state.locked = true;
    later(() => (state.locked = false));
  } else if (what === 'full') {
    state.full = true;
    later(() => (state.full = false));
  } else if (what === 'elsewhere') {
    state.account = 'org-2';
    later(() => (state.account = 'org-1'));
  } else if (what === 'other user') {
    state.user = 2;
    later(() => (state.user = 1));
  } else if (what === 'nobody') {
    state.connected = false;
    later(() => (state.connected = true));
  } else if (what === 'clock') {
    const by = dice.pick([-2 * MINUTE, -20 * MINUTE, -30 * HOUR, 30 * SECOND, 20 * MINUTE, 3 * HOUR]);
    state.clock += by;
    if (by > 0) truth.forward.add(one.number);
  } else if (what === 'power') one.losePower();
  else one.die();
}
