/** Draws `public/icon/*.png` from `icon.svg`: `node assets/draw-icons.ts`. Run it by hand after changing the drawing. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

import { chromiumPath } from '../tests/support/chromium-path.ts';

/** What browsers ask for: toolbar, its double, extensions page, store. */
const SIZES = [16, 32, 48, 128];

const here = import.meta.dirname;
const drawing = await readFile(join(here, 'icon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: chromiumPath(), chromiumSandbox: false });
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  await page.screenshot({ path: join(here, `public/icon/${size}.png`), omitBackground: true });
  await page.close();
}
await browser.close();
