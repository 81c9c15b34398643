/** What became of the positions and the schools that went along: counted, since each of them is a step of its own. */
import type { FollowUp } from '#lib/export/schema.ts';
import { counted, t, type TextKey } from '#lib/text.ts';

import { hasGoneWrong, type Line } from './follow-up-text.ts';

export const COUNTED = { employments: 'panel_positions', educations: 'panel_education' } as const;
type Step = keyof typeof COUNTED;

export const isCareer = ({ step }: FollowUp): boolean => step === 'career' || step in COUNTED;

export function careerLines(followUps: readonly FollowUp[]): Line[] {
  const plan = followUps.find(({ step }) => step === 'career');
  const read = plan ? [{ text: t(PLAN[plan.state] ?? 'panel_career_waiting'), wrong: hasGoneWrong(plan) }] : [];
  return [...read, ...linesOf('employments', followUps), ...linesOf('educations', followUps)];
}

const PLAN: Partial<Record<FollowUp['state'], TextKey>> = { failed: 'panel_career_failed', skipped: 'panel_career_skipped' };

function linesOf(step: Step, followUps: readonly FollowUp[]): Line[] {
  const all = followUps.filter((one) => one.step === step);
  const sent = all.filter(({ state }) => state !== 'skipped');
  const inState = (...states: FollowUp['state'][]): number => sent.filter(({ state }) => states.includes(state)).length;
  const entries = counted(COUNTED[step], sent.length);
  const [done, failed, unknown] = [inState('done'), inState('failed'), inState('unknown')];
  const isGoing = done + failed + unknown < sent.length;
  const sentences = [
    isGoing ? t('panel_entries_going', entries, done) : '',
    !isGoing && done > 0 ? (done < sent.length ? t('panel_entries_some', done, entries) : t('panel_entries_added', entries)) : '',
    failed > 0 ? t('panel_entries_failed', counted(COUNTED[step], failed)) : '',
    unknown > 0 ? t('panel_entries_unknown', counted(COUNTED[step], unknown)) : '',
    leftOut(
      step,
      all.filter(({ state }) => state === 'skipped'),
    ),
  ].filter(Boolean);
  return sentences.length > 0 ? [{ text: sentences.join(' '), wrong: failed + unknown > 0 }] : [];
}

const GAPS = {
  company: 'panel_gap_company',
  title: 'panel_gap_title',
  start: 'panel_gap_start',
  order: 'panel_gap_order',
  school: 'panel_gap_not_listed',
} as const;

/** Each reason once, with how many it is of. */
function leftOut(step: Step, skipped: readonly FollowUp[]): string {
  const byReason = Map.groupBy(skipped, ({ lacks, error }) => (error?.code === 'greenhouse/forbidden' ? 'right' : lacks));
  const reasons = [...byReason].map(([why, { length }]) => {
    if (why && why !== 'right') return counted(GAPS[why], length);
    const entries = counted(COUNTED[step], length);
    return why ? t('panel_along_no_right', entries) : entries;
  });
  return reasons.length > 0 ? t('panel_along_left', reasons.join(', ')) : '';
}
