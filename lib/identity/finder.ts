/** What looking for somebody needs. */
import type { Greenhouse } from '#lib/greenhouse/port.ts';

import type { PeopleIndex } from './index/people-index.ts';
import type { Key } from './keys.ts';
import type { Ledger } from './ledger.ts';
import type { IndexStatus } from './sync/status.ts';
import type { Words } from './words.ts';

export type Made = readonly { candidateId: number; keys: readonly Key[] }[];
/** Who was made from here lately and has some of these keys, and which. */
export type MadeLately = (keys: readonly Key[]) => Promise<Made>;

export interface Finder {
  greenhouse: Pick<Greenhouse, 'can' | 'findByEmail' | 'findByIds' | 'findByExternalIds' | 'externalIdFields'>;
  ledger: Ledger;
  words: Pick<Words, 'of' | 'forget'>;
  /** Absent for a credential that cannot have one; `people` is absent while there is nobody in it. */
  index?: (() => Promise<{ status: IndexStatus; people?: Pick<PeopleIndex, 'lookup' | 'put'> | undefined }>) | undefined;
  /** For what the ledger does not know them by. */
  madeLately?: MadeLately | undefined;
  now: () => number;
}
