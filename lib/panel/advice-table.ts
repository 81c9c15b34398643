/** Each way in which something can go wrong, with the one action that helps and the name of its words. Data, so that tests walk it. */
import type { ErrorCode } from '#lib/errors.ts';
import type { TextKey } from '#lib/text.ts';

export type AdviceAction =
  | 'retry'
  | 'open-options'
  | 'allow-access'
  | 'read-again'
  | 'reload-tab'
  | 'reload-panel'
  | 'refresh-jobs'
  | 'none';

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
  'greenhouse/job-closed': 'refresh-jobs',
  'greenhouse/invalid': 'retry',
  'greenhouse/limited': 'retry',
  'greenhouse/unreachable': 'retry',
  'greenhouse/not-offered': 'open-options',
  'greenhouse/garbled': 'retry',
  'greenhouse/unknown-outcome': 'retry',
  'export/no-name': 'none',
  'export/no-job': 'refresh-jobs',
  'export/gone': 'none',
  'search/unclear': 'none',
  'search/needs-index': 'open-options',
  'message/refused': 'retry',
  'message/lost': 'retry',
  'message/outdated': 'reload-panel',
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
  'reload-panel': 'panel_do_reload_panel',
  'refresh-jobs': 'panel_do_refresh_jobs',
};

export type Part = 'what' | 'why' | 'next';
/** `error_greenhouse_acting_user_what` for the code `greenhouse/acting-user`; a test walks all codes. */
export const adviceKey = (code: ErrorCode, part: Part): string => `error_${code.replace(/[/-]/g, '_')}_${part}`;
