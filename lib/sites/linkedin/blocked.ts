/** Pages on which LinkedIn refuses to show anybody. Asked only after no generation has found its person. */
import { first, meta } from '../dom.ts';

/** Page keys: `auth_wall_desktop_profile`, `d_homepage-guest-home`, `d_checkpoint_…`, `…_login`, `…_404`, `…_unavailable`. */
const WALLS = /auth_?wall|guest.?home|checkpoint|challenge|login|captcha|404|not.?found|unavailable/i;

/** Errors of the signed-in site, and the forms that stand in its way. */
const REFUSALS = 'form[action*="/checkpoint/"],[class*="not-found"],form[action*="/uas/login"],form.join-form';

export function isBlocked(document: Document): boolean {
  if (first(document, '.profile-unavailable,#captcha-internal')) return true;
  // A public page that shows somebody has sign-in forms as well; then it is the wrong person, and not a wall.
  if (first(document, '.top-card-layout__title,main [componentkey],main section.artdeco-card')) return false;
  const key = [meta(document, 'pageKey'), meta(document, 'linkedin:pageTag'), meta(document, 'como-pk')].join(' ');
  if (WALLS.test(key)) return true;
  // "An exact match could not be found" comes under the key of a public profile.
  if (/public_profile/.test(key) && first(document, 'h1')) return true;
  return first(document, REFUSALS) !== undefined;
}
