/** The count of unfinished exports, on every tab whose page has nothing to say for itself. */
import { browser } from '#lib/browser.ts';
import type { Counts } from '#lib/export/counts.ts';
import { countBadge, withCount } from '#lib/indicators/count.ts';
import { t } from '#lib/text.ts';

export async function showCount(counts: () => Promise<Counts>): Promise<void> {
  const found = await counts();
  await Promise.all([
    browser.action.setBadgeText({ text: countBadge(found) }),
    browser.action.setTitle({ title: withCount(t('action_title'), found) }),
  ]);
}
