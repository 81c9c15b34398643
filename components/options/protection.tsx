/** What protects the secret, and what gets rid of everything: below all that a first visit is for, so it is loaded last. */
import { useEffect, useMemo } from 'preact/hooks';

import { forgetModel } from '#lib/options/forget.ts';
import { passphraseModel } from '#lib/options/passphrase.ts';
import type { OptionsPorts } from '#lib/options/ports.ts';

import { Forget } from './forget.tsx';
import { Passphrase } from './passphrase.tsx';

export interface ProtectionProps {
  ports: Pick<OptionsPorts, 'passphrase' | 'forgetEverything' | 'now'>;
}

export function Protection({ ports }: ProtectionProps) {
  const passphrase = useMemo(() => passphraseModel(ports), [ports]);
  const forget = useMemo(() => forgetModel(ports), [ports]);
  useEffect(() => {
    const started = passphrase.start();
    return () => void started.then((stop) => stop());
  }, [passphrase]);
  return (
    <>
      <Passphrase model={passphrase} />
      <Forget model={forget} />
    </>
  );
}
