/** The options page's model: ports in, signals out. */
import { signal } from '@preact/signals';

import { connectModel } from './connect.ts';
import type { OptionsPorts } from './ports.ts';
import { settingsChanger, undoModel } from './settings.ts';
import { sitesModel } from './sites.ts';

export function optionsModel(ports: OptionsPorts) {
  const change = settingsChanger(ports.settings);
  const connect = connectModel(ports);
  const undo = undoModel(ports.settings, change);
  const sites = sitesModel(ports, change);
  const copied = signal<boolean | undefined>(undefined);
  return {
    connect,
    undo,
    sites,
    /** Whether the list of scopes is on the clipboard; `false` when the browser would not. */
    copied,
    async copy(text: string): Promise<void> {
      copied.value = await ports.copy(text).then(
        () => true,
        () => false,
      );
    },
    /** Reads everything that is stored, and follows it; returns how to stop. */
    async start(): Promise<() => void> {
      const stops = await Promise.all([connect.start(), undo.start(), sites.start()]);
      return () => stops.forEach((stop) => stop());
    },
  };
}

export type OptionsModel = ReturnType<typeof optionsModel>;
