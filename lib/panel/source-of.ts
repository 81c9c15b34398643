/** Where a field comes from, in a word or two, and whether to look twice. */
import { evidenceKey, UNCERTAIN_BELOW, type EvidenceSource } from '#lib/candidate/reading.ts';
import type { Candidate } from '#lib/candidate/schema.ts';
import { t, type TextKey } from '#lib/text.ts';

import type { Draft } from './draft.ts';
import { pageName } from './site-name.ts';

const WORDS: Record<EvidenceSource, TextKey> = {
  embedded: 'panel_from_embedded',
  'json-ld': 'panel_from_data',
  microdata: 'panel_from_data',
  microformats: 'panel_from_data',
  meta: 'panel_from_meta',
  attribute: 'panel_from_page',
  landmark: 'panel_from_page',
  text: 'panel_from_text',
  headline: 'panel_from_headline',
  taught: 'panel_from_taught',
  recruiter: 'panel_from_you',
};

export interface FieldSource {
  text: string;
  uncertain: boolean;
}

/**
 * Nothing for a field without a value: there is nothing that could come from anywhere. Of one `value` of a list only where it
 * was found otherwise, or elsewhere, than the list.
 */
export function sourceOf({ edited, reading, candidate }: Draft, field: keyof Candidate, value?: string): FieldSource | undefined {
  const evidence = reading.evidence[value === undefined ? field : evidenceKey(field, value)];
  if (!candidate[field]) return undefined;
  if (value === undefined && edited.includes(field)) return { text: t('panel_from_you'), uncertain: false };
  return (
    evidence && {
      // A value from another page is first of all from there.
      text: evidence.page ? pageName(evidence.page) : t(WORDS[evidence.from]),
      uncertain: evidence.confidence < UNCERTAIN_BELOW,
    }
  );
}
