/** So many people that the recruiter is asked first, with what it costs. */
import type { IndexStatus } from '#lib/identity/sync/status.ts';
import type { PeopleIndexModel } from '#lib/options/people-index.ts';
import { timesFor } from '#lib/options/people-index-times.ts';
import { t } from '#lib/text.ts';

/** Offered beside everybody. */
const SOME_MONTHS = 24;

interface ManyPeopleProps {
  model: PeopleIndexModel;
  status: IndexStatus;
  /** Fewer people, or none, are not the recruiter's to choose. */
  locked: boolean;
}

export function ManyPeople({ model, status, locked }: ManyPeopleProps) {
  const busy = model.busy.value;
  const of = status.of ?? 0;
  return (
    <fieldset class="notice note many-people" aria-label={t('index_many_about')}>
      <strong>{t('index_many', of)}</strong>
      <p>{t('index_many_why')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('index_many_browsers')}</th>
            <th scope="col">{t('index_many_time')}</th>
          </tr>
        </thead>
        <tbody>
          {timesFor(of, model.limit.value).map(({ browsers, time }) => (
            <tr key={browsers}>
              <th scope="row">{browsers}</th>
              <td>{time}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('index_many_meanwhile')}</p>
      <div class="row">
        <button type="button" class="main" aria-disabled={busy} onClick={() => void model.say('start')}>
          {t('index_many_start')}
        </button>
        {!locked && (
          <>
            {' '}
            <button type="button" class="plain" aria-disabled={busy} onClick={() => void model.chooseMonths(String(SOME_MONTHS))}>
              {t('index_many_some', SOME_MONTHS)}
            </button>
            <button type="button" class="plain" aria-disabled={busy} onClick={() => void model.choose({ kind: 'off' })}>
              {t('index_many_off')}
            </button>
          </>
        )}
      </div>
    </fieldset>
  );
}
