import { useRef } from 'preact/hooks';

import type { ConnectModel } from '#lib/options/connect.ts';
import { t } from '#lib/text.ts';

import { Disconnect } from './disconnect.tsx';
import { Field } from './field.tsx';

/** The credential. The secret is in no signal: it goes from its field into the vault, and the field is emptied at once. */
export function ConnectionForm({ model }: { model: ConnectModel }) {
  const form = useRef<HTMLFormElement>(null);
  const secret = useRef<HTMLInputElement>(null);

  const connect = async () => {
    const typed = { clientId: model.clientId.value, secret: secret.current?.value ?? '', actingEmail: model.actingEmail.value };
    await model.connect(typed, () => {
      if (secret.current) secret.current.value = '';
    });
    const wrong = model.problem.value?.field;
    if (wrong) form.current?.querySelector<HTMLInputElement>(`#${wrong}`)?.focus();
  };

  const wrong = model.problem.value?.field;
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void connect();
      }}
    >
      <Field
        name="clientId"
        label={t('options_client_id')}
        hint={t('options_client_id_hint')}
        wrong={wrong === 'clientId'}
        value={model.clientId.value}
        typed={(value) => model.type('clientId', value)}
      />
      <Field
        name="secret"
        masked
        label={t('options_secret')}
        hint={t('options_secret_hint')}
        wrong={wrong === 'secret'}
        input={secret}
        placeholder={model.secretKept.value && wrong !== 'secret' ? t('options_secret_saved') : ''}
      />
      <Field
        name="actingEmail"
        label={t('options_email')}
        hint={t('options_email_hint')}
        wrong={wrong === 'actingEmail'}
        value={model.actingEmail.value}
        typed={(value) => model.type('actingEmail', value)}
      />
      {/* Not disabled while it works: a disabled button loses the keyboard's place. The model takes one press at a time. */}
      <div class="row">
        <button type="submit" class="main" aria-disabled={model.busy.value}>
          {t('options_connect')}
        </button>
        {model.stored.value && <Disconnect disconnect={() => model.disconnect()} />}
      </div>
    </form>
  );
}
