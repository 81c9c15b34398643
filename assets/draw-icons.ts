/**
 * Draws `public/icon/*.png` from `icon.svg`: `node assets/draw-icons.ts`. Run it by hand after changing the drawing. What the
 * toolbar says of a page is the same sheaf with a sign of its own in the upper corner, clear of the badge in the lower one.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

import { chromiumPath } from '../tests/support/chromium-path.ts';

/** What browsers ask for: toolbar, its double, extensions page, store. */
const SIZES = [16, 32, 48, 128];
/** A toolbar is never as large as a store. */
const TOOLBAR_SIZES = SIZES.slice(0, 3);

const stroke = (d: string, colour: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
/** A ground with an edge that stands out on light and on dark toolbars, and a figure on it. */
const sign = (ground: string, figure: string) => `<g stroke="#fff" stroke-width="7">${ground}</g>${figure}`;
const disc = (fill: string) => `<circle cx="90" cy="38" r="34" fill="${fill}"/>`;

/** Each by the shape of its ground as well as by its figure. */
const SIGNS: Record<string, string> = {
  exportable: sign(disc('#1a1d21'), stroke('M90 20V56M72 38H108', '#fff', 13)),
  known: sign(disc('#fff'), stroke('M72 39L85 53L109 25', '#0b6b50', 15)),
  possible: sign(
    '<path d="M90 0L128 38L90 76L52 38Z" fill="#ffd257" stroke-linejoin="round"/>',
    `${stroke('M79 27C79 14 101 14 101 27C101 36 90 36 90 45', '#1a1d21', 11)}<circle cx="90" cy="60" r="7" fill="#1a1d21"/>`,
  ),
  waiting: sign(
    '<rect x="56" y="4" width="68" height="68" rx="10" fill="#0b57b0"/>',
    [72, 90, 108].map((x) => `<circle cx="${x}" cy="38" r="7.5" fill="#fff"/>`).join(''),
  ),
};

const here = import.meta.dirname;
const drawing = await readFile(join(here, 'icon.svg'), 'utf8');
const withSign = (drawn: string) => drawing.replace('</svg>', `${drawn}</svg>`);
/** Without colour and struck through. */
const unsupported = drawing
  .replace('<rect', '<g opacity=".55" style="filter:grayscale(1)"><rect')
  .replace('</svg>', `</g>${stroke('M14 114L114 14', '#fff', 26)}${stroke('M14 114L114 14', '#5b636c', 13)}</svg>`);

const browser = await chromium.launch({ executablePath: chromiumPath(), chromiumSandbox: false });
async function draw(drawn: string, size: number, file: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawn}`);
  await page.screenshot({ path: join(here, `public/icon/${file}.png`), omitBackground: true });
  await page.close();
}
for (const size of SIZES) await draw(drawing, size, `${size}`);
for (const size of TOOLBAR_SIZES) {
  await draw(unsupported, size, `unsupported-${size}`);
  for (const [name, drawn] of Object.entries(SIGNS)) await draw(withSign(drawn), size, `${name}-${size}`);
}
await browser.close();
