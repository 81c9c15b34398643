/** What the one wide button will do, and if it cannot, what is needed first. */
import { applicationAt } from '#lib/export/target.ts';
import type { Capabilities } from '#lib/greenhouse/capabilities.ts';

import { jobIdsOf, targetOf, type Choice } from './choice.ts';
import { looksLikeEmail, looksLikeLink, readyCandidate } from './ready.ts';
import type { Draft } from './draft.ts';
import type { Standing } from './verdict.ts';

export type Need =
  | { is: 'connection' }
  | { is: 'first-name' | 'last-name' | 'both-names' | 'decision' | 'by-hand' | 'job' | 'open-job' }
  | { is: 'email' | 'link'; value: string }
  /** They are on this job already; `stage` when Greenhouse told. */
  | { is: 'already-there'; jobId?: number | undefined; job?: string | undefined; stage?: string | undefined };

export interface MainAction {
  does: 'export' | 'add-to-job';
  needs?: Need | undefined;
}

const BY_HAND: Need = { is: 'by-hand' };

/** Whether a job is among those that may be chosen; true as well while that is not known. */
type MayUse = (jobId: number) => boolean;

export function mainAction(draft: Draft, standing: Standing, connected: boolean, mayUse: MayUse, can: Capabilities): MainAction {
  const does = standing.is === 'known' ? 'add-to-job' : 'export';
  const needs = does === 'add-to-job' && !can.addsApplications ? BY_HAND : firstNeed(draft, standing, connected, mayUse);
  return needs ? { does, needs } : { does };
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
  if (choice.kind === 'candidate' && jobIds.length === 0) return { is: 'job' };
  if (!jobIds.every(mayUse)) return { is: 'open-job' };
  const target = targetOf(choice);
  if (standing.is !== 'known' || !target) return undefined;
  if (jobIds.length === 0 && choice.poolId === undefined) return { is: 'job' };
  const there = applicationAt(target, standing.match.person.applications);
  if (!there) return undefined;
  return {
    is: 'already-there',
    jobId: there.jobId ?? jobIds[0],
    job: there.jobName ?? undefined,
    stage: there.stage ?? undefined,
  };
}
