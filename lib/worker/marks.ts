/**
 * Marks on the list that a tab shows: the site's own reader says whom it lists, this machine says who of them is in Greenhouse, and
 * the marks are told. Nothing is read but what the page shows, and only while somebody looks at it.
 */
import { markedSite } from '#lib/access/marks.ts';
import { browser } from '#lib/browser.ts';
import { rawReadingSchema } from '#lib/candidate/raw.ts';
import { MARKS_SCRIPT } from '#lib/in-page/marks-script.ts';
import { askedOf } from '#lib/indicators/asked.ts';
import { marksOf } from '#lib/indicators/marks.ts';
import { inject, injectReader } from '#lib/page/inject.ts';
import { readerFor } from '#lib/sites/list.ts';

import type { IndicatorPorts } from './toolbar.ts';

export async function markPage(tabId: number, ports: IndicatorPorts): Promise<void> {
  const { url, active } = await browser.tabs.get(tabId);
  const whose = await ports.account();
  if (!active || !url || whose === '') return;
  const [site, reader] = [await markedSite(url), readerFor(url)];
  if (site === undefined || !reader) return;
  const { status, people = [] } = rawReadingSchema.parse(await injectReader(tabId, reader));
  // A profile that was opened over the list leaves the marks behind it as they are.
  if (status !== 'list' && status !== 'not-a-profile') return;
  const asked = people.map(askedOf);
  const verdicts = await ports.findLocally(asked.filter((request) => request !== undefined));
  // In order: whoever was not asked about has none.
  const answers = asked.map((request) => request && verdicts.shift());
  // Turned off, or another's Greenhouse by now.
  if ((await ports.account()) !== whose || (await markedSite(url)) === undefined) return;
  await inject(
    tabId,
    MARKS_SCRIPT,
    marksOf(
      url,
      site,
      people.map((person, at) => [person, answers[at]] as const),
    ),
  );
}
