/** Why applications are rejected: the company's reasons and Greenhouse's own (harvest-api reference, 7.11). */
import type { Api } from './api.ts';
import { REJECTION_REASONS } from './lists/applications.ts';

export interface RejectReason {
  id: number;
  name: string;
  /** `WE_REJECTED_THEM`, `THEY_REJECTED_US`, `NONE_SPECIFIED`, `SECURITY_CONCERN`, or what comes. */
  kind: string;
}

export async function listRejectReasons(api: Api): Promise<RejectReason[]> {
  const rows = await api.list(REJECTION_REASONS, { include_defaults: true });
  return rows
    .map(({ id, name, type }) => ({ id, name: name ?? '', kind: type?.key ?? '' }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
