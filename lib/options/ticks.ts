/** A checklist as it is worked through: what is ticked off, and its ways out on paper and into a mail. */
import { signal } from '@preact/signals';

import type { OptionsPorts } from './ports.ts';

export function ticksModel(ports: Pick<OptionsPorts, 'copy' | 'print'>) {
  const ticked = signal<ReadonlySet<string>>(new Set());
  return {
    /** Lines that an administrator has done, for as long as the page is open. */
    ticked,
    tick(line: string): void {
      const others = new Set(ticked.value);
      if (!others.delete(line)) others.add(line);
      ticked.value = others;
    },
    print: () => ports.print(),
    /** Answers whether the text is on the clipboard now; `false` when the browser would not. */
    copy: (text: string): Promise<boolean> =>
      ports.copy(text).then(
        () => true,
        () => false,
      ),
  };
}

export type TicksModel = ReturnType<typeof ticksModel>;
