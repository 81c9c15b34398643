/** What is simply so about a connection: whose it is, who reads and writes, what is left of the allowance, how old it is. */
import { guessEnvironment } from '#lib/connection/environment.ts';
import { identityOf, organisationOf } from '#lib/storage/account.ts';
import type { Connection } from '#lib/storage/schema.ts';
import type { IndexStatus } from '#lib/identity/sync/status.ts';
import { language, t } from '#lib/text.ts';

import { progressOf, stateText } from './people-index-words.ts';

export interface Fact {
  name: string;
  value: string;
  note?: string | undefined;
}

const DAY_MS = 24 * 60 * 60 * 1000;

const momentOf = (epochMs: number): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(epochMs);

/** `today`, `41 days ago`, `2 years ago`. */
export function ago(epochMs: number, now: number): string {
  const days = Math.max(0, Math.floor((now - epochMs) / DAY_MS));
  const format = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  if (days < 60) return format.format(-days, 'day');
  return days < 730 ? format.format(-Math.floor(days / 30.44), 'month') : format.format(-Math.floor(days / 365.25), 'year');
}

function organisation(kept: Connection): Fact | undefined {
  const identity = identityOf(kept);
  if (!identity) return undefined;
  const { organisation: known } = identity;
  return {
    name: t('doctor_organisation'),
    value: known ? known.name : t('doctor_not_told'),
    note: known ? t('doctor_organisation_id', known.id) : undefined,
  };
}

function environment(kept: Connection): Fact | undefined {
  const { environment: said } = kept;
  if (!said) return undefined;
  const alsoSaysName = guessEnvironment(organisationOf(kept)) === said;
  return {
    name: t('doctor_environment'),
    value: t(said === 'sandbox' ? 'options_sandbox' : 'options_production'),
    note: t(alsoSaysName ? 'doctor_environment_name' : 'doctor_environment_said'),
  };
}

function reader({ kind, health }: Connection): Fact | undefined {
  if (kind === 'partner' || !health) return undefined;
  const notes = { true: 'doctor_reader_admin', false: 'doctor_reader_not_admin', undefined: 'doctor_reader_unknown' } as const;
  return { name: t('doctor_reads'), value: t('doctor_reads_service'), note: t(notes[`${health.readerIsAdmin}`]) };
}

function writer({ kind, identity }: Connection): Fact | undefined {
  if (!identity) return undefined;
  const { name, email, siteAdmin } = identity.actingUser;
  // With a partner key Greenhouse does not tell what somebody is.
  const rank = kind === 'partner' ? 'options_partner_user' : siteAdmin ? 'options_site_admin' : 'options_job_admin';
  return { name: t('doctor_writes'), value: [name, email].filter(Boolean).join(', '), note: t(rank, name) };
}

function allowance({ health }: Connection): Fact | undefined {
  if (!health?.rate) return undefined;
  const { limit, remaining, resetAt } = health.rate;
  const end = new Intl.DateTimeFormat(language(), { timeStyle: 'medium' }).format(resetAt);
  return { name: t('doctor_rate'), value: t('doctor_rate_left', remaining, limit), note: t('doctor_rate_note', end) };
}

function age({ savedAt }: Connection, now: number): Fact {
  return {
    name: t('doctor_age'),
    value: savedAt === undefined ? t('doctor_age_unknown') : t('doctor_age_saved', ago(savedAt, now)),
    note: t('doctor_age_note'),
  };
}

/** Greenhouse may not have answered the last test; then all the rest is as old as its last answer. */
function checked({ testedAt, health }: Connection): Fact | undefined {
  if (testedAt === undefined) return undefined;
  const stale = health && testedAt - health.checkedAt > 60_000;
  const note = stale ? t('doctor_checked_before', momentOf(health.checkedAt)) : undefined;
  return { name: t('doctor_checked'), value: momentOf(testedAt), note };
}

/** How much of Greenhouse is known here; and while that is not all, what is lost without it. */
function people(index: IndexStatus | undefined, now: number): Fact | undefined {
  if (!index) return undefined;
  const { state } = index;
  const value = state === 'off' ? t('doctor_people_off') : state === 'asks' ? t('doctor_people_asks') : progressOf(index).text;
  const note = state === 'off' || state === 'asks' ? t('doctor_people_lost') : stateText(index, now);
  return { name: t('index_progress_name'), value, note };
}

/** @param index how the index of everybody stands, where there can be one */
export function factsOf(kept: Connection, now: number, index?: IndexStatus): Fact[] {
  // Of a credential that is refused, only what it was is known.
  const working = kept.error?.code === 'greenhouse/unauthorized' ? [] : [reader(kept), writer(kept), allowance(kept)];
  const facts = [organisation(kept), environment(kept), ...working, people(index, now), age(kept, now), checked(kept)];
  return facts.filter((fact) => fact !== undefined);
}
