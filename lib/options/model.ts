/** The options page's model: ports in, signals out. */
import { signal } from '@preact/signals';

import { connectModel } from './connect.ts';
import type { OptionsPorts } from './ports.ts';
import { passphraseModel } from './passphrase.ts';
import { settingsChanger, undoModel } from './settings.ts';
import { sitesModel } from './sites.ts';

export function optionsModel(ports: OptionsPorts) {
  const change = settingsChanger(ports.settings);
  const connect = connectModel(ports);
  const undo = undoModel(ports.settings, change);
  const sites = sitesModel(ports, change);
  const passphrase = passphraseModel(ports);
  const ticked = signal<ReadonlySet<string>>(new Set());
  return {
    connect,
    undo,
    sites,
    passphrase,
    now: () => ports.now(),
    print: () => ports.print(),
    /** Answers whether the text is on the clipboard now; `false` when the browser would not. */
    copy: (text: string): Promise<boolean> =>
      ports.copy(text).then(
        () => true,
        () => false,
      ),
    /** Lines of the checklists that an administrator has done, for as long as the page is open. */
    ticked,
    tick(line: string): void {
      const others = new Set(ticked.value);
      if (!others.delete(line)) others.add(line);
      ticked.value = others;
    },
    /** Reads everything that is stored, and follows it; returns how to stop. */
    async start(): Promise<() => void> {
      const stops = await Promise.all([connect.start(), undo.start(), sites.start(), passphrase.start()]);
      return () => stops.forEach((stop) => stop());
    },
  };
}

export type OptionsModel = ReturnType<typeof optionsModel>;
