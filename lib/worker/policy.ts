/** The organisation's policy at work: put into what is stored, and held against every export that a page asks for. */
import { choices, stages, type ListPorts } from '#lib/connection/lists.ts';
import { AppError } from '#lib/errors.ts';
import type { ExportRequest } from '#lib/export/schema.ts';
import { capabilitiesOf } from '#lib/greenhouse/capabilities.ts';
import { applyPolicy } from '#lib/policy/apply.ts';
import { lockedSource, lockedStage, lockedTags } from '#lib/policy/choice.ts';
import type { Policy } from '#lib/policy/policy.ts';
import { allowsUrl, goesAlong, isLocked } from '#lib/policy/rules.ts';
import { connectionItem, pendingItem, settingsItem } from '#lib/storage/items.ts';
import { managed } from '#lib/storage/managed.ts';
import { alone, forgetPending } from '#lib/storage/pending.ts';
import { policyItem } from '#lib/storage/policy.ts';
import { vault } from '#lib/storage/vault.ts';

export const takePolicy = (test: () => Promise<unknown>, now: () => number): Promise<void> =>
  applyPolicy({
    managed: () => managed.get(),
    policy: policyItem,
    settings: settingsItem,
    connection: connectionItem,
    // A trial without a secret of its own meant the one that goes now.
    vault: {
      ...vault,
      put: (secret) => forgetPending().then(() => vault.put(secret)),
      forget: () => pendingItem.remove().then(vault.forget),
    },
    test,
    lock: (work) => navigator.locks.request('policy', work),
    alone,
    now,
  });

/**
 * The export as the policy has it, whatever the panel said: a panel may be older than the policy. Rejects with
 * `page/not-allowed` for a person from a site that the policy leaves out.
 */
export async function underPolicy(
  request: ExportRequest,
  policy: Policy | null,
  lists: () => Promise<ListPorts>,
): Promise<ExportRequest> {
  if (!policy) return request;
  if (!allowsUrl(policy, request.url)) throw new AppError('page/not-allowed');
  const allowed = withoutForbidden(request, policy);
  if (!isLocked(policy, 'defaultSource', 'defaultStage', 'defaultTags')) return allowed;
  const ports = await lists();
  const can = capabilitiesOf(ports.connection.kind);
  let { sourceId, target, tags } = allowed;
  // A list is fetched only where it settles something.
  if (can.choosesSource && isLocked(policy, 'defaultSource')) sourceId = lockedSource(policy, await choices(ports)) ?? sourceId;
  if (can.choosesStage && isLocked(policy, 'defaultStage') && target.kind === 'candidate') {
    const stageId = lockedStage(policy, await stages(ports, target.jobId));
    if (stageId !== undefined) target = { ...target, stageId };
  }
  if (can.tags) tags = [...(lockedTags(policy) ?? tags)];
  return { ...allowed, target, tags, ...(sourceId === undefined ? {} : { sourceId }) };
}

/** What the policy keeps from going along stays here. */
function withoutForbidden({ career, file, ...request }: ExportRequest, policy: Policy): ExportRequest {
  const may = goesAlong(policy, { sendCareer: true, attachProfile: true });
  return { ...request, ...(career && may.sendCareer ? { career } : {}), ...(file && may.attachProfile ? { file } : {}) };
}
