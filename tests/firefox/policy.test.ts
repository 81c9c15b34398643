/** An organisation's policy in a real Firefox, by its real policy file: which Firefox reads when it starts. */
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';

import { expect, onTestFinished, test } from 'vitest';

import { ADDON } from './launch.ts';
import { by, CONNECTION, startRecruiter, textOf } from './recruiter.ts';

const FOLDER = '/etc/firefox/policies';
const FILE = `${FOLDER}/policies.json`;

/** The file is the machine's: somebody else's is left alone. */
function mayBeSet(): boolean {
  try {
    mkdirSync(FOLDER, { recursive: true });
    accessSync(FOLDER, constants.W_OK);
    return !existsSync(FILE);
  } catch {
    return false;
  }
}

test.skipIf(!mayBeSet())('a shared credential is there when Firefox starts, and only the email is typed', async () => {
  onTestFinished(() => rmSync(FILE, { force: true }));
  const recruiter = await startRecruiter({
    beforeFirefox: ({ clientId, clientSecret }) =>
      writeFileSync(
        FILE,
        JSON.stringify({
          policies: {
            '3rdparty': {
              Extensions: { [ADDON]: { clientId, clientSecret, peopleIndex: 'off', locked: ['clientId', 'peopleIndex'] } },
            },
          },
        }),
      ),
  });
  try {
    const { firefox, sandbox } = recruiter;
    const options = await firefox.open('options.html');
    await expect
      .poll(() => options.evaluate(() => document.querySelector<HTMLInputElement>('#clientId')?.value), { timeout: 20_000 })
      .toBe(sandbox.clientId);
    await by(options, 'Acting user email').fill(sandbox.user.email ?? '');
    await by(options, 'Connect').click();
    await textOf(options, CONNECTION).toBe('Connected to Birch Labs as Jonas Reed');
    const kept = await options.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
    expect(kept).toContain('"byPolicy":true');
    expect(kept).not.toContain(sandbox.clientSecret);
    expect(kept).toContain('"peopleIndex":{"kind":"off"}');
  } finally {
    await recruiter.end();
  }
});
