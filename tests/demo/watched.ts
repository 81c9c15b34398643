/** The demo with somebody at the screen: two tabs, a few sentences, and then it waits until the browser is closed. */
import { GREENHOUSE, START, type Stage } from './stage.ts';

const WHAT_TO_DO = `
The browser is open, and Gleaner in it is connected to a practice Greenhouse on this computer.

  1. In the first tab, click one of the sample profiles.
  2. Click the Gleaner button in the toolbar, or press Ctrl+Shift+E. The panel opens beside the page.
  3. Choose a job in the panel and press "Export to Greenhouse". For ten seconds it can be undone.
  4. Look at the second tab: it shows what Greenhouse holds now.

All people are made up, and nothing leaves this computer. Close the browser when you are done.
`;

export async function showAround({ extension }: Stage, tell: (sentence: string) => void): Promise<void> {
  const { context } = extension;
  const closed = new Promise<void>((resolve) => {
    context.once('close', () => resolve());
    // A browser that runs on without a window (macOS) is a closed one to whoever closed it.
    const look = () => setTimeout(() => context.pages().length === 0 && resolve(), 500);
    const watch = (page: (typeof context)['pages'] extends () => (infer P)[] ? P : never) => page.once('close', look);
    for (const page of context.pages()) watch(page);
    context.on('page', watch);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  const start = context.pages()[0] ?? (await context.newPage());
  await start.goto(START);
  const second = await context.newPage();
  await second.goto(GREENHOUSE);
  await start.bringToFront();
  tell(WHAT_TO_DO);
  await closed;
  tell('Closed. Nothing was kept.');
}
