/** Who sits before a browser: presses until an answer comes, and answers what is asked by what Greenhouse shows. They never lie. */
import type { ExportAnswer, ExportView } from '#lib/export/schema.ts';

import type { Browser } from './browser.ts';
import type { Press } from './truth.ts';
import { among, MINUTE, SECOND, type World } from './world.ts';

/** A panel that hears nothing says so, and is pressed again. */
const UNANSWERED_MS = 30 * SECOND;
const LOOKS_EVERY_MS = MINUTE;

export function recruiter(world: World, { number, disk, awake }: Browser) {
  const { time, truth, random } = world;
  /** Exports that they had looked for once more. */
  const looked = new Set<string>();

  async function press(one: Press): Promise<void> {
    for (;;) {
      const view = await Promise.race([awake().start(one.request), time.sleep(UNANSWERED_MS)]).catch(() => undefined);
      if (view) {
        one.told = view.id;
        return;
      }
    }
  }

  function answerTo(view: ExportView): ExportAnswer {
    const asked = truth.pressOf(view.id);
    if (!asked) return { do: 'retry' };
    const people = truth.peopleOf(asked.handle);
    const shown = truth.shown(asked.handle);
    switch (view.question) {
      case 'known':
      case 'gone':
      case 'hidden': {
        const theirs = people.find((id) => view.candidateIds?.includes(id)) ?? shown[0];
        return theirs === undefined ? { do: 'create-anyway' } : { do: 'add-to', candidateId: theirs };
      }
      case 'unknown-outcome':
      case 'cannot-look':
        if (!isThere(view, asked)) return { do: 'create-anyway' };
        // Found by the recruiter, and again and again not by us: a colleague made them meanwhile.
        return looked.has(view.id) ? { do: 'is-there', candidateId: view.candidateId ?? shown[0] } : { do: 'retry' };
      case 'twice':
        return { do: 'keep-both' };
      default:
        return { do: 'retry' };
    }
  }

  /** What was sent: somebody new, or an application for somebody who was there. */
  function isThere({ candidateId }: ExportView, { handle, request: { target } }: Press): boolean {
    if (candidateId === undefined) return truth.shown(handle).length > 0;
    return target.kind === 'candidate' && truth.isShownOn(candidateId, target.jobId);
  }

  async function answer(view: ExportView): Promise<void> {
    const said = answerTo(view);
    if (said.do === 'retry') looked.add(view.id);
    await time.sleep(among({ random }, 2, 40) * SECOND);
    truth.note(truth.pressOf(view.id)?.handle, `recruiter ${number} says ${JSON.stringify(said)}`);
    await awake()
      .answer(view.id, said, view.writtenAt, view.question)
      .catch(() => undefined);
  }

  /** Looks into the panel every minute, until `over`. */
  async function attend(over: () => boolean): Promise<void> {
    while (!over()) {
      for (const view of disk.asking()) void answer(view);
      await time.sleep(LOOKS_EVERY_MS);
    }
  }

  return { press, attend };
}
