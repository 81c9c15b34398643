/**
 * What an export of a new person asks of Greenhouse, with the token and the jobs at hand: how many calls wait for one another
 * before the create, and whether the recruiter waits for any after it. The sandbox answers slowly meanwhile, so that calls which
 * wait for one another cannot look like calls at once.
 */
import type { Page } from '@playwright/test';

import type { LogEntry, Sandbox } from '../../sandbox/server.ts';
import { recruiter } from '../recruiter.ts';
import type { Row } from '../row.ts';
import { inARow } from './in-a-row.ts';

/** Each shows one email address, and is new to the sandbox. */
const FIRST = 'github/signed-in-complete';
const MEASURED = 'linkedin/sdui-contact-overlay-open';
const JOB = 'staff backend';
const BEFORE_CREATE = 2;
const SLOW_MS = 400;
const LINK = 'Open in Greenhouse';

const isCreate = ({ method, path, status }: LogEntry): boolean =>
  method === 'POST' && path === '/v3/candidates' && status === 201;
const named = (calls: readonly LogEntry[]): string => calls.map(({ method, path }) => `${method} ${path}`).join(', ') || 'none';
const receivedAt = ({ time }: LogEntry): number => Date.parse(time);

/** Everything up to the press: the verdict is there, a job is picked, a note is written, and nothing is under way. */
async function ready(panel: Page): Promise<void> {
  await panel.getByRole('status', { name: 'Match' }).filter({ hasText: /^New/ }).waitFor({ timeout: 20_000 });
  const box = panel.getByRole('combobox', { name: 'Job', exact: true });
  await box.click();
  await box.fill(JOB);
  await panel.getByRole('option', { name: JOB }).first().click();
  await panel.getByRole('button', { name: /change/i }).click();
  // A note is a call after the create: without one there would be nothing that the recruiter could be made to wait for.
  await panel.getByRole('textbox', { name: 'Note' }).fill('Met at a meetup.');
}

async function quiet(panel: Page, sandbox: Sandbox): Promise<void> {
  for (let before = -1; before < sandbox.requests().length;) {
    before = sandbox.requests().length;
    await panel.waitForTimeout(1000);
  }
}

/** Runs inside the panel: the moment at which a link with this text comes. */
const whenShown = ({ text, within }: { text: string; within: number }): Promise<number> =>
  new Promise((resolve, reject) => {
    const observer = new MutationObserver(() => {
      if (![...document.querySelectorAll('a')].some(({ textContent }) => textContent.trim() === text)) return;
      observer.disconnect();
      resolve(Date.now());
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    setTimeout(() => reject(new Error(`No link “${text}” came.`)), within);
  });

/** Presses Export; answers with the calls since, and with the moment at which the panel showed the way to the person. */
async function press(panel: Page, sandbox: Sandbox): Promise<{ calls: LogEntry[]; shownAt: number }> {
  const before = sandbox.requests().length;
  // The panel itself takes the time: a test's own looking comes up to half a second late.
  const shown = panel.evaluate(whenShown, { text: LINK, within: 20_000 });
  await panel.getByRole('button', { name: 'Export to Greenhouse' }).click();
  const shownAt = await shown;
  await panel.getByRole('link', { name: LINK }).waitFor();
  await quiet(panel, sandbox);
  return { calls: sandbox.requests().slice(before), shownAt };
}

export async function exportCalls(): Promise<Row[]> {
  const one = await recruiter({ sandbox: {} });
  try {
    const warmUp = await one.panelFor(await one.visit(FIRST));
    await ready(warmUp);
    await press(warmUp, one.sandbox);
    await warmUp.close();

    const opened = one.sandbox.requests().length;
    const panel = await one.panelFor(await one.visit(MEASURED));
    await ready(panel);
    await quiet(panel, one.sandbox);
    const forVerdict = one.sandbox.requests().slice(opened);
    one.sandbox.fault({ match: {}, times: 100, delayMs: SLOW_MS });
    const { calls, shownAt } = await press(panel, one.sandbox);
    return rows(forVerdict, calls, shownAt);
  } finally {
    await one.close();
  }
}

function rows(forVerdict: LogEntry[], calls: LogEntry[], shownAt: number): Row[] {
  const create = calls.find(isCreate);
  if (!create) throw new Error('The export made nobody.');
  const others = calls.filter((call) => call !== create);
  const before = others.filter((call) => receivedAt(call) < receivedAt(create));
  const after = others.filter((call) => !before.includes(call));
  if (!after.some(({ path }) => path.includes('notes')))
    throw new Error('The note was not sent: what follows a create was not seen.');
  const waitedFor = after.filter((call) => receivedAt(call) + SLOW_MS <= shownAt);
  const spans = before.map((call) => ({ from: receivedAt(call), to: receivedAt(call) + SLOW_MS }));
  return [
    {
      what: 'export: calls in a row between the press and the create',
      value: inARow(spans),
      unit: 'calls',
      atMost: BEFORE_CREATE,
      note: `${before.length} in all: ${named(before)}`,
    },
    {
      what: 'export: calls after the create that the recruiter waits for',
      value: waitedFor.length,
      unit: 'calls',
      atMost: 0,
      note: `${after.length} in all: ${named(after)}`,
    },
    { what: 'export: calls for the verdict, before the press', value: forVerdict.length, unit: 'calls', note: named(forVerdict) },
  ];
}
