import { SCOPES } from '#lib/options/rights.ts';
import { t } from '#lib/text.ts';

import { Scope } from './scope.tsx';

interface StepsProps {
  open: boolean;
  copied: boolean | undefined;
  copy: (text: string) => Promise<void>;
}

/** How an administrator makes the credential. */
export function Steps({ open, copied, copy }: StepsProps) {
  return (
    <details class="steps" open={open}>
      <summary>{t('options_steps')}</summary>
      <p class="soft">{t('options_steps_who')}</p>
      <ol>
        <li>{t('options_step_open')}</li>
        <li>{t('options_step_type')}</li>
        <li>
          {t('options_step_scopes', SCOPES.length)}
          <ul class="scopes" aria-label={t('options_scopes')}>
            {SCOPES.map((scope) => (
              <li key={scope}>
                <Scope name={scope} />
              </li>
            ))}
          </ul>
          <div class="row">
            <button type="button" class="plain" onClick={() => void copy(SCOPES.join('\n'))}>
              {t('options_copy')}
            </button>
            <output aria-label={t('options_copy')}>
              {copied !== undefined && t(copied ? 'options_copied' : 'options_copy_failed')}
            </output>
          </div>
        </li>
        <li>{t('options_step_secret')}</li>
        <li>{t('options_step_paste')}</li>
      </ol>
    </details>
  );
}
