/**
 * Which sites Gleaner may read without a click each time. Host permissions are optional, asked for one site at a time, and
 * can be taken back here or in the browser's own settings at any moment: so they are always looked up, never remembered.
 */
import { browser } from '#lib/browser.ts';
import { GREENHOUSE_HOSTS } from '#lib/greenhouse/hosts.ts';

type Patterns = readonly string[];

/** Needed for the main job, granted at install, and no site to read. */
const OURS = new Set(GREENHOUSE_HOSTS.map((host) => `${host}/*`));

/** Whether all of these match patterns are granted. */
export async function allowed(patterns: Patterns): Promise<boolean> {
  return patterns.length > 0 && (await browser.permissions.contains({ origins: [...patterns] }));
}

/**
 * Asks the recruiter; `false` when they say no. Must be called in the same turn as the click: nothing may be awaited before
 * it, or the browser refuses to ask. Rejects when an administrator's policy blocks the site.
 */
export function ask(patterns: Patterns): Promise<boolean> {
  return browser.permissions.request({ origins: [...patterns] });
}

export async function forget(patterns: Patterns): Promise<void> {
  await browser.permissions.remove({ origins: [...patterns] });
}

/** The granted match patterns, except Greenhouse's own hosts. */
export async function allowedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => !OURS.has(pattern));
}

/** Calls back after every grant and withdrawal, wherever it was made; returns how to stop. */
export function watchAccess(changed: () => void): () => void {
  const listener = () => changed();
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}
