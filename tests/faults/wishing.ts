/** What a recruiter wants of an export that stands, pressed in the panel by the names of its buttons. */
import type { Locator, Page } from '@playwright/test';

import type { ExportRequest, ExportView } from '#lib/export/schema.ts';

import type { Wish } from './flavours.ts';
import { placesOf } from './panel.ts';

/** Greenhouse may be asked first, and answer late. */
const READS_MS = 15_000;
const READING = /^Looking…$/;
const MERGE = /^(Make them one: number \d+ stays|Go on with number \d+)/;

/** Up to where only the last press is missing, with everything read that is read for it. */
export async function lead(panel: Page, request: ExportRequest, view: ExportView, wish: Wish): Promise<void> {
  const { queued, lately } = placesOf(panel, request, view);
  if (wish !== 'undo') {
    await opened(queued.getByRole('button', { name: /^Choose: / }));
    // What is said of each: before it is there, nothing says yet that it is being read.
    return queued.locator('.records ul').nth(1).waitFor({ timeout: READS_MS });
  }
  await unfolded(panel);
  await lately.first().waitFor({ timeout: READS_MS });
  await panel.locator('details.lately').getByText(READING).waitFor({ state: 'detached', timeout: READS_MS });
}

/** Presses; nothing where the panel offers nothing to press. */
export async function pressFor(panel: Page, request: ExportRequest, view: ExportView, wish: Wish): Promise<void> {
  if (wish === 'undo') return undo(panel, request, view);
  const { queued } = placesOf(panel, request, view);
  await bothRead(queued);
  const button = queued.getByRole('button', { name: wish === 'merge' ? MERGE : 'Take mine back' });
  await button.click({ timeout: READS_MS });
}

/** Two records that could not be read are looked at once more: the right to it may be there by now. */
async function bothRead(queued: Locator): Promise<void> {
  await opened(queued.getByRole('button', { name: /^Choose: / }));
  const again = queued.getByRole('alert').getByRole('alert').getByRole('button', { name: 'Try again' });
  await queued.locator('.records').locator('ul, .soft').first().or(again).first().waitFor({ timeout: READS_MS });
  if (await again.isVisible()) await again.click({ timeout: READS_MS });
}

async function undo(panel: Page, request: ExportRequest, view: ExportView): Promise<void> {
  const place = await whereItStands(panel, request, view);
  const box = place.getByRole('region', { name: 'Undo this export in Greenhouse' });
  const go = box.getByRole('button', { name: 'Undo in Greenhouse' });
  await opened(place.getByRole('button', { name: /^Undo…: / }));
  const no = box.getByText('Nothing of this export can be undone here.').or(box.getByRole('alert'));
  await go.or(no).first().waitFor({ timeout: READS_MS });
  if (await go.isVisible()) return go.click({ timeout: READS_MS });
  await box.getByRole('button', { name: 'Close' }).click({ timeout: READS_MS });
}

/** Among those that still need somebody, where what can be done besides is folded; or among those that have arrived lately. */
async function whereItStands(panel: Page, request: ExportRequest, view: ExportView): Promise<Locator> {
  const { queued, lately } = placesOf(panel, request, view);
  if ((await queued.count()) === 0) {
    await unfolded(panel);
    return lately;
  }
  const more = queued.locator('details.more');
  if ((await more.getAttribute('open', { timeout: READS_MS })) === null) await more.locator('summary').click();
  return queued;
}

async function unfolded(panel: Page): Promise<void> {
  const fold = panel.locator('details.lately');
  if ((await fold.getAttribute('open', { timeout: READS_MS })) === null) await fold.getByText(/^Exported lately/).click();
}

async function opened(button: Locator): Promise<void> {
  if ((await button.getAttribute('aria-expanded', { timeout: READS_MS })) !== 'true') await button.click({ timeout: READS_MS });
}
