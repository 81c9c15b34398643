/** The README's pictures: a profile with the real panel beside it, and the options page once connected; light and dark. */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { chooseJob, done, knownPeople, send, sendNow, showPerson, verdict, WITH_CAREER } from './parts.ts';
import { openStudio, SCHEMES, type Scheme, type Studio } from './studio.ts';

const HEIGHT = 840;
const PAGE = 800;
const PANEL = 380;
/** More would be too heavy for a README. */
const AT_MOST_BYTES = 300_000;

type Tell = (sentence: string) => void;

export async function readmePictures(folder: string, tell: Tell): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const studio = await openStudio();
  try {
    await studio.connect();
    await studio.page.setViewportSize({ width: PAGE, height: HEIGHT });
    const pairs: Pair[] = [];
    const take = async (name: string) => {
      pairs.push(...(await photographs(studio, (scheme) => join(folder, `${name}-${scheme}.png`))));
    };

    const panel = await studio.show(WITH_CAREER);
    await panel.setViewportSize({ width: PANEL, height: HEIGHT });
    await verdict(panel, 'New');
    await chooseJob(panel, 'data');
    await take('new');
    await send(panel);
    await sendNow(panel);
    await done(panel);
    await verdict(panel, 'In Greenhouse');
    await take('exported');

    const [known] = knownPeople(studio.sandbox);
    if (!known) throw new Error('Nobody in the sandbox is on a job of the recruiter.');
    await showPerson(studio, known.first, known.last, known.email);
    await verdict(panel, 'In Greenhouse');
    await take('known');
    for (const pair of pairs) {
      await frame(studio, pair);
      weigh(pair.path, tell);
    }

    const options = await studio.extension.open('options.html');
    await options.setViewportSize({ width: 900, height: HEIGHT });
    await options
      .getByRole('status', { name: 'Connection' })
      .filter({ hasText: /^Connected/ })
      .waitFor();
    for (const scheme of SCHEMES) {
      await options.emulateMedia({ colorScheme: scheme });
      await options.screenshot({ path: join(folder, `options-${scheme}.png`), animations: 'disabled' });
      weigh(join(folder, `options-${scheme}.png`), tell);
    }
  } finally {
    await studio.close();
  }
}

/** Two real photographs in one frame, as the browser shows them side by side; only the frame is drawn here. */
interface Pair {
  path: string;
  scheme: Scheme;
  left: string;
  right: string;
}

/** The frames are drawn at the very end: another tab would be another page to the panel. */
async function photographs(studio: Studio, file: (scheme: Scheme) => string): Promise<Pair[]> {
  const panel = await studio.panel();
  await panel.locator('main').evaluate((main) => main.scrollTo(0, 0));
  const left = await shot(studio.page);
  const pairs: Pair[] = [];
  for (const scheme of SCHEMES) {
    await panel.emulateMedia({ colorScheme: scheme });
    pairs.push({ path: file(scheme), scheme, left, right: await shot(panel) });
  }
  await panel.emulateMedia({ colorScheme: 'light' });
  return pairs;
}

const shot = async (page: Page): Promise<string> =>
  (await page.screenshot({ animations: 'disabled', caret: 'hide' })).toString('base64');

async function frame(studio: Studio, { path, scheme, left, right }: Pair): Promise<void> {
  const page = await studio.extension.context.newPage();
  const line = scheme === 'dark' ? '#31363c' : '#d5dadf';
  await page.setViewportSize({ width: PAGE + PANEL + 3, height: HEIGHT + 2 });
  await page.setContent(
    `<style>body{margin:0}div{display:flex;border:1px solid ${line}}img{display:block}img+img{border-left:1px solid ${line}}</style>` +
      `<div><img width=${PAGE} src="data:image/png;base64,${left}"><img width=${PANEL} src="data:image/png;base64,${right}"></div>`,
  );
  await page.screenshot({ path });
  await page.close();
}

function weigh(path: string, tell: Tell): void {
  const { size } = statSync(path);
  if (size > AT_MOST_BYTES) throw new Error(`${path} is too heavy: ${Math.round(size / 1000)} kB`);
  tell(`${path} (${Math.round(size / 1000)} kB)`);
}
