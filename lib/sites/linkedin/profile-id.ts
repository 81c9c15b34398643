/**
 * LinkedIn's profile id: 39 characters of base64url, case-sensitive, the same for every viewer. `ACoAA…` stands on profiles;
 * `ACwAA…` is Sales Navigator's tag for the same layout, seen in links of search results.
 */
const PROFILE_ID = /^AC[A-Za-z]AA[\w-]{34}$/;

export const isProfileId = (text: string): boolean => PROFILE_ID.test(text);

/**
 * The member number inside an `ACoAA…` id, as decimal digits: the id is `00 2A 00 00`, the number (4 bytes, big-endian), `01`,
 * and 20 opaque bytes. Undocumented (it held for all 23 pairs checked in 2026), so it is one more key of a person and never
 * the only one; an id of any other layout answers `undefined`.
 */
export function memberNumber(profileId: string | undefined): string | undefined {
  if (!profileId?.startsWith('ACoAA') || !isProfileId(profileId)) return undefined;
  const bytes = atob(profileId.slice(0, 12).replaceAll('-', '+').replaceAll('_', '/'));
  const at = (index: number) => bytes.charCodeAt(index);
  if (at(3) !== 0 || at(8) !== 1) return undefined;
  return String(((at(4) << 24) | (at(5) << 16) | (at(6) << 8) | at(7)) >>> 0);
}
