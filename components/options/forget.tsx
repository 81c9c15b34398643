/** Back to an empty browser. Says what is lost before it is done, and what was deleted after. */
import { useEffect, useRef, useState } from 'preact/hooks';

import type { ForgetModel } from '#lib/options/forget.ts';
import { t } from '#lib/text.ts';

export function Forget({ model }: { model: ForgetModel }) {
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) keep.current?.focus();
  }, [asking]);

  const answer = (forget: boolean) => {
    setAsking(false);
    opener.current?.focus();
    if (forget) void model.forget();
  };
  return (
    <section aria-labelledby="forget">
      <h2 id="forget">{t('forget')}</h2>
      <p class="soft">{t('forget_what')}</p>
      <div class="row">
        <button
          type="button"
          class="plain"
          ref={opener}
          aria-expanded={asking}
          aria-disabled={model.busy.value}
          onClick={() => setAsking(!asking)}
        >
          {t('forget_do')}
        </button>
      </div>
      {asking && (
        <fieldset class="notice warn" aria-label={t('forget')}>
          <p>{t('forget_sure')}</p>
          <div class="row">
            <button type="button" class="danger" onClick={() => answer(true)}>
              {t('forget_yes')}
            </button>
            <button type="button" class="plain" ref={keep} onClick={() => answer(false)}>
              {t('forget_no')}
            </button>
          </div>
        </fieldset>
      )}
      <output aria-label={t('forget')}>{model.said.value}</output>
    </section>
  );
}
