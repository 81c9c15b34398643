/**
 * What is filled in for somebody new: what the organisation's policy gives, then what is sensible. What the policy has locked
 * is held, for everybody. The worker holds each export against the same policy: this is for the recruiter to see. Loaded after
 * the panel has painted.
 */
import { effect, untracked } from '@preact/signals';

import type { Choices, Stage } from '#lib/greenhouse/schema.ts';
import { lockedSource, lockedTags, sourceOf, stageOf } from '#lib/policy/choice.ts';
import type { Policy } from '#lib/policy/policy.ts';
import { isLocked } from '#lib/policy/rules.ts';
import { siteOf } from '#lib/sites/list.ts';

import type { Choice } from './choice.ts';
import type { Draft } from './draft.ts';
import type { Panel } from './panel.ts';

type Parts = Pick<Panel, 'person' | 'lists' | 'policy' | 'can'>;

/** Returns how to stop. */
export function fillDefaults({ person, lists, policy, can }: Parts): () => void {
  /** By person, the job that they were given a stage for, or were remembered with: there the stage is the recruiter's. */
  const staged = new Map<string, number | null | undefined>();

  function stageFor(policy: Policy, { externalId, choice, mayDefault }: Draft): number | undefined {
    const { jobId } = choice;
    if (!staged.has(externalId)) staged.set(externalId, mayDefault ? undefined : jobId);
    if (policy.defaultStage === undefined || choice.kind !== 'candidate' || jobId == null) return choice.stageId;
    const locked = isLocked(policy, 'defaultStage');
    if (!locked && staged.get(externalId) === jobId) return choice.stageId;
    const stages = stagesOf(jobId);
    if (!stages) return choice.stageId;
    staged.set(externalId, jobId);
    return (locked || choice.stageId === undefined ? stageOf(policy, stages) : undefined) ?? choice.stageId;
  }

  function stagesOf(jobId: number): readonly Stage[] | undefined {
    const loaded = lists.stages.value.get(jobId);
    if (!loaded) void untracked(() => lists.loadStages(jobId));
    return loaded?.is === 'there' ? loaded.value : undefined;
  }

  return effect(() => {
    const draft = person.draft.value;
    const choices = lists.choices.value;
    // A partner key can choose none of what a policy sets here.
    const given = policy.value && can.value.choosesSource ? policy.value : policy.value && null;
    if (!draft || choices.is !== 'there' || given === undefined) return;
    const { mayDefault, reading } = draft;
    let { choice } = draft;
    if (given) choice = withStage(choice, stageFor(given, draft));
    if (given && mayDefault) choice = withGiven(given, choice, choices.value);
    if (mayDefault) choice = withSensible(choice, reading.site, choices.value);
    if (given) choice = withLocked(given, choice, choices.value);
    if (mayDefault || !same(choice, draft.choice)) untracked(() => person.suggest(choice));
  });
}

const withStage = (choice: Choice, stageId: number | undefined): Choice =>
  stageId === undefined ? choice : { ...choice, stageId };

function withGiven(policy: Policy, choice: Choice, choices: Choices): Choice {
  const sourceId = choice.sourceId ?? sourceOf(policy, choices);
  const tags = choice.tags.length > 0 ? choice.tags : [...(policy.defaultTags ?? [])];
  return { ...choice, tags, ...(sourceId === undefined ? {} : { sourceId }) };
}

function withLocked(policy: Policy, choice: Choice, choices: Choices): Choice {
  const sourceId = lockedSource(policy, choices) ?? choice.sourceId;
  return { ...choice, tags: [...(lockedTags(policy) ?? choice.tags)], ...(sourceId === undefined ? {} : { sourceId }) };
}

/** What is chosen for somebody when nothing is remembered: the site's own source, and credit to whoever exports. */
function withSensible(choice: Choice, site: string, choices: Choices): Choice {
  const label = siteOf(site)?.label.toLowerCase();
  const named = label ? choices.sources.filter(({ name }) => name.toLowerCase().includes(label)) : [];
  // A site may have a source for its advertisements beside the one for people who were looked for.
  const source = named.find(({ name, strategy }) => /prospect|sourc/i.test(`${name} ${strategy ?? ''}`)) ?? named[0];
  const credit = choices.credits.find(({ me }) => me);
  return {
    ...choice,
    ...(choice.sourceId === undefined && source ? { sourceId: source.id } : {}),
    ...(choice.referrerId === undefined && credit ? { referrerId: credit.id } : {}),
  };
}

const same = (a: Choice, b: Choice): boolean =>
  a.stageId === b.stageId && a.sourceId === b.sourceId && a.tags.join('\n') === b.tags.join('\n');
