/**
 * What a panel shows from its first moment, frame by frame. Every change of the document is noted as well as every frame that
 * is painted: what never stood in the document was never painted either.
 */
import type { BrowserContext, Page } from '@playwright/test';

export interface Shown {
  /** Milliseconds since the panel was opened. */
  at: number;
  /** A frame about to be painted; otherwise a change between two of them. */
  frame: boolean;
  /** The person's name and the text of the status "Match"; absent while they are not there. */
  person?: string;
  match?: string;
}

/** Call before the panel is opened; only a panel that is in front paints frames. */
export async function watchFrames(context: BrowserContext): Promise<(panel: Page) => Promise<Shown[]>> {
  await context.addInitScript(() => {
    if (location.protocol !== 'chrome-extension:' || location.pathname !== '/sidepanel.html') return;
    const seen: Shown[] = [];
    const look = (frame: boolean) => {
      const person = document.querySelector('main .who h1')?.textContent;
      const match = document.querySelector('output[aria-label="Match"]')?.textContent;
      seen.push({ at: performance.now(), frame, ...(person ? { person } : {}), ...(match ? { match } : {}) });
    };
    new MutationObserver(() => look(false)).observe(document, { childList: true, subtree: true, characterData: true });
    const paint = () => {
      look(true);
      requestAnimationFrame(paint);
    };
    requestAnimationFrame(paint);
    Object.assign(globalThis, { shownSoFar: seen });
  });
  return (panel) => panel.evaluate(() => (globalThis as unknown as { shownSoFar: Shown[] }).shownSoFar);
}

/** The moments at which somebody was on show, from the first; of each how many frames came before it. */
export const withPerson = (shown: readonly Shown[]): Shown[] => shown.filter(({ person }) => person !== undefined);
