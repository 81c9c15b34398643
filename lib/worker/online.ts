/** The network is back: what waits for nothing else goes out now, and not when its next try is due. */
import type { createOutbox } from '#lib/export/outbox.ts';

type Outbox = Pick<ReturnType<typeof createOutbox>, 'list' | 'answer'>;

export async function backOnline(outbox: Outbox): Promise<void> {
  for (const { id, state, error, retryAt, elsewhere } of await outbox.list()) {
    if (state === 'needs-you' || elsewhere || retryAt === undefined) continue;
    if (error?.code === 'greenhouse/unreachable') await outbox.answer(id, { do: 'retry' });
  }
}
