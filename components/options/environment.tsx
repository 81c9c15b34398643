import type { ConnectModel } from '#lib/options/connect.ts';
import { t, type TextKey } from '#lib/text.ts';

const WORDS: Record<'production' | 'sandbox', TextKey> = {
  production: 'options_production',
  sandbox: 'options_sandbox',
};

/** Greenhouse does not tell a sandbox from production, so an administrator does. */
export function Environment({ model }: { model: ConnectModel }) {
  const kept = model.stored.value;
  if (!kept?.identity) return null;
  return (
    <fieldset class="environment" aria-describedby="environment-hint">
      <legend>{t('options_environment')}</legend>
      {(['production', 'sandbox'] as const).map((environment) => (
        <label key={environment}>
          <input
            type="radio"
            name="environment"
            checked={kept.environment === environment}
            onChange={() => void model.setEnvironment(environment)}
          />
          {t(WORDS[environment])}
        </label>
      ))}
      <small id="environment-hint">{t('options_environment_hint')}</small>
    </fieldset>
  );
}
