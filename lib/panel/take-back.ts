/** The words for what of an export was or can be taken back, and for what stays. */
import { AppError } from '#lib/errors.ts';
import type { Back, Cannot, ExportView, Undoable, UndoPart } from '#lib/export/schema.ts';
import { t, type TextKey } from '#lib/text.ts';

import { adviceFor } from './advice.ts';

const PART: Record<UndoPart, TextKey> = {
  application: 'panel_back_application',
  person: 'panel_back_person',
  tags: 'panel_back_tags',
};
export const partText = (part: UndoPart): string => t(PART[part]);

/** For these Greenhouse has no call. */
const STAYS: Record<Exclude<Cannot['what'], UndoPart>, TextKey> = {
  note: 'panel_stays_note',
  profile: 'panel_stays_profile',
  rest: 'panel_stays_rest',
  emails: 'panel_stays_emails',
};

const WHY: Record<Exclude<Cannot['why'], 'no-call'>, TextKey> = {
  'others-work': 'panel_stays_others',
  'not-listed': 'panel_stays_not_listed',
  gone: 'panel_stays_gone',
  'no-right': 'panel_stays_no_right',
  'not-offered': 'panel_stays_not_offered',
  'not-ours': 'panel_stays_not_ours',
  'in-use': 'panel_stays_in_use',
  unsure: 'panel_stays_unsure',
};
const isPart = (what: Cannot['what']): what is UndoPart => what in PART;

export const staysText = ({ what, why }: Cannot): string =>
  isPart(what) ? t(why === 'no-call' ? 'panel_stays_rest' : WHY[why], partText(what)) : t(STAYS[what]);

/** Why a part was not taken back after all. */
export function failureText({ part, why, error }: Back): string {
  if (!error) return staysText({ what: part, why: why ?? 'gone' });
  const { what, details } = adviceFor(AppError.fromWire(error));
  return [t('panel_back_failed', partText(part)), ...[what, ...details].map((words) => `${words}.`)].join(' ');
}

/** Whoever is not there any more is not taken back by hand either. */
export const isByHand = ({ cannot }: Undoable): boolean => cannot.some(({ why }) => why !== 'gone' && why !== 'not-listed');

/** What was taken back, in one sentence; nothing where nothing was. */
export function takenText({ back = [] }: Pick<ExportView, 'back'>): string | undefined {
  const done = back.filter(({ state }) => state === 'done').map(({ part }) => partText(part));
  return done.length > 0 ? t('panel_back_done', done.join(', ')) : undefined;
}
