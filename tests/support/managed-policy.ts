/**
 * A real policy of a real administrator, for one extension: a file where Chromium looks for them. The folder is the machine's,
 * so a file is named for its maker and its extension, and holds nothing for anybody else.
 */
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = '/etc/chromium/policies/managed';

/** The id that Chromium gives to an extension that is loaded from a folder. */
export const extensionIdOf = (folder: string): string =>
  createHash('sha256')
    .update(folder)
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)));

/** Why no policy can be set on this machine; nothing when one can. */
function whyNoPolicy(): string | undefined {
  try {
    mkdirSync(FOLDER, { recursive: true });
    accessSync(FOLDER, constants.W_OK);
    return undefined;
  } catch {
    return `${FOLDER} cannot be written: policies are for whoever administers this machine`;
  }
}

export interface ManagedPolicy {
  /** Replaces whatever was set; a browser that runs hears of it within seconds. */
  set(policy: Record<string, unknown>): void;
  remove(): void;
}

export function managedPolicy(folder: string): ManagedPolicy {
  const id = extensionIdOf(folder);
  const file = join(FOLDER, `gleaner-test-${id}-${process.pid}.json`);
  return {
    set: (policy) => {
      const reason = whyNoPolicy();
      if (reason) throw new Error(reason);
      writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }));
    },
    remove: () => rmSync(file, { force: true }),
  };
}
