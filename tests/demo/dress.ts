/**
 * The sample pages have the structure of real ones and no stylesheet. The demo gives them a plain, neutral look, so that they
 * can be looked at; nothing in them is added, moved or renamed, and no brand is copied.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Said, SamplePage } from '../support/pages.ts';

const STYLE = readFileSync(join(import.meta.dirname, 'dress.css'), 'utf8');

export function dressed<P extends SamplePage>(page: P): P {
  const style = `<style>${STYLE}</style>`;
  const html = page.html.includes('</head>') ? page.html.replace('</head>', () => `${style}</head>`) : page.html;
  return { ...page, html };
}

const svg = (width: number, height: number, inside: string): Said => ({
  type: 'image/svg+xml',
  body: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${inside}</svg>`,
});

/** The same address always has the same colour. */
const hue = (text: string): number => Array.from(text).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);

/** A drawn picture for the photographs that the sample pages name: nobody has them. */
export function picture({ hostname, pathname }: URL): Said | undefined {
  if (!/licdn|avatars|gravatar|\/(?:photo|image|img|avatar|me|portrait)/i.test(hostname + pathname)) return undefined;
  const tone = hue(pathname);
  if (/background|banner|cover/i.test(pathname)) {
    return svg(800, 200, `<rect width="800" height="200" fill="hsl(${tone} 28% 76%)"/>`);
  }
  if (/company|logo|school/i.test(pathname)) return svg(48, 48, `<rect width="48" height="48" fill="hsl(${tone} 25% 70%)"/>`);
  return svg(
    96,
    96,
    `<rect width="96" height="96" fill="hsl(${tone} 30% 84%)"/><g fill="hsl(${tone} 28% 52%)"><circle cx="48" cy="38" r="17"/><path d="M14 96c2-25 17-34 34-34s32 9 34 34z"/></g>`,
  );
}
