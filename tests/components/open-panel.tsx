/** The panel in a fake world, for the length of a test, as people read it: in English. */
import { render } from 'preact';
import { afterEach, beforeEach } from 'vitest';

import { PanelView } from '#components/panel/panel-view.tsx';
import { createPanel, type Panel } from '#lib/panel/panel.ts';

import { fakeWorld, MIRA_TAB } from '../lib/panel/fake-ports.ts';
import { STAFF } from '../lib/panel/people.ts';
import './at-hand.ts';
import { speakEnglish } from './english.ts';
import { waitForDrawing } from './screen.ts';

export type World = ReturnType<typeof fakeWorld>;

let stop = () => {};

export function closePanel(): void {
  stop();
  render(null, document.body);
}

beforeEach(speakEnglish);
afterEach(closePanel);

/** With no page beside it yet. */
export function drawPanel({ ports }: World): Panel {
  const panel = createPanel(ports);
  render(<PanelView panel={panel} />, document.body);
  stop = panel.start();
  return panel;
}

/** Beside the page of Mira Okafor. */
export async function openPanel(world: World): Promise<Panel> {
  const panel = drawPanel(world);
  await world.show(MIRA_TAB);
  await waitForDrawing();
  return panel;
}

/** As it is from the second export on: the job of the last one is chosen. */
export const chosenWorld = (): World => fakeWorld({ siteChoice: { kind: 'candidate', jobId: STAFF.id, tags: [] } });
