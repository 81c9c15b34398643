/** Pointing in a tab, and keeping what was learned from it. The page's answer is parsed: nothing in it is believed unseen. */
import * as z from 'zod/mini';

import { browser } from '#lib/browser.ts';
import type { Reading } from '#lib/candidate/reading.ts';
import { AppError } from '#lib/errors.ts';
import type { TeachingPorts } from '#lib/panel/teaching.ts';
import { ANY_PAGE, readerFor } from '#lib/sites/list.ts';
import { taughtItem } from '#lib/storage/taught.ts';
import type { ToTeach } from '#lib/teach/lesson.ts';
import type { Known } from '#lib/teach/personal.ts';
import { ruleSchema } from '#lib/teach/schema.ts';
import { withLesson } from '#lib/teach/taught.ts';
import { t } from '#lib/text.ts';

import { inject } from './inject.ts';
import { addressOf } from './read.ts';
import { handleOf, placeOf } from './taught.ts';

const pickedSchema = z.nullable(
  z.object({
    address: z.string(),
    value: z.string().check(z.maxLength(1000)),
    lines: z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(40)),
    rule: z.nullable(ruleSchema),
  }),
);

/** What is known of the person by now: none of it may be in a rule. */
function knownOf(reading: Reading | undefined, address: string): Known {
  const { candidate, url, externalId, aliases = [] } = reading ?? {};
  const { fullName, firstName, lastName, headline, title, company, location } = candidate ?? {};
  const career = [
    ...(candidate?.positions ?? []).flatMap((position) => [position.title, position.company, position.location]),
    ...(candidate?.education ?? []).flatMap(({ school, degree, field }) => [school, degree, field]),
  ];
  const contacts = [...(candidate?.emails ?? []), ...(candidate?.phones ?? [])].map(({ value }) => value);
  const texts = [firstName, lastName, headline, title, company, location, ...career, ...contacts];
  return {
    name: fullName ?? undefined,
    handle: handleOf(url ?? address),
    ids: [externalId, ...aliases].flatMap((id) => id?.replace(/^[^:]*:/, '') || []),
    texts: texts.flatMap((text) => text || []),
  };
}

const hostOf = (address: string): string => new URL(address).hostname.replace(/^www\./, '');

export const teachingPorts = (now: () => number): TeachingPorts => ({
  async point(tabId, field, what, reading) {
    const address = await addressOf(tabId);
    const handed: ToTeach = {
      field,
      known: knownOf(reading, address),
      isKnown: reading !== undefined,
      wholePage: readerFor(address) === ANY_PAGE,
      words: { what: t('teach_point_at', what), how: t('teach_how'), leave: t('teach_leave'), nothing: t('teach_no_text') },
    };
    const answered = await inject(tabId, '/teach.js', handed).catch((thrown: unknown) => {
      // The page went away under it: that is a way to leave, and no failure.
      if (AppError.from(thrown).code === 'page/moved') return null;
      throw thrown;
    });
    const parsed = pickedSchema.safeParse(answered ?? null);
    if (!parsed.success) throw new AppError('page/failed');
    // A page that has moved on since was not what the recruiter pointed at.
    return parsed.data?.address === (await addressOf(tabId)) ? parsed.data : undefined;
  },
  async stop(tabId) {
    const func = () => (globalThis as { gleanerStopPointing?: () => void }).gleanerStopPointing?.();
    await browser.scripting.executeScript({ target: { tabId }, func });
  },
  async keep(rule, address, { instead, readerWas }) {
    const host = hostOf(address);
    const lesson = {
      id: crypto.randomUUID(),
      site: placeOf(address),
      host,
      rule,
      taughtAt: now(),
      used: 0,
      against: 0,
      missed: 0,
      ...(readerWas === undefined ? {} : { readerWas }),
    };
    await taughtItem.set(withLesson(await taughtItem.get(), lesson, instead));
    return host;
  },
  async stopped(tabId) {
    const site = placeOf(await addressOf(tabId));
    return (await taughtItem.get()).filter((one) => one.site === site && one.stopped);
  },
  async remove(id) {
    await taughtItem.set((await taughtItem.get()).filter((one) => one.id !== id));
  },
});
