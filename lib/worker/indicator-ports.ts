/** What the indicators ask, bound to what is stored on this machine. Nothing here asks Greenhouse. */
import { connection } from '#lib/connection/greenhouse.ts';
import { rows } from '#lib/export/rows.ts';
import { isOver } from '#lib/export/schema.ts';
import { ledgerOf } from '#lib/identity/ledger.ts';
import type { FindRequest, Verdict } from '#lib/identity/schema.ts';
import { accountsOf, knownAccountOf } from '#lib/storage/account.ts';

import type { IndicatorPorts } from './toolbar.ts';

export const indicatorPorts = (now: () => number): IndicatorPorts => ({
  account: () => connection().then(knownAccountOf, () => ''),

  async findLocally(people: FindRequest[]): Promise<Verdict[]> {
    const ledger = ledgerOf(accountsOf(await connection()));
    return Promise.all(
      people.map(async ({ externalIds }): Promise<Verdict> => {
        const candidateId = await ledger.find(externalIds);
        const person = { firstName: '', lastName: '', tags: [], emails: [], applications: [], unread: true as const };
        return {
          kind: candidateId === undefined ? 'new' : 'known',
          matches:
            candidateId === undefined
              ? []
              : [{ person: { candidateId, ...person }, agrees: [{ by: 'export', value: externalIds[0] ?? '' }] }],
          checked: ['export'],
          checkedAt: now(),
          local: true,
        };
      }),
    );
  },

  async unfinished(externalId) {
    const accounts: readonly string[] = accountsOf(await connection());
    const open = (await rows.all()).filter(({ account, view }) => accounts.includes(account) && !isOver(view.state));
    return open.find(({ view, request }) => view.externalId === externalId || request?.aliases.includes(externalId))?.view;
  },
});
