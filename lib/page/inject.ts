/** Running a script of ours in the page of a tab. */
import { browser } from '#lib/browser.ts';
import { AppError } from '#lib/errors.ts';
import { sleep } from '#lib/greenhouse/sleep.ts';
import { hand } from '#lib/in-page/handed.ts';
import { READ_PAGE, type ReaderEntry } from '#lib/sites/list.ts';

/**
 * Answers what the script answers: parse it. Rejects with `page/unsupported`, `page/no-access`, `page/moved` or `page/failed`.
 * @param handed what the script is to find in its world, where no page can see it.
 */
export async function inject(tabId: number, script: string, handed?: object): Promise<unknown> {
  try {
    if (handed) {
      await onceHeardOf(tabId, () => browser.scripting.executeScript({ target: { tabId }, func: hand, args: [script, handed] }));
    }
    return await answerOf(tabId, [script]);
  } catch (cause) {
    throw failure(cause);
  }
}

/** The same for the reader of a site: answers what the page prints. */
export const injectReader = (tabId: number, { script }: ReaderEntry): Promise<unknown> =>
  answerOf(tabId, [script, READ_PAGE]).catch((cause: unknown) => {
    throw failure(cause);
  });

/** The last script answers. */
async function answerOf(tabId: number, files: string[]): Promise<unknown> {
  const run = () => browser.scripting.executeScript({ target: { tabId }, files: files as never[] });
  const [frame] = await onceHeardOf(tabId, run);
  return frame?.result;
}

/**
 * Milliseconds between the tries. With a click the browser grants a page to us, and tells the page's own process, which has the last
 * word: Chromium 156 has it hear of that too late for one reading in some 200.
 */
const HEARS_WITHIN = [50, 200, 750];

async function onceHeardOf<T>(tabId: number, run: () => Promise<T>): Promise<T> {
  for (const wait of HEARS_WITHIN) {
    try {
      return await run();
    } catch (cause) {
      // Where we may not read, the browser does not tell the address either.
      const granted = failure(cause).code === 'page/no-access' && (await browser.tabs.get(tabId)).url !== undefined;
      if (!granted) throw cause;
      await sleep(wait);
    }
  }
  return run();
}

/** The browser tells its refusals apart only by their sentences (Chromium 156 and Firefox 153). */
export function failure(cause: unknown): AppError {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (/cannot access|missing host permission/i.test(said)) {
    return new AppError(
      /chrome:\/\/|gallery|webstore|chrome-extension/i.test(said) ? 'page/unsupported' : 'page/no-access',
      {},
      cause,
    );
  }
  if (/frame (was|with id).*removed|no tab with id|no frame|message manager disconnected/i.test(said)) {
    return new AppError('page/moved', {}, cause);
  }
  return new AppError('page/failed', {}, cause);
}
