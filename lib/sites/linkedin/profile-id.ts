/**
 * LinkedIn's profile id: 39 characters of base64url, case-sensitive, the same for every viewer. `ACoAA…` stands on profiles,
 * `ACwAA…` in Sales Navigator (and in some links of search results), `AEMAA…` in Recruiter: three tags of one layout.
 */
const PROFILE_ID = /^AC[A-Za-z]AA[\w-]{34}$/;
const RECRUITER_ID = /^AEMAA[\w-]{34}$/;

export const isProfileId = (text: string): boolean => PROFILE_ID.test(text);
export const isRecruiterId = (text: string): boolean => RECRUITER_ID.test(text);

/**
 * The member number inside an id, as decimal digits: an id is 29 bytes, of which four are the tag (`00 2A 00 00` on profiles),
 * four the number (big-endian), one is `01`, and 20 are opaque. Undocumented (it held for all 23 pairs checked in 2026), so it is
 * one more key of a person and never the only one; an id of any other layout answers `undefined`.
 */
export function memberNumber(id: string | undefined): string | undefined {
  // The last of 39 characters carries two bits more than 29 bytes have.
  if (!id || !/^(?:ACo|ACw|AEM)AA[\w-]{33}[AEIMQUYcgkosw048]$/.test(id)) return undefined;
  const bytes = atob(id.slice(0, 12).replaceAll('-', '+').replaceAll('_', '/'));
  const at = (index: number) => bytes.charCodeAt(index);
  if (at(3) !== 0 || at(8) !== 1) return undefined;
  return String(((at(4) << 24) | (at(5) << 16) | (at(6) << 8) | at(7)) >>> 0);
}
