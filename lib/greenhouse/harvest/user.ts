/** Who acts. There is no "current user" in Harvest v3: the recruiter's email is looked up (reference, 7.8). */
import { AppError } from '#lib/errors.ts';

import { unlessForbidden } from '../http/tolerate.ts';
import type { Identity } from '../schema.ts';
import { userName } from '../user-name.ts';
import type { Api } from './api.ts';
import { listByIds } from './by-ids.ts';
import { USER_EMAILS, type UserRow, USERS } from './lists/users.ts';

/** The filters compare letter by letter, so an address stored with capitals is found by nothing but looking at everybody. */
async function lookAtEverybody(api: Api, address: string): Promise<UserRow[]> {
  for await (const page of api.pages(USERS, { deactivated: false })) {
    const found = page.filter(({ primary_email }) => primary_email?.toLowerCase() === address);
    if (found.length > 0) return found;
  }
  return [];
}

async function usersWith(api: Api, typed: string): Promise<UserRow[]> {
  const address = typed.toLowerCase();
  const spellings = [...new Set([typed, address])];
  const primary = (await Promise.all(spellings.map((spelling) => api.list(USERS, { primary_email: spelling })))).flat();
  if (primary.length > 0) return primary;
  const others = await unlessForbidden(api.list(USER_EMAILS, { email: spellings }), []);
  const owners = others.flatMap(({ user_id }) => user_id ?? []);
  return owners.length > 0 ? listByIds(api, USERS, 'ids', owners) : lookAtEverybody(api, address);
}

/**
 * The active user with this address, primary or not, in any case.
 * @throws AppError `greenhouse/acting-user` when there is none, or only a deactivated one.
 */
export async function findActingUser(api: Api, email: string): Promise<Identity['actingUser']> {
  const typed = email.trim();
  // An empty filter would be no filter: everybody.
  const found = typed === '' ? [] : await usersWith(api, typed);
  const user = found.find(({ deactivated }) => !deactivated);
  if (!user) throw new AppError('greenhouse/acting-user');
  return { id: user.id, name: userName(user), email: user.primary_email ?? typed, siteAdmin: user.site_admin ?? false };
}
