/** Noticing on this machine that a site has changed, and a report of it that nobody is on. */
import * as z from 'zod/mini';

import { ANONYMISE, type Known } from '#lib/anonymise/script.ts';
import { browser } from '#lib/browser.ts';
import type { Reading } from '#lib/candidate/reading.ts';
import { counted, sightingOf } from '#lib/drift/counts.ts';
import { fallOf, nameOf } from '#lib/drift/falls.ts';
import { reportOf } from '#lib/drift/report.ts';
import { AppError } from '#lib/errors.ts';
import type { DriftPorts } from '#lib/panel/drift.ts';
import { readerFor } from '#lib/sites/list.ts';
import { driftItem } from '#lib/storage/drift.ts';
import { connectionItem } from '#lib/storage/items.ts';
import { isNew } from '#lib/storage/seen.ts';

import { inject } from './inject.ts';
import { addressOf } from './read.ts';

const anonymisedSchema = z.object({
  html: z.string(),
  address: z.string(),
  replaced: z.object({ texts: z.number(), attributes: z.number(), leftOut: z.number() }),
});

const version = (): string => browser.runtime.getManifest().version;

/** The local date, ISO. */
const dayOf = (moment: number): string => {
  const date = new Date(moment);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

/** One change after the other, whichever panel makes it: each begins with what the last one has left. */
const alone = <T>(change: () => Promise<T>): Promise<T> => navigator.locks.request('found-fields', change);

/** Counts what a reading found, once for each person. What cannot be counted is not: it troubles nobody. */
export async function count(reading: Reading, now: number): Promise<void> {
  const sighting = sightingOf(reading);
  if (!sighting) return;
  // A page that was not ready may be read once more a moment later: who is seen for good is counted for good.
  const who = `${reading.site} ${reading.externalId} ${Boolean(sighting.name)}`;
  const add = async () => {
    // With nobody connected there is nobody to be told; and an open panel reads once more while everything is forgotten.
    if (!(await connectionItem.get()) || !(await isNew(who))) return;
    const all = await driftItem.get();
    await driftItem.set({ ...all, [reading.site]: counted(all[reading.site], sighting, dayOf(now), version()) });
  };
  await alone(add).catch(() => undefined);
}

export function driftPorts(now: () => number): DriftPorts {
  const readerAt = async (tabId: number) => readerFor(await addressOf(tabId));
  return {
    async notice(tabId) {
      const reader = await readerAt(tabId);
      const counts = reader && (await driftItem.get())[reader.id];
      const fall = fallOf(counts);
      // Another version may read what this one did not: nothing is said before it has tried.
      if (!reader || !fall || counts?.version !== version() || counts.dismissed === nameOf(fall)) return undefined;
      return { ...fall, reader: reader.id, label: reader.label, today: dayOf(now()) };
    },
    async dismiss({ reader, ...fall }) {
      await alone(async () => {
        const all = await driftItem.get();
        const counts = all[reader];
        if (counts) await driftItem.set({ ...all, [reader]: { ...counts, dismissed: nameOf(fall) } });
      });
    },
    async report(tabId, names, notice) {
      if ((await readerAt(tabId))?.id !== notice.reader) throw new AppError('page/moved');
      const known: Known = { names };
      const parsed = anonymisedSchema.safeParse(await inject(tabId, ANONYMISE, known));
      if (!parsed.success) throw new AppError('page/failed');
      return { ...parsed.data, html: reportOf(parsed.data.html, notice, (await driftItem.get())[notice.reader], version()) };
    },
    watch: (changed) => driftItem.watch(() => changed()),
  };
}
