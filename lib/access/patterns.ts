/** From the names under which settings keep a site to the match patterns that the browser asks for. */
import { SITES } from '#lib/sites/list.ts';

/** The match patterns of a site id, or of an origin that belongs to no known site. */
export const patternsOf = (site: string): string[] => [...(SITES.find(({ id }) => id === site)?.matches ?? [`${site}/*`])];

/** `https://people.example/*` belongs to the origin `https://people.example`. */
export const originOf = (pattern: string): string => pattern.replace(/\/\*$/, '');
