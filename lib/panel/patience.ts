/** Waiting for something, and not for ever. */
import type { PanelPorts } from './ports.ts';

/** Longer than a browser takes to start the worker and read a few blocks of the index, and too short to wonder where the person is. */
export const PATIENCE_MS = 800;

/** Settles with `waited`, or when the patience is over; never rejects. */
export async function withPatience({ later }: Pick<PanelPorts, 'later'>, waited: Promise<unknown>): Promise<void> {
  let stop = () => {};
  const over = new Promise<void>((resolve) => {
    stop = later(PATIENCE_MS, resolve);
  });
  await Promise.race([waited.catch(() => undefined), over]);
  stop();
}
