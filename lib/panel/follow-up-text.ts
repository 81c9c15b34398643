/** What became of the note, the tags and the link to the profile; nothing of what simply arrived. */
import type { FollowUp } from '#lib/export/schema.ts';
import { t, type TextKey } from '#lib/text.ts';

/** Of what is looked for when its answer was lost; all else is sent until it arrives. */
const LOST: Partial<Record<FollowUp['step'], TextKey>> = { note: 'panel_note_lost' };

export function followUpText({ step, state, full }: FollowUp): string | undefined {
  if (state === 'done') return full ? t('panel_identity_full') : undefined;
  if (state === 'lost') return t(LOST[step] ?? `panel_${step}_waiting`);
  return t(`panel_${step}_${state === 'sending' ? 'waiting' : state}`);
}

export const hasGoneWrong = ({ state }: FollowUp): boolean => state === 'failed' || state === 'unknown';
