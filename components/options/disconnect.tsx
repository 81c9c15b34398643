import { useEffect, useRef, useState } from 'preact/hooks';

import { t } from '#lib/text.ts';

/** Asks once more in its own place: the secret cannot be looked up again in Greenhouse. */
export function Disconnect({ disconnect }: { disconnect: () => Promise<void> }) {
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) keep.current?.focus();
  }, [asking]);

  const answer = (forget: boolean) => {
    setAsking(false);
    opener.current?.focus();
    if (forget) void disconnect();
  };
  return (
    <>
      <button type="button" class="plain" ref={opener} aria-expanded={asking} onClick={() => setAsking(!asking)}>
        {t('options_disconnect')}
      </button>
      {asking && (
        <fieldset class="notice warn" aria-label={t('options_disconnect')}>
          <p>{t('options_disconnect_sure')}</p>
          <div class="row">
            <button type="button" class="danger" onClick={() => answer(true)}>
              {t('options_disconnect_yes')}
            </button>
            <button type="button" class="plain" ref={keep} onClick={() => answer(false)}>
              {t('options_disconnect_no')}
            </button>
          </div>
        </fieldset>
      )}
    </>
  );
}
