/** For every way in which something can go wrong: what happened, why, and what next, with the one action that helps. */
import type { AppError } from '#lib/errors.ts';
import { t, type TextKey } from '#lib/text.ts';

import { ACTIONS, adviceKey, type AdviceAction, type Part } from './advice-table.ts';
import { clockTime } from './when.ts';

export interface Advice {
  what: string;
  why: string;
  next: string;
  /** Greenhouse's own words, and what else is worth telling an administrator. */
  details: string[];
  action: AdviceAction;
}

/** @param draft whether it is told beside the person whose draft is on show. */
export function adviceFor({ code, detail }: AppError, draft = false): Advice {
  const say = (part: Part) => t(adviceKey(code, part) as TextKey);
  return {
    what: say('what'),
    why: say('why'),
    next: [
      detail.until === undefined ? say('next') : t('panel_again_at', clockTime(detail.until)),
      // Where nothing can be written down, that would be too much said.
      ...(draft && !code.startsWith('storage/') ? [t('panel_draft_kept')] : []),
    ].join(' '),
    details: [...(detail.fields ?? []), ...(detail.scope ? [t('panel_scope_needed', detail.scope)] : [])],
    action: ACTIONS[code],
  };
}
