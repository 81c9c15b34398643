/** Beside Greenhouse's own page for credentials: taking over what it shows, on one click of the person who sees it. */
import { signal, type ReadonlySignal } from '@preact/signals';

import { AppError } from '#lib/errors.ts';
import type { ShownCredential } from '#lib/in-page/shown-credential.ts';
import { connectModel, type ConnectModel, type ConnectPorts } from '#lib/options/connect.ts';
import type { OptionsPorts } from '#lib/options/ports.ts';
import { ticksModel, type TicksModel } from '#lib/options/ticks.ts';

export type TakeOverPorts = ConnectPorts & Pick<OptionsPorts, 'copy' | 'print'>;

export interface TakeOverModel {
  connect: ConnectModel;
  ticks: TicksModel;
  /** What the page did not show when it was looked at last. */
  missing: ReadonlySignal<'both' | 'clientId' | 'secret' | undefined>;
  /** The page could not be looked at. */
  failed: ReadonlySignal<AppError | undefined>;
  /** From the page into the vault, and tested. The secret is in no signal, and nothing holds it afterwards. */
  take(): Promise<void>;
}

export function takeOverModel(ports: TakeOverPorts, shown: () => Promise<ShownCredential>): TakeOverModel {
  const connect = connectModel(ports);
  const missing = signal<'both' | 'clientId' | 'secret' | undefined>(undefined);
  const failed = signal<AppError | undefined>(undefined);
  return {
    connect,
    ticks: ticksModel(ports),
    missing,
    failed,
    async take() {
      failed.value = undefined;
      missing.value = undefined;
      try {
        const { clientId, secret } = await shown();
        if (clientId && secret) {
          await connect.connect({ clientId, secret, partnerKey: '', actingEmail: connect.actingEmail.value }, () => {});
        } else missing.value = clientId ? 'secret' : secret ? 'clientId' : 'both';
      } catch (thrown) {
        failed.value = AppError.from(thrown);
      }
    },
  };
}
