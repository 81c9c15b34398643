/** The sites and their switches: may it be read without a click each time, and does anything of ours stand on its pages. */
import { signal } from '@preact/signals';

import { originOf, patternsOf } from '#lib/access/patterns.ts';
import { allowsSite, allowsUrl } from '#lib/policy/rules.ts';
import { SITES } from '#lib/sites/list.ts';
import { LISTING } from '#lib/sites/lists-at.ts';

import type { OptionsPorts } from './ports.ts';
import type { Problem } from './problem.ts';
import type { ChangeSettings } from './settings.ts';

export interface SiteRow {
  /** A site id, or an origin that belongs to no known site. */
  id: string;
  label: string;
  patterns: readonly string[];
  access: boolean;
  button: boolean;
  /** Whether whoever is in Greenhouse is marked on its lists; absent for a site without lists. */
  marks?: boolean;
  /** The organisation's policy leaves it out. */
  forbidden: boolean;
  /** Neither one of those that everybody uses nor one that was allowed: stands behind "More sites". */
  further: boolean;
}

type Ports = Pick<OptionsPorts, 'settings' | 'policy' | 'access' | 'syncButtons' | 'clearMarks'>;

/** The first ones of the list are those that nearly everybody sources on. */
const COMMON = SITES.slice(0, 2).map(({ id }) => id);

const labelOf = (origin: string): string => origin.replace(/^[^:]*:\/\//, '');

export function sitesModel({ settings, policy, access, syncButtons, clearMarks }: Ports, change: ChangeSettings) {
  const rows = signal<SiteRow[]>([]);
  const refused = signal<Problem | undefined>(undefined);
  /** What was once on show stays there while the page is open: a row that moves is lost. */
  const near = new Set(COMMON);
  let started = false;

  async function refresh(): Promise<void> {
    const [{ buttonOn, marksOn = [] }, rules, origins] = await Promise.all([
      settings.get(),
      policy.get(),
      access.allowedOrigins(),
    ]);
    const whole = await Promise.all(SITES.map(async ({ matches }) => ((await access.allowed(matches)) ? matches : [])));
    // One host of a site that has many may have been allowed beside its page: it has a row of its own, to be taken back.
    const covered = new Set(whole.flat());
    const others = origins.filter((pattern) => !covered.has(pattern)).map(originOf);
    const sites = [...SITES.map(({ id, label }) => ({ id, label })), ...others.map((id) => ({ id, label: labelOf(id) }))];
    rows.value = await Promise.all(
      sites.map(async ({ id, label }) => {
        const patterns = patternsOf(id);
        const may = await access.allowed(patterns);
        if (may && !started) near.add(id);
        return {
          id,
          label,
          patterns,
          further: SITES.some((site) => site.id === id) && !near.has(id),
          access: may,
          button: may && buttonOn.includes(id),
          ...(LISTING.includes(id) ? { marks: may && marksOn.includes(id) } : {}),
          forbidden: !(SITES.some((site) => site.id === id) ? allowsSite(rules, id) : allowsUrl(rules, id)),
        };
      }),
    );
  }

  const put = (sites: readonly string[] = [], id: string, on: boolean) => [
    ...sites.filter((other) => other !== id),
    ...(on ? [id] : []),
  ];

  async function setButton(id: string, on: boolean): Promise<void> {
    await change((now) => ({ ...now, buttonOn: put(now.buttonOn, id, on) }));
    await syncButtons();
  }

  /** The worker, which hears of it as well, puts them there; they are taken away here, while we still may. */
  async function setMarks(id: string, on: boolean): Promise<void> {
    await change((now) => ({ ...now, marksOn: put(now.marksOn, id, on) }));
    await clearMarks();
  }

  /** Runs the browser's question first, in the turn of the click, and what follows from its answer after it. */
  async function asking(row: SiteRow, then: () => Promise<void>): Promise<void> {
    const asked = access.ask(row.patterns);
    refused.value = undefined;
    try {
      if (await asked) await then();
    } catch {
      // No question was shown: a policy of whoever manages the browser blocks the site.
      refused.value = { code: 'browser/refused', detail: {}, about: row.label };
    }
    await refresh();
  }

  return {
    rows,
    refused,

    /** Shows what holds now, and follows it; returns how to stop. */
    async start(): Promise<() => void> {
      await refresh();
      started = true;
      const again = () => void refresh();
      const stops = [access.watch(again), settings.watch(again), policy.watch(again)];
      return () => stops.forEach((stop) => stop());
    },

    allow: (row: SiteRow): Promise<void> => asking(row, async () => undefined),

    async forbid(row: SiteRow): Promise<void> {
      // While we still may: afterwards nobody can take anything out of the open tabs.
      await setButton(row.id, false);
      if (row.marks !== undefined) await setMarks(row.id, false);
      await access.forget(row.patterns);
      await refresh();
    },

    /** Asks for the site too, where it may not be read yet: one click, one question. */
    showButton: (row: SiteRow): Promise<void> => asking(row, () => setButton(row.id, true)),

    async hideButton(row: SiteRow): Promise<void> {
      await setButton(row.id, false);
      await refresh();
    },

    /** As for the button. */
    showMarks: (row: SiteRow): Promise<void> => asking(row, () => setMarks(row.id, true)),

    async hideMarks(row: SiteRow): Promise<void> {
      await setMarks(row.id, false);
      await refresh();
    },
  };
}

export type SitesModel = ReturnType<typeof sitesModel>;
