/** What became of all that follows an export. Of the note, the tags, the link and the file nothing is said where they simply arrived. */
import type { FollowUp } from '#lib/export/schema.ts';
import { t, type TextKey } from '#lib/text.ts';

import { careerLines, isCareer } from './career-text.ts';

/** One sentence or two; `wrong`: somebody should look. */
export interface Line {
  text: string;
  wrong: boolean;
}

type Single = Exclude<FollowUp['step'], 'career' | 'employments' | 'educations'>;

/** Of what is looked for when its answer was lost; all else is sent until it arrives. */
const LOST: Partial<Record<Single, TextKey>> = { note: 'panel_note_lost', attachment: 'panel_attachment_lost' };

/** Why a file was left out. */
const NO_FILE: Record<string, TextKey> = {
  'greenhouse/not-found': 'panel_attachment_no_application',
  'greenhouse/forbidden': 'panel_attachment_no_right',
};

export const hasGoneWrong = ({ state }: { state: string }): boolean => state === 'failed' || state === 'unknown';

export function followUpLines(followUps: readonly FollowUp[]): Line[] {
  const singles = followUps.flatMap((one): Line[] => {
    const text = isCareer(one) ? undefined : textOf(one, one.step as Single);
    return text === undefined ? [] : [{ text, wrong: hasGoneWrong(one) }];
  });
  return [...singles, ...careerLines(followUps)];
}

function textOf({ state, full, error }: FollowUp, step: Single): string | undefined {
  if (state === 'done') return full ? t('panel_identity_full') : undefined;
  if (state === 'lost') return t(LOST[step] ?? `panel_${step}_waiting`);
  const why = step === 'attachment' && state === 'skipped' && error ? NO_FILE[error.code] : undefined;
  return t(why ?? `panel_${step}_${state === 'sending' ? 'waiting' : state}`);
}
