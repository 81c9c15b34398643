import { useRef } from 'preact/hooks';

import { useFocusKept } from '#components/focus-kept.ts';
import type { ConnectModel, SecretField } from '#lib/options/connect.ts';
import type { Policy } from '#lib/policy/policy.ts';
import { credentialLocked } from '#lib/policy/rules.ts';
import { t } from '#lib/text.ts';

import { Disconnect } from './disconnect.tsx';
import { Field } from './field.tsx';
import { GivenCredential } from './managed.tsx';

/**
 * The credential: a client ID with its secret, or a partner key. Secrets are in no signal: each goes from its field into the
 * vault, and the field is emptied at once.
 */
interface ConnectionFormProps {
  model: ConnectModel;
  policy: Policy | null;
}

export function ConnectionForm({ model, policy }: ConnectionFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useFocusKept('connection');
  const secrets = { secret: useRef<HTMLInputElement>(null), partnerKey: useRef<HTMLInputElement>(null) };

  const connect = async () => {
    const typed = {
      clientId: model.clientId.value,
      secret: secrets.secret.current?.value ?? '',
      partnerKey: secrets.partnerKey.current?.value ?? '',
      actingEmail: model.actingEmail.value,
    };
    await model.connect(typed, (field) => {
      const { current } = secrets[field];
      if (current) current.value = '';
    });
    const wrong = model.problem.value?.field;
    if (wrong) form.current?.querySelector<HTMLInputElement>(`#${wrong}`)?.focus();
  };

  const kept = model.stored.value;
  const given = kept?.byPolicy === true && credentialLocked(policy);
  const wrong = model.problem.value?.field;
  const saved = (field: SecretField, kind: 'harvest' | 'partner') =>
    wrong !== field && model.kept.value.some((one) => one.kind === kind) ? t('options_secret_saved') : '';
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void connect();
      }}
    >
      {given ? (
        <GivenCredential clientId={kept.kind === 'harvest' ? kept.clientId : undefined} />
      ) : (
        <>
          <Field
            name="clientId"
            label={t('options_client_id')}
            hint={t(kept ? 'options_client_id_hint' : 'options_client_id_none')}
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
            input={secrets.secret}
            placeholder={saved('secret', 'harvest')}
          />
          <p class="divider">{t('options_or')}</p>
          <Field
            name="partnerKey"
            masked
            label={t('options_partner_key')}
            hint={t('options_partner_key_hint')}
            wrong={wrong === 'partnerKey'}
            input={secrets.partnerKey}
            placeholder={saved('partnerKey', 'partner')}
          />
        </>
      )}
      <hr />
      <Field
        name="actingEmail"
        label={t('options_email')}
        hint={policy?.actingUsers ? t('options_managed_users', policy.actingUsers.join(', ')) : t('options_email_hint')}
        wrong={wrong === 'actingEmail'}
        value={model.actingEmail.value}
        typed={(value) => model.type('actingEmail', value)}
      />
      {/* Not disabled while it works: a disabled button loses the keyboard's place. The model takes one press at a time. */}
      <div class="row">
        <button type="submit" class="main" aria-disabled={model.busy.value}>
          {t('options_connect')}
        </button>
        {kept && !kept.byPolicy && <Disconnect disconnect={() => model.disconnect()} />}
      </div>
    </form>
  );
}
