/** What the one wide button will do, and if it cannot, what is needed first. */
import { applicationAt } from '#lib/export/target.ts';
import type { Capabilities } from '#lib/greenhouse/capabilities.ts';

import { jobIdsOf, targetOf, type Choice } from './choice.ts';
import { looksLikeEmail, looksLikeLink, readyCandidate } from './ready.ts';
import type { Draft } from './draft.ts';
import type { Standing } from './standing.ts';

export type Need =
  | { is: 'connection' }
  | { is: 'first-name' | 'last-name' | 'both-names' | 'decision' | 'by-hand' | 'job' | 'open-job' }
  | { is: 'email' | 'link'; value: string };

export interface MainAction {
  /** `update`: to no new job; what the profile adds to somebody known. */
  does: 'export' | 'add-to-job' | 'update';
  needs?: Need | undefined;
}

const BY_HAND: Need = { is: 'by-hand' };

/** Whether a job is among those that may be chosen; true as well while that is not known. */
type MayUse = (jobId: number) => boolean;

export function mainAction(draft: Draft, standing: Standing, connected: boolean, mayUse: MayUse, can: Capabilities): MainAction {
  if (standing.is !== 'known') return withNeed('export', firstNeed(draft, standing, connected, mayUse));
  const does = isNowhereNew(draft.choice, standing) ? 'update' : 'add-to-job';
  return withNeed(does, can.addsApplications ? firstNeed(draft, standing, connected, mayUse) : BY_HAND);
}

const withNeed = (does: MainAction['does'], needs: Need | undefined): MainAction => (needs ? { does, needs } : { does });

/** No job is chosen, or they are on it already. */
function isNowhereNew(choice: Choice, { match }: Extract<Standing, { is: 'known' }>): boolean {
  const target = targetOf(choice);
  if (!target || (jobIdsOf(choice).length === 0 && choice.poolId === undefined)) return true;
  return applicationAt(target, match.person.applications) !== undefined;
}

function firstNeed(draft: Draft, standing: Standing, connected: boolean, mayUse: MayUse): Need | undefined {
  if (!connected) return { is: 'connection' };
  if (standing.is === 'possible') return { is: 'decision' };
  return nameNeed(draft) ?? contactNeed(draft) ?? jobNeed(draft.choice, standing, mayUse);
}

function nameNeed({ candidate }: Draft): Need | undefined {
  const { firstName, lastName } = readyCandidate(candidate);
  if (firstName && lastName) return undefined;
  if (!firstName && !lastName) return { is: 'both-names' };
  return { is: firstName ? 'last-name' : 'first-name' };
}

function contactNeed({ candidate }: Draft): Need | undefined {
  const { emails, links } = readyCandidate(candidate);
  const email = emails.find(({ value }) => !looksLikeEmail(value));
  if (email) return { is: 'email', value: email.value };
  const link = links.find(({ url }) => !looksLikeLink(url));
  return link && { is: 'link', value: link.url };
}

function jobNeed(choice: Choice, standing: Standing, mayUse: MayUse): Need | undefined {
  const jobIds = jobIdsOf(choice);
  if (choice.kind === 'candidate' && jobIds.length === 0 && standing.is !== 'known') return { is: 'job' };
  return jobIds.every(mayUse) ? undefined : { is: 'open-job' };
}
