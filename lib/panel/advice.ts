/** For every way in which something can go wrong: what happened, why, and what next, with the one action that helps. */
import type { AppError, ErrorCode } from '#lib/errors.ts';
import { t, type TextKey } from '#lib/text.ts';

import { clockTime } from './when.ts';

export type AdviceAction = 'retry' | 'open-options' | 'allow-access' | 'read-again' | 'reload-tab' | 'refresh-jobs' | 'none';

export const ACTIONS: Record<ErrorCode, AdviceAction> = {
  'page/unsupported': 'none',
  'page/no-access': 'allow-access',
  'page/not-allowed': 'none',
  'page/not-ready': 'read-again',
  'page/not-a-profile': 'read-again',
  'page/blocked': 'read-again',
  'page/moved': 'read-again',
  'page/failed': 'reload-tab',
  'settings/incomplete': 'open-options',
  'settings/not-allowed': 'open-options',
  'settings/locked': 'open-options',
  'settings/passphrase': 'none', // the panel itself asks for it
  'settings/newer': 'open-options',
  'greenhouse/unauthorized': 'open-options',
  'greenhouse/acting-user': 'open-options',
  'greenhouse/forbidden': 'open-options',
  'greenhouse/not-found': 'refresh-jobs',
  'greenhouse/invalid': 'retry',
  'greenhouse/limited': 'retry',
  'greenhouse/unreachable': 'retry',
  'greenhouse/not-offered': 'open-options',
  'greenhouse/garbled': 'retry',
  'greenhouse/unknown-outcome': 'retry',
  'export/no-name': 'none',
  'export/no-job': 'refresh-jobs',
  'message/refused': 'retry',
  'message/lost': 'retry',
  'storage/corrupt': 'retry',
  'storage/full': 'retry',
  bug: 'retry',
};

export const ACTION_TEXT: Record<Exclude<AdviceAction, 'none'>, TextKey> = {
  retry: 'panel_do_retry',
  'open-options': 'panel_do_open_options',
  'allow-access': 'panel_do_allow',
  'read-again': 'panel_do_read_again',
  'reload-tab': 'panel_do_reload',
  'refresh-jobs': 'panel_do_refresh_jobs',
};

export interface Advice {
  what: string;
  why: string;
  next: string;
  /** Greenhouse's own words, and what else is worth telling an administrator. */
  details: string[];
  action: AdviceAction;
}

type Part = 'what' | 'why' | 'next';
/** `error_greenhouse_acting_user_what` for the code `greenhouse/acting-user`; a test walks all codes. */
export const adviceKey = (code: ErrorCode, part: Part): string => `error_${code.replace(/[/-]/g, '_')}_${part}`;

export function adviceFor({ code, detail }: AppError): Advice {
  const say = (part: Part) => t(adviceKey(code, part) as TextKey);
  return {
    what: say('what'),
    why: say('why'),
    next: detail.until === undefined ? say('next') : t('panel_again_at', clockTime(detail.until)),
    details: [...(detail.fields ?? []), ...(detail.scope ? [t('panel_scope_needed', detail.scope)] : [])],
    action: ACTIONS[code],
  };
}
