import { t } from '#lib/text.ts';

/** From when to when, as precisely as the page said: "2019-03 – 2021", "since 2021", or nothing. */
export const span = (start: string | null | undefined, end: string | null | undefined, current?: boolean): string => {
  if (current && start) return t('panel_since', start);
  return [start, end].filter(Boolean).join(' – ');
};
