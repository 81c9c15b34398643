/** Who sits before a browser: presses until an answer comes, and answers what is asked by what Greenhouse shows. They never lie. */
import { isOver, type ExportView } from '#lib/export/schema.ts';
import { mayUndo } from '#lib/panel/may-undo.ts';

import type { Browser } from './browser.ts';
import { truthfulAnswers } from './says.ts';
import type { Press } from './truth.ts';
import { among, MINUTE, pick, SECOND, type World } from './world.ts';

/** A panel that hears nothing says so, and is pressed again. */
const UNANSWERED_MS = 30 * SECOND;
const LOOKS_EVERY_MS = MINUTE;

export function recruiter(world: World, { number, disk, awake }: Browser) {
  const { time, truth } = world;
  /** Exports that they had looked for once more. */
  const looked = new Set<string>();

  /** Nothing where nobody answers, or no. */
  const unlessUnheard = <T>(asked: Promise<T>): Promise<T | undefined> =>
    Promise.race([asked, time.sleep(UNANSWERED_MS).then(() => undefined)]).catch(() => undefined);

  async function press(one: Press): Promise<void> {
    let view: ExportView | undefined;
    while (!view) view = await unlessUnheard(awake().outbox.start(one.request));
    one.told = view.id;
    if (one.regretted) await regret(view.id);
  }

  /** Once it is through, and some while later: all of it that can be taken back is. */
  async function regret(id: string): Promise<void> {
    for (;;) {
      await time.sleep(among(world, 10, 120) * MINUTE);
      const view = disk.view(id);
      if (!view || (isOver(view.state) && !mayUndo(view))) return;
      if (!isOver(view.state)) continue;
      const undoable = await unlessUnheard(awake().undoable(id));
      if (!undoable) continue;
      if (undoable.can.length === 0) return;
      truth.regrets(id);
      await unlessUnheard(awake().outbox.takeBack(id, undoable.can, view.writtenAt ?? 0));
      return;
    }
  }

  async function answer(view: ExportView): Promise<void> {
    const said = pick(world, truthfulAnswers(view, truth.pressOf(view.id), truth, looked.has(view.id)));
    if (said.do === 'retry') looked.add(view.id);
    await time.sleep(among(world, 2, 40) * SECOND);
    truth.says(view, said);
    await awake()
      .outbox.answer(view.id, said, view.writtenAt, view.question)
      .catch(() => undefined);
  }

  /** Looks into the panel every minute, until `over`. */
  async function attend(over: () => boolean): Promise<void> {
    while (!over()) {
      for (const view of disk.asking()) void answer(view);
      await time.sleep(LOOKS_EVERY_MS);
    }
  }

  return { number, press, attend };
}
