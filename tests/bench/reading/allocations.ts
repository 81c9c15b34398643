/** How much a piece of work allocates in a page, whatever the collector has taken back: V8's own sampling of allocations. */
import type { CDPSession, Page as Tab } from '@playwright/test';

const OFTEN_BYTES = 4096;

interface Sampled {
  selfSize: number;
  children: Sampled[];
}

const sum = ({ selfSize, children }: Sampled): number => children.reduce((total, child) => total + sum(child), selfSize);

/** Bytes, an estimate by samples: many repetitions make it steady. */
export async function allocated(tab: Tab, work: () => Promise<void>): Promise<number> {
  const session: CDPSession = await tab.context().newCDPSession(tab);
  await session.send('HeapProfiler.startSampling', {
    samplingInterval: OFTEN_BYTES,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  await work();
  const { profile } = await session.send('HeapProfiler.stopSampling');
  await session.detach();
  return sum(profile.head);
}
