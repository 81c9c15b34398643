/** The panel in a tab of its own: what it says of an export, as a recruiter reads it, and its button. */
import type { Locator, Page } from '@playwright/test';

import type { ExportRequest, ExportView } from '#lib/export/schema.ts';

import type { Extension } from '../support/extension.ts';
import { casePage, type Pages } from '../support/pages.ts';
import type { Shown } from './says.ts';

/** Somebody's page that says little, so that a name and a handle are all that has to be exchanged. */
const SAMPLE = casePage('linkedin/public-json-ld-only');

/** Puts the page of the person of a request where it belongs. */
export function putProfile(pages: Pages, { url, candidate: { firstName, lastName } }: ExportRequest): void {
  const handle = new URL(url).pathname.split('/')[2] ?? '';
  const html = SAMPLE.html
    .replaceAll('fr.linkedin.com', 'www.linkedin.com')
    .replaceAll('amina-toure-fixture', handle)
    .replaceAll('Amina Touré', `${firstName} ${lastName}`)
    .replaceAll('content="Amina"', `content="${firstName}"`)
    .replaceAll('content="Touré"', `content="${lastName}"`);
  pages.put({ url, html });
}

/** The panel beside somebody's page, after a real click on the toolbar button. */
export async function panelBeside(extension: Extension, url: string): Promise<Page> {
  const page = await extension.context.newPage();
  await page.goto(url);
  return extension.panelBeside(page);
}

const READY_WITHIN_MS = 45_000;

/** Up to where only the press is missing. */
export async function ready(panel: Page, jobName: string): Promise<void> {
  panel.setDefaultTimeout(READY_WITHIN_MS);
  try {
    await panel.getByRole('status', { name: 'Match' }).filter({ hasText: /^New/ }).waitFor();
    const job = panel.getByRole('combobox', { name: 'Job' });
    await job.click();
    await job.fill(jobName);
    await panel.getByRole('option', { name: jobName }).first().click();
  } catch (cause) {
    throw new Error(`not ready to be pressed: ${await panel.locator('body').innerText()}`, { cause });
  }
}

/** A real click. */
export const press = (panel: Page): Promise<void> => panel.getByRole('button', { name: 'Export to Greenhouse' }).click();

/** How an export is called, by the person's name or, when that is not kept any more, by whose profile it was. */
const namesOf = ({ candidate, externalId }: ExportRequest): string[] => [
  `${candidate.firstName} ${candidate.lastName}`,
  `${externalId.replace('linkedin:', '')} on LinkedIn`,
];

/** The two places where an export stands that is not on show: there by its name, here by whom it leads to. */
export function placesOf(panel: Page, request: ExportRequest, { candidateId }: Pick<ExportView, 'candidateId'>): Places {
  const [byName, byProfile] = namesOf(request).map((name) => panel.getByText(name, { exact: true })) as [Locator, Locator];
  const [bare, onJob] = [`a[href$="/people/${candidateId}"]`, `a[href*="/people/${candidateId}?"]`];
  const all = (place: Locator) => place.getByRole('listitem');
  return {
    queued: all(panel.getByRole('region', { name: 'Sending' })).filter({ has: byName.or(byProfile) }),
    lately: all(panel.locator('details.lately')).filter({ has: panel.locator(`${bare}, ${onJob}`) }),
  };
}

interface Places {
  queued: Locator;
  lately: Locator;
}

/** Whatever the panel has of an export, where it stands among the others; or on show. */
export async function shownIn(panel: Page, request: ExportRequest): Promise<Shown> {
  const names = new Set(namesOf(request));
  const listed = await panel
    .getByRole('region', { name: 'Sending' })
    .or(panel.locator('details.lately'))
    .getByRole('listitem')
    .evaluateAll((items) =>
      items.map((item) => ({
        text: (item as HTMLElement).innerText,
        leadsTo: [...item.querySelectorAll('a')].map(({ href }) => Number(/\/people\/(\d+)/.exec(href)?.[1])),
      })),
    );
  const heads = await panel.getByRole('contentinfo').locator('strong').allInnerTexts();
  const { candidateId = 0 } = request;
  // Whoever was known is called among those that have arrived as they are in Greenhouse.
  const theirs = listed.filter(
    ({ text, leadsTo }) => names.has(text.split('\n')[0]?.trim() ?? '') || leadsTo.includes(candidateId),
  );
  return {
    queued: theirs.map(({ text }) => text).join('\n'),
    leadsTo: theirs.flatMap(({ leadsTo }) => leadsTo),
    head: heads[0] ?? '',
  };
}
