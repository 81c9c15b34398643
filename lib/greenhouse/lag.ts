/**
 * How long what we made may be missing in Greenhouse's lists, and in every look-up, which are lists too (harvest-api reference, 4.3: minutes;
 * taken generously). Until then not being shown a record says nothing about it.
 */
export const LAG_MS = 60 * 60_000;
