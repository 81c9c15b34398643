/** Taught rules and rule sets, applied to the page that was just read, before anybody asks what it means. */
import * as z from 'zod/mini';

import { rawReadingSchema, type RawReading } from '#lib/candidate/raw.ts';
import { ANY_PAGE, readerFor } from '#lib/sites/list.ts';
import { policyItem } from '#lib/storage/policy.ts';
import { ruleSetsItem, taughtItem } from '#lib/storage/taught.ts';
import type { Asked } from '#lib/teach/asked.ts';
import { inForce, ruleSetOf } from '#lib/teach/rule-set.ts';
import type { Subject } from '#lib/teach/schema.ts';
import { afterPage } from '#lib/teach/stand.ts';
import { withFound, type Held, type Judged } from '#lib/teach/use.ts';

import { inject } from './inject.ts';

const answeredSchema = z.object({
  address: z.string(),
  found: z.array(
    z.nullable(
      z.object({
        value: z.string().check(z.minLength(1), z.maxLength(1000)),
        confidence: z.number().check(z.gte(0), z.lte(1)),
        vouched: z.boolean(),
      }),
    ),
  ),
});

/** What rules are kept under: the reader's id, or the origin of a page of no known site. */
export function placeOf(address: string): string {
  const reader = readerFor(address);
  return reader && reader.id !== ANY_PAGE.id ? reader.id : (URL.parse(address)?.origin ?? '');
}

/** The last word of a profile's canonical address: a slug, a login, or what its query names. */
export function handleOf(url: string | null | undefined): string | undefined {
  const { pathname = '', searchParams } = URL.parse(url ?? '') ?? {};
  const last = [...(searchParams?.values() ?? [])].at(-1) ?? pathname.split('/').findLast(Boolean);
  try {
    return last && decodeURIComponent(last);
  } catch {
    return last;
  }
}

async function rulesFor(place: string): Promise<{ held: Held[] }> {
  const [taught, imported, policy] = await Promise.all([taughtItem.get(), ruleSetsItem.get(), policyItem.get()]);
  const given = (policy?.ruleSets ?? []).flatMap((written) => ruleSetOf(written) ?? []);
  const sets = inForce([...given, ...imported]).filter(({ site }) => site === place);
  return {
    held: [
      ...taught.filter(({ site, stopped }) => site === place && !stopped),
      // Signed off: how it does is not this machine's to judge.
      ...sets.flatMap(({ rules }) => rules.map((rule) => ({ id: '', rule }))),
    ],
  };
}

/** By rule: whose page it was counted on last. A page that is read again says nothing new. */
const counted = new Map<string, string>();

async function count(judged: ReadonlyMap<string, Judged>, externalId: string, now: number): Promise<void> {
  const fresh = new Map([...judged].filter(([id]) => id !== '' && counted.get(id) !== externalId));
  if (fresh.size === 0) return;
  for (const id of fresh.keys()) counted.set(id, externalId);
  const before = await taughtItem.get();
  const after = before.map((one) => afterPage(one, fresh.get(one.id) ?? 'idle', now));
  if (after.some((one, at) => one !== before[at])) await taughtItem.set(after);
}

/** What a reader printed, with what rules found beside it. Whatever goes wrong here leaves the reader's word as it was. */
export async function withTaught(tabId: number, url: string, printed: unknown, now: () => number): Promise<unknown> {
  try {
    const { held } = await rulesFor(placeOf(url));
    const raw = held.length > 0 ? rawReadingSchema.safeParse(printed).data : undefined;
    return raw ? await used(tabId, url, raw, held, now()) : printed;
  } catch {
    return printed;
  }
}

async function used(tabId: number, url: string, raw: RawReading, held: Held[], now: number): Promise<RawReading> {
  const subject: Subject = { name: raw.person?.name?.full, handle: handleOf(raw.url) };
  const asked: Asked = { rules: held.map(({ rule }) => rule), subject, wholePage: raw.site === ANY_PAGE.id };
  const answered = answeredSchema.parse(await inject(tabId, '/read-taught.js', asked));
  // Another page by now, or another part of it.
  if (answered.address !== url) return raw;
  const { raw: next, judged } = withFound(raw, held, answered);
  await count(judged, next.externalId ?? url, now);
  return next;
}
