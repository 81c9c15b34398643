/**
 * Every state of an export as a recruiter sees it, in the real browser with the panel's own styles: light, dark, in the colours that the
 * machine forces, and at 320 px. With `VITE_PICTURES=<folder of the project>` each is photographed (`npm run pictures -- --all`).
 */
import '../lib/storage/fake-extension.ts';
import '../../entrypoints/sidepanel/styles.ts';

import axe from 'axe-core';
import { cdp, page } from 'vitest/browser';
import { afterEach, beforeAll, expect, test } from 'vitest';

import { viewOf } from '../lib/panel/people.ts';
import { EXPORT_STATES, type ExportState } from './export-states.ts';
import { chosenWorld, openPanel } from './open-panel.tsx';
import { waitForDrawing } from './screen.ts';

const LOOKS = {
  light: { width: 380, media: { 'prefers-color-scheme': 'light', 'forced-colors': 'none' } },
  dark: { width: 380, media: { 'prefers-color-scheme': 'dark', 'forced-colors': 'none' } },
  forced: { width: 380, media: { 'prefers-color-scheme': 'dark', 'forced-colors': 'active' } },
  'light-320-px': { width: 320, media: { 'prefers-color-scheme': 'light', 'forced-colors': 'none' } },
} as const;

const PICTURES = import.meta.env['VITE_PICTURES'] as string | undefined;

const wear = (media: Record<string, string>): Promise<unknown> =>
  cdp().send('Emulation.setEmulatedMedia', { features: Object.entries(media).map(([name, value]) => ({ name, value })) });

beforeAll(() => {
  document.documentElement.lang = 'en';
  document.title = 'Gleaner';
});
afterEach(() => wear({}));

async function arrange({ views, before, press = [] }: ExportState): Promise<void> {
  const world = chosenWorld();
  before?.(world);
  await openPanel(world);
  for (const view of views) world.heard.view?.(viewOf(view));
  await waitForDrawing();
  for (const name of press) {
    const there = () => [...document.querySelectorAll<HTMLElement>('button, summary')].find((one) => nameOf(one) === name);
    await expect.poll(there).toBeDefined();
    there()?.click();
  }
  // What loads later draws, asks, and draws again.
  for (let turn = 0; turn < 5; turn += 1) await waitForDrawing();
  document.querySelector('#queue')?.scrollIntoView();
}
const nameOf = (one: HTMLElement) => one.ariaLabel ?? one.textContent;

/** What stands out over the edge, where nobody sees it without scrolling sideways. */
const cutOff = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('main, main *, footer, footer *')]
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((one) => one.outerHTML.slice(0, 80));

test.each(EXPORT_STATES)('$name', async (state) => {
  await arrange(state);
  for (const [look, { width, media }] of Object.entries(LOOKS)) {
    await page.viewport(width, 800);
    await wear(media);
    if (PICTURES) await page.screenshot({ path: `../../${PICTURES}/panel-${state.name}-${look}.png` });
    expect(cutOff(), look).toEqual([]);
    // Of forced colours axe reads what the style sheet says, and not what the machine makes of it.
    const isForced = media['forced-colors'] === 'active';
    const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: !isForced } } });
    expect(
      violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
      look,
    ).toEqual([]);
  }
});
