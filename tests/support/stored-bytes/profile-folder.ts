/** Every stored byte of a browser's profile folder. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';

import { layers } from './layers.ts';
import { finder, type Needle } from './needles.ts';

export interface Trace extends Needle {
  /** Within the folder. */
  file: string;
}

/** What of these texts stands anywhere in the folder, by file. The browser has to be closed: it writes as it closes. */
export async function tracesIn(profile: string, needles: Iterable<Needle>): Promise<Trace[]> {
  const find = finder(needles);
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  const traces: Trace[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const file = relative(profile, path).replaceAll('\\', '/');
    const found = new Set<Needle>(find(Buffer.from(file)));
    for (const bytes of layers(basename(path), await readFile(path))) for (const needle of find(bytes)) found.add(needle);
    for (const needle of found) traces.push({ ...needle, file });
  }
  return traces;
}
