/** The only three hosts that Gleaner ever talks to (harvest-api reference, sections 2 and 4). */
export const AUTH_HOST = 'https://auth.greenhouse.io';
export const HARVEST_HOST = 'https://harvest.greenhouse.io';
export const INGESTION_HOST = 'https://api.greenhouse.io';

export const GREENHOUSE_HOSTS = [AUTH_HOST, HARVEST_HOST, INGESTION_HOST] as const;
