/** Who of many is in Greenhouse, asked of the worker. Loaded with the first list of people. */
import { call } from '#lib/messages/call.ts';
import { hear } from '#lib/messages/hear.ts';
import type { ListedPorts } from '#lib/panel/ports.ts';

export const listedPorts: ListedPorts = {
  known: (people) => call('candidate.known', { people }),
  onChange(changed) {
    const stops = [hear('index.changed', changed), hear('export.changed', changed)];
    return () => stops.forEach((stop) => stop());
  },
};
