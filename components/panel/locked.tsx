/** Asks for the passphrase while the vault is locked, and tells the vault that somebody is there while it is not. */
import { useEffect, useRef, useState } from 'preact/hooks';

import { PassphraseForm } from '#components/passphrase-form.tsx';
import { followLock, unlock } from '#lib/panel/lock.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

export function Locked({ panel }: { panel: Panel }) {
  const [locked, setLocked] = useState(false);
  const part = useRef<HTMLElement>(null);
  useEffect(() => {
    const lock = followLock(panel, (is) => {
      // What had the keyboard goes; the job is what comes next.
      if (!is && part.current?.contains(document.activeElement)) document.getElementById('job')?.focus();
      setLocked(is);
    });
    document.addEventListener('pointerdown', lock.used);
    document.addEventListener('keydown', lock.used);
    return () => {
      document.removeEventListener('pointerdown', lock.used);
      document.removeEventListener('keydown', lock.used);
      lock.stop();
    };
  }, [panel]);
  if (!locked) return null;
  return (
    <section class="connect" aria-labelledby="locked" ref={part}>
      <strong id="locked">{t('error_settings_passphrase_what')}</strong>
      <p>{t('error_settings_passphrase_why')}</p>
      <PassphraseForm
        id="unlock"
        class="unlock"
        labels={[t('passphrase')]}
        does={t('passphrase_unlock')}
        submit={([typed = '']) => unlock(panel, typed)}
      />
    </section>
  );
}
