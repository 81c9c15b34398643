/** A second extension, somebody else's, beside ours: a page of its own from which anything can be sent. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MANIFEST = { manifest_version: 3, name: 'Somebody else', version: '1', permissions: ['tabs', 'storage'] };

export interface OtherExtension {
  folder: string;
  /** The address of its page. */
  page: string;
  remove(): Promise<void>;
}

export async function otherExtension(): Promise<OtherExtension> {
  const folder = await mkdtemp(join(tmpdir(), 'somebody-else-'));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  await writeFile(join(folder, 'page.html'), '<!doctype html><title>Somebody else</title>');
  // Chromium names an unpacked extension by where it lies: half of the hash, in the letters a to p.
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  const id = hash.replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
  return { folder, page: `chrome-extension://${id}/page.html`, remove: () => rm(folder, { recursive: true, force: true }) };
}
