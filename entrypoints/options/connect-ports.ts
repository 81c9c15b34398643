/** What connecting needs, bound to the worker and to what is stored: for the settings, and for the panel beside Greenhouse's page. */
import { isOver } from '#lib/export/schema.ts';
import { call } from '#lib/messages/call.ts';
import type { ConnectPorts } from '#lib/options/connect.ts';
import type { OptionsPorts } from '#lib/options/ports.ts';
import { connectionItem, pendingItem } from '#lib/storage/items.ts';
import { pending } from '#lib/storage/pending.ts';
import { vault } from '#lib/storage/vault.ts';
import { vaultItem } from '#lib/storage/vault-format.ts';

export const connectPorts: ConnectPorts & Pick<OptionsPorts, 'copy' | 'print'> = {
  connection: connectionItem,
  credentials: {
    pending: pendingItem,
    put: pending.put,
    kept: () => vault.has(),
    watch: (changed) => vaultItem.watch(() => changed()),
    setEnvironment: pending.setEnvironment,
    forgetAll: pending.forgetAll,
  },
  test: (which) => call('connection.test', { which }),
  settle: async (take, savedAt) => void (await call('connection.settle', { take, savedAt })),
  unfinished: async () => (await call('export.list', {})).filter((row) => !row.elsewhere && !isOver(row.state)).length,
  now: () => Date.now(),
  copy: (text) => navigator.clipboard.writeText(text),
  print: () => window.print(),
};
