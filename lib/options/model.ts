/** The options page's model: ports in, signals out. */
import { connectModel } from './connect.ts';
import { managedModel } from './managed.ts';
import { peopleIndexModel } from './people-index.ts';
import type { OptionsPorts } from './ports.ts';
import { settingsChanger, undoModel } from './settings.ts';
import { sitesModel } from './sites.ts';
import { ticksModel } from './ticks.ts';

export function optionsModel(ports: OptionsPorts) {
  const change = settingsChanger(ports.settings);
  const connect = connectModel(ports);
  const undo = undoModel(ports.settings, change);
  const sites = sitesModel(ports, change);
  const peopleIndex = peopleIndexModel(ports);
  const managed = managedModel(ports);
  return {
    connect,
    undo,
    sites,
    peopleIndex,
    /** For what is loaded later, with models of its own. */
    ports,
    changeSettings: change,
    policy: managed.policy,
    now: () => ports.now(),
    ...ticksModel(ports),
    /** Reads everything that is stored, and follows it; returns how to stop. */
    async start(): Promise<() => void> {
      const stops = await Promise.all([managed.start(), connect.start(), undo.start(), sites.start(), peopleIndex.start()]);
      return () => stops.forEach((stop) => stop());
    },
  };
}

export type OptionsModel = ReturnType<typeof optionsModel>;
