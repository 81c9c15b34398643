/** The main job with nobody watching: a profile, the toolbar button, the real side panel, Export, and Greenhouse's record. */
import type { Page } from '@playwright/test';

import type { LogEntry } from '../sandbox/server.ts';
import { recordOf, type PersonRecord } from './records.ts';
import { leadingSample, type Sample } from './samples.ts';
import { strangers } from '../support/strangers.ts';
import type { Stage } from './stage.ts';

export interface Outcome {
  candidateId: number;
  externalId: string;
  /** Calls of Harvest (`/v3/…`) from the press of Export up to and including the one that made the person. */
  harvestCalls: number;
  harvestCallsBeforeCreate: number;
  /** Until the panel said that it is done: note, tags, and the verdict asked for once more. */
  harvestCallsAfterCreate: number;
  /** From the click on the toolbar button (no panel open, worker perhaps asleep) until the verdict is on screen. */
  msToVerdict: number;
  /** From the press of Export until Greenhouse has the record, the undo window included. */
  msToCreated: number;
  /** How much of that is the undo window, as the recruiter has it set. */
  holdMs: number;
}

const isHarvest = ({ path }: LogEntry): boolean => path.startsWith('/v3/');
const isCreate = ({ method, path, status }: LogEntry): boolean =>
  method === 'POST' && path === '/v3/candidates' && status === 201;

export async function once(stage: Stage, holdMs: number, tell: (sentence: string) => void): Promise<Outcome> {
  const { extension, sandbox } = stage;
  const sample = leadingSample();
  const page = await extension.context.newPage();
  await page.goto(sample.url);
  tell(`Opened the sample profile of ${sample.reading.candidate?.fullName}.`);

  const clickedAt = performance.now();
  await extension.clickToolbar(page);
  const panel = await extension.sidePanel();
  await panel.getByRole('status', { name: 'Match' }).filter({ hasText: /^New/ }).waitFor({ timeout: 30_000 });
  const msToVerdict = performance.now() - clickedAt;
  tell('The panel says: New.');

  const job = await chooseJob(panel);
  tell(`Chose the job ${job}.`);
  const before = sandbox.requests().length;
  await panel.getByRole('button', { name: 'Export to Greenhouse' }).click();
  const pressedAt = performance.now();
  tell('Pressed Export to Greenhouse; waiting for the undo window to pass.');

  const create = await poll(
    () => sandbox.requests().slice(before).find(isCreate),
    holdMs + 40_000,
    'Greenhouse has no new record.',
  );
  const msToCreated = performance.now() - pressedAt;
  const link = panel.getByRole('link', { name: 'Open in Greenhouse' });
  await link.waitFor({ timeout: 20_000 });
  tell('The person is in Greenhouse, and the panel links to them.');

  const candidateId = idIn(await link.getAttribute('href'));
  check(recordOf(sandbox, candidateId), sample, job);
  const since = sandbox.requests().slice(before).filter(isHarvest);
  const made = since.indexOf(create);
  if (since.filter(isCreate).length !== 1) throw new Error('More than one person was made.');
  const unknown = strangers(stage.pages.asked, [sample, ...stage.own]);
  if (unknown.length > 0) throw new Error(`Somebody else was contacted: ${unknown.join(', ')}`);
  return {
    candidateId,
    externalId: await exportedAs(stage, candidateId),
    harvestCalls: made + 1,
    harvestCallsBeforeCreate: made,
    harvestCallsAfterCreate: since.length - made - 1,
    msToVerdict: Math.round(msToVerdict),
    msToCreated: Math.round(msToCreated),
    holdMs,
  };
}

/** The first job that the panel offers, by the keyboard. */
async function chooseJob(panel: Page): Promise<string> {
  const box = panel.getByRole('combobox', { name: 'Job', exact: true });
  await box.click();
  const option = panel.getByRole('listbox', { name: 'Job', exact: true }).getByRole('option').nth(1);
  await option.waitFor({ timeout: 20_000 });
  await box.press('Enter');
  const chosen = await box.inputValue();
  if (!chosen) throw new Error('No job could be chosen.');
  return chosen;
}

const idIn = (address: string | null): number => {
  const id = /\/people\/(\d+)/.exec(address ?? '')?.[1];
  if (id === undefined) throw new Error(`"Open in Greenhouse" leads to no person: ${address}`);
  return Number(id);
};

/** What the page showed is what Greenhouse holds. */
function check(record: PersonRecord | undefined, { reading }: Sample, job: string): void {
  const { firstName, lastName, emails = [] } = reading.candidate ?? {};
  if (!record) throw new Error('Greenhouse does not know the person to whom the panel links.');
  const wrong = [
    record.name !== `${firstName} ${lastName}` && `the name is ${record.name}`,
    ...emails.map(({ value }) => !record.emails.includes(value) && `${value} is missing`),
    !record.jobs.some((one) => one.job === job) && `they are not on ${job}`,
    !record.jobs.some(({ credit }) => credit) && 'nobody has the credit',
  ].filter(Boolean);
  if (wrong.length > 0) throw new Error(`The record in Greenhouse is not as it should be: ${wrong.join('; ')}.`);
}

/** The external id under which the extension itself remembers the export. */
async function exportedAs({ extension }: Stage, candidateId: number): Promise<string> {
  const page = await extension.open('options.html');
  const reply = (await page.evaluate(() => chrome.runtime.sendMessage({ v: 1, name: 'export.list', body: {} }))) as {
    value?: { candidateId?: number; externalId: string }[];
  };
  await page.close();
  const row = reply.value?.find((view) => view.candidateId === candidateId);
  if (!row) throw new Error('The extension does not remember the export.');
  return row.externalId;
}

async function poll<T>(look: () => T | undefined, forMs: number, otherwise: string): Promise<T> {
  const deadline = performance.now() + forMs;
  while (performance.now() < deadline) {
    const seen = look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(otherwise);
}
