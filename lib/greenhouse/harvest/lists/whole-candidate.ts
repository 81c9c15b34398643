/** A person with all that they have (harvest-api reference, 7.1). Apart from `people.ts`: the worker weighs nothing by it. */
import * as z from 'zod/mini';

import { filteredBy, resource, text } from '../resource.ts';
import { addresses, type CandidateFilters } from './people.ts';

const typed = z.nullish(z.array(z.object({ value: text, type: text })));
const names = z.nullish(z.array(z.string()));

/** A person as they stand, for changing them: every list whole, because what is sent replaces it. */
export const WHOLE_CANDIDATES = resource('candidates', filteredBy<CandidateFilters>(), {
  first_name: text,
  last_name: text,
  preferred_name: text,
  company: text,
  title: text,
  tags: names,
  email_addresses: typed,
  phone_numbers: typed,
  addresses: typed,
  website_addresses: typed,
  social_media_addresses: addresses,
  /** Selects are read as the names of their options. */
  custom_fields: z.nullish(z.catchall(z.object({}), z.object({ type: text, value: z.unknown() }))),
});
export type WholeCandidate = z.infer<typeof WHOLE_CANDIDATES.row>;
