import { useState } from 'preact/hooks';

import { t } from '#lib/text.ts';

/** Asks once more in its own place: the secret cannot be looked up again in Greenhouse. */
export function Disconnect({ disconnect }: { disconnect: () => Promise<void> }) {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <button type="button" class="plain" onClick={() => setAsking(true)}>
        {t('options_disconnect')}
      </button>
    );
  }
  const forget = () => {
    setAsking(false);
    void disconnect();
  };
  return (
    <fieldset class="notice warn" aria-label={t('options_disconnect')}>
      <p>{t('options_disconnect_sure')}</p>
      <button type="button" class="danger" ref={(button) => button?.focus()} onClick={forget}>
        {t('options_disconnect_yes')}
      </button>
      <button type="button" class="plain" onClick={() => setAsking(false)}>
        {t('options_disconnect_no')}
      </button>
    </fieldset>
  );
}
