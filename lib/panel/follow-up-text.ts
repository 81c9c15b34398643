/** What became of the note, the tags and the link to the profile; nothing of what simply arrived. */
import type { FollowUp } from '#lib/export/schema.ts';
import { t } from '#lib/text.ts';

export const followUpText = ({ step, state, full }: FollowUp): string | undefined =>
  state === 'done'
    ? full
      ? t('panel_identity_full')
      : undefined
    : t(`panel_${step}_${state === 'sending' ? 'waiting' : state}`);

export const hasGoneWrong = ({ state }: FollowUp): boolean => state === 'failed' || state === 'unknown';
