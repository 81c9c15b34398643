/** What a credential may do beyond what Gleaner does: the graver first, so that an administrator who unticks one unticks that. */
import { t, type TextKey } from '#lib/text.ts';

import { PURPOSES } from './purposes.ts';

/** From what cannot be undone, or opens doors to others, down to what only reads. */
const GRAVITIES = ['grave', 'private', 'write', 'read'] as const;
export type Gravity = (typeof GRAVITIES)[number];

const IRREVOCABLE = /:(?:destroy|anonymize|merge)$/;
/** Whoever may write these decides who may do what. */
const OPENS_DOORS = /^harvest:(?:user|future_job_perm|approv|webhooks)\w*:(?!list$)/;
/** Pay, opinions, and what the law protects. */
const PRIVATE = /^harvest:(?:offers|scorecards|eeoc|demographic_\w+):/;

export function gravityOf(scope: string): Gravity {
  if (IRREVOCABLE.test(scope) || OPENS_DOORS.test(scope)) return 'grave';
  if (PRIVATE.test(scope)) return 'private';
  return scope.endsWith(':list') ? 'read' : 'write';
}

export interface SurplusGroup {
  gravity: Gravity;
  title: string;
  scopes: string[];
}

const TITLES: Record<Gravity, TextKey> = {
  grave: 'doctor_surplus_grave',
  private: 'doctor_surplus_private',
  write: 'doctor_surplus_write',
  read: 'doctor_surplus_read',
};

const isLater = (scope: string): boolean => PURPOSES.some((row) => row.scope === scope && row.need === 'later');

/** Scopes of no use to Gleaner today or soon. What will be of use may stay, unless it is grave. */
export function surplusGroups(granted: readonly string[]): SurplusGroup[] {
  const needless = granted.filter((scope) => !isLater(scope) || gravityOf(scope) === 'grave').toSorted();
  return GRAVITIES.map((gravity) => ({
    gravity,
    title: t(TITLES[gravity]),
    scopes: needless.filter((scope) => gravityOf(scope) === gravity),
  })).filter(({ scopes }) => scopes.length > 0);
}
