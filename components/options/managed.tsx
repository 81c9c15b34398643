/** What the organisation has set: said once at the top, and at each thing that it has set. */
import type { Policy } from '#lib/policy/policy.ts';
import { counted, t } from '#lib/text.ts';

/** That there is a policy at all, and for whoever wrote it, what in it is wrong. */
export function Managed({ policy }: { policy: Policy }) {
  const { problems } = policy;
  return (
    <section class="notice note" aria-labelledby="managed">
      <h2 id="managed">{t('options_managed')}</h2>
      <p>{t('options_managed_what')}</p>
      {problems.length > 0 && (
        <>
          <p>{counted('options_managed_wrong', problems.length)}</p>
          <ul>
            {problems.map(({ key, entry }) => (
              <li key={`${key} ${entry}`}>
                <code>{key}</code>
                {entry !== undefined && (
                  <>
                    {': '}
                    <span dir="auto">{entry}</span>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A setting that stands as the organisation has set it: read like a field, and not to be changed. */
export function SetByOrganisation({ id, label, value }: { id: string; label: string; value: string }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} type="text" readOnly value={value} aria-describedby={`${id}-hint`} />
      <small id={`${id}-hint`}>{t('options_managed_set')}</small>
    </div>
  );
}

/** The credential that everybody in the organisation shares. */
export function GivenCredential({ clientId }: { clientId: string | undefined }) {
  return clientId === undefined ? (
    <SetByOrganisation id="partnerKey" label={t('options_partner_key')} value={t('options_managed_secret')} />
  ) : (
    <>
      <SetByOrganisation id="clientId" label={t('options_client_id')} value={clientId} />
      <SetByOrganisation id="secret" label={t('options_secret')} value={t('options_managed_secret')} />
    </>
  );
}
