import type { Application } from './schema.ts';

const STATUSES: Record<string, Application['status']> = { rejected: 'rejected', hired: 'hired', converted: 'converted' };

/**
 * Where an application stands. Harvest reads `in_process` what it is asked for as `active` (reference, section 7.3); Candidate
 * Ingestion writes its words in any letters (section 13).
 */
export const statusOf = (told: string | null | undefined): Application['status'] =>
  STATUSES[told?.toLowerCase() ?? ''] ?? 'active';
