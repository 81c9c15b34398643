/** Who acts. There is no "current user" in Harvest v3: the recruiter's email is looked up. */
import { AppError } from '#lib/errors.ts';

import type { Identity } from '../schema.ts';

import type { Api } from './api.ts';
import { listByIds } from './by-ids.ts';
import { USER_EMAILS, USERS } from './resource.ts';
import { unlessForbidden } from './tolerate.ts';

interface Named {
  name?: string | null | undefined;
  first_name?: string | null | undefined;
  last_name?: string | null | undefined;
}

export const userName = ({ name, first_name, last_name }: Named): string =>
  name?.trim() || [first_name, last_name].filter(Boolean).join(' ');

/**
 * The active user with this address, primary or not, in any case.
 * @throws AppError `greenhouse/acting-user` when there is none, or only a deactivated one.
 */
export async function findActingUser(api: Api, email: string): Promise<Identity['actingUser']> {
  // The filter is exact, and people write their own address as they please.
  const typed = email.trim();
  const spellings = [...new Set([typed, typed.toLowerCase()])].filter((spelling) => spelling !== '');
  let found: Awaited<ReturnType<typeof primary>> = [];
  const primary = (spelling: string) => api.list(USERS, { primary_email: spelling });
  for (const spelling of spellings) if (found.length === 0) found = await primary(spelling);
  if (found.length === 0 && spellings.length > 0) {
    const addresses = await unlessForbidden(api.list(USER_EMAILS, { email: spellings.join(',') }), []);
    found = await listByIds(
      api,
      USERS,
      'ids',
      addresses.flatMap(({ user_id }) => user_id ?? []),
    );
  }
  const user = found.find(({ deactivated }) => !deactivated);
  if (!user) throw new AppError('greenhouse/acting-user');
  return { id: user.id, name: userName(user), email: user.primary_email ?? typed, siteAdmin: user.site_admin ?? false };
}
