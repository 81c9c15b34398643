/** Every reader, by site id: what the promises are tested on. */
import { github } from '#lib/sites/github.ts';
import { linkedin } from '#lib/sites/linkedin/linkedin.ts';
import type { Site } from '#lib/sites/site.ts';
import { web } from '#lib/sites/web/web.ts';

export const READERS: Record<string, Site> = { linkedin, github, web };
