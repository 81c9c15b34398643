/** What holds the filling of the index up, and what a press on the settings ran into: what, why, and what next. */
import { AppError, type ErrorCode } from '#lib/errors.ts';
import type { IndexStatus } from '#lib/identity/sync/status.ts';
import { adviceKey } from '#lib/panel/advice-table.ts';
import { t, type TextKey } from '#lib/text.ts';

import type { Advice } from './advice.ts';
import { momentOf } from './people-index-words.ts';

/** Whoever has to do something before it goes on; all else mends itself. */
const MENDED: Partial<Record<ErrorCode, TextKey>> = {
  'greenhouse/unauthorized': 'index_next_connection',
  'greenhouse/acting-user': 'index_next_connection',
  'greenhouse/forbidden': 'index_next_connection',
  'settings/incomplete': 'index_next_connection',
  'settings/locked': 'index_next_connection',
  'settings/not-allowed': 'index_next_connection',
  'settings/passphrase': 'index_next_passphrase',
  'storage/full': 'index_next_room',
};

/** Whether it goes on only when somebody has done something. */
export const needsMending = ({ error }: IndexStatus): boolean => error !== undefined && MENDED[error.code] !== undefined;

/** What holds the filling up, why, and what next. */
export function failingAdvice({ error, nextAt }: IndexStatus, now: number): Advice {
  const { code, detail } = error ? AppError.fromWire(error) : new AppError('bug');
  const byItself = nextAt === undefined ? t('index_next_wait') : t('index_next_wait_until', momentOf(nextAt, now));
  const mend = MENDED[code];
  const missing = code === 'greenhouse/forbidden' ? detail.scope : undefined;
  return {
    what: t(adviceKey(code, 'what') as TextKey),
    why: missing ? t('options_error_forbidden_why_scope', missing) : t(adviceKey(code, 'why') as TextKey),
    next: mend ? t(mend) : byItself,
  };
}

/** Nothing was changed, and what is known stays known. */
export const pressAdvice = ({ code }: AppError): Advice => ({
  what: t(adviceKey(code, 'what') as TextKey),
  why: t(adviceKey(code, 'why') as TextKey),
  next: t('index_next_press'),
});
