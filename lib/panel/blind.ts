/** What could not be looked at, in sentences, each with the one thing that helps. */
import type { BlindSpot, Verdict } from '#lib/identity/schema.ts';
import type { IndexStatus } from '#lib/identity/sync/status.ts';
import { counted, t } from '#lib/text.ts';

import { day } from './when.ts';

export interface Blind {
  spot: BlindSpot;
  sentence: string;
  helps?: 'settings' | 'resume';
}

/** Whole percents, and a hundred only when it is there. */
export const percentOf = ({ people, of }: IndexStatus): number | undefined =>
  of ? Math.min(99, Math.floor((people / of) * 100)) : undefined;

function filling(index: IndexStatus | undefined): Omit<Blind, 'spot'> {
  const paused = index?.state === 'paused' ? ({ helps: 'resume' } as const) : {};
  if (!index || index.people === 0) return { sentence: t('panel_blind_begins'), ...paused };
  const percent = percentOf(index);
  const so = percent === undefined ? t('panel_blind_newest', index.people) : t('panel_blind_newest_of', index.people, percent);
  if (index.state === 'paused') return { sentence: t('panel_blind_paused', so), ...paused };
  if (index.state === 'failing') return { sentence: t('panel_blind_failing', so), helps: 'settings' };
  return { sentence: t('panel_blind_filling', so) };
}

const SAY: Record<BlindSpot, (verdict: Verdict) => Omit<Blind, 'spot'>> = {
  'index-off': ({ index }) => ({
    sentence: t(index?.state === 'asks' ? 'panel_blind_asks' : 'panel_blind_off'),
    helps: 'settings',
  }),
  'index-filling': ({ index }) => filling(index),
  'index-months': ({ index }) => ({
    sentence: t('panel_blind_months', index?.scope.kind === 'months' ? index.scope.months : 12),
    helps: 'settings',
  }),
  'index-stale': ({ index }) => ({
    sentence:
      index?.upTo === undefined
        ? t('panel_blind_stale')
        : t('panel_blind_stale_since', day(new Date(index.upTo).toISOString()) ?? ''),
    ...(index?.state === 'paused' ? { helps: 'resume' } : {}),
  }),
  'index-unreadable': ({ index }) => ({ sentence: counted('index_unreadable', index?.unreadable ?? 1) }),
  'index-damaged': () => ({ sentence: t('panel_blind_damaged') }),
  'no-external-ids': () => ({ sentence: t('panel_blind_no_external_ids'), helps: 'settings' }),
  'not-shown': () => ({ sentence: t('panel_blind_not_shown') }),
};

export const blindSpots = (verdict: Verdict): Blind[] =>
  (verdict.blind ?? []).map((spot): Blind => ({ spot, ...SAY[spot](verdict) }));

const CURED_BY_FILLING = new Set<BlindSpot>(['index-filling', 'index-stale', 'index-damaged']);

/** Whether an answer that was given while the index was not whole would be given by a whole one now. */
export const seesMore = ({ blind = [], index }: Verdict, now: IndexStatus): boolean =>
  now.state === 'fresh' && now.damaged === 0 && index?.upTo !== now.upTo && blind.some((spot) => CURED_BY_FILLING.has(spot));
