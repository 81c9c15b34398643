/**
 * What ails a connection, the most urgent first. Pure: the options page shows it, and whatever else wants to help an
 * administrator can. What to do about it is in `checklist.ts`, what is simply so in `facts.ts`.
 */
import { AppError } from '#lib/errors.ts';
import type { IndexStatus } from '#lib/identity/sync/status.ts';
import type { Connection } from '#lib/storage/schema.ts';
import { counted, t } from '#lib/text.ts';

import { adviceFor } from './advice.ts';
import { isExplained } from './explained.ts';
import { failingAdvice, needsMending } from './people-index-advice.ts';
import { problemOf } from './problem.ts';
import { rightRows, type RightRow } from './rights.ts';
import { surplusGroups, type SurplusGroup } from './surplus.ts';

/** `bad`: exporting does not work. `warn`: it does, though something should be mended. `note`: good to know. */
export type Tone = 'bad' | 'warn' | 'note';

export interface Finding {
  tone: Tone;
  what: string;
}

/** What there is to mend in Greenhouse, for findings and checklist alike. */
export interface Ailments {
  /** The credential itself was refused, so that nothing else can be said of it. */
  refused: boolean;
  noActingUser: boolean;
  /** Lists are refused whatever the scopes are. */
  readerNotAdmin: boolean;
  missing: RightRow[];
  unknown: RightRow[];
  surplus: SurplusGroup[];
  old: boolean;
}

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

export function ailmentsOf(kept: Connection, now: number): Ailments {
  const refused = kept.error?.code === 'greenhouse/unauthorized';
  // What was known of a refused credential is of another time.
  const rows = refused ? [] : rightRows(kept.rights);
  const health = refused ? undefined : kept.health;
  const readerNotAdmin = health?.readerIsAdmin === false;
  return {
    refused,
    noActingUser: kept.error?.code === 'greenhouse/acting-user' && !readerNotAdmin,
    readerNotAdmin,
    missing: rows.filter(({ state }) => state === 'missing'),
    unknown: rows.filter(({ state }) => state === 'unknown'),
    surplus: surplusGroups(health?.surplus ?? []),
    old: !refused && kept.savedAt !== undefined && now - kept.savedAt > YEAR_MS,
  };
}

/** @param index how the index of everybody stands, where there can be one */
export function findingsOf(kept: Connection, now: number, index?: IndexStatus): Finding[] {
  const { readerNotAdmin, missing, unknown, surplus, old } = ailmentsOf(kept, now);
  const findings: Finding[] = [];
  const find = (tone: Tone, what: string): void => void findings.push({ tone, what });
  if (kept.error && !isExplained(kept)) find('bad', adviceFor(problemOf(AppError.fromWire(kept.error), kept.kind)).what);
  if (readerNotAdmin) find('bad', t('doctor_reader'));
  const essential = missing.filter(({ essential: is }) => is).length;
  if (essential > 0) find('bad', counted('doctor_missing_essential', essential));
  if (missing.length > essential) find('warn', counted('doctor_missing_other', missing.length - essential));
  const grave = surplus.find(({ gravity }) => gravity === 'grave')?.scopes ?? [];
  if (grave.length > 0) find('warn', counted('doctor_grave', grave.length));
  // What ails the connection is said above; what mends itself is no finding.
  if (index && needsMending(index) && !kept.error) find('warn', t('doctor_people_held_up', failingAdvice(index, now).what));
  if (old) find('warn', t('doctor_old'));
  const others = surplus.flatMap(({ scopes }) => scopes).length - grave.length;
  if (others > 0) find('note', counted('doctor_surplus', others));
  if (unknown.length > 0) find('note', counted('doctor_unknown', unknown.length));
  return findings;
}

/** One sentence for all of it. */
export function verdictOf(findings: readonly Finding[]): { tone: Tone | 'well'; what: string } {
  const tone = findings[0]?.tone ?? 'well';
  const sentences = {
    bad: 'doctor_verdict_bad',
    warn: 'doctor_verdict_warn',
    note: 'doctor_verdict_note',
    well: 'doctor_verdict_well',
  } as const;
  return { tone, what: t(sentences[tone]) };
}
