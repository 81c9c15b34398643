import { adviceFor } from '#lib/options/advice.ts';
import type { SiteRow, SitesModel } from '#lib/options/sites.ts';
import { t } from '#lib/text.ts';

import { Problem } from './problem.tsx';
import { Switch } from './switch.tsx';

/** Every known site and every other origin that was allowed, each with its switches. */
export function Sites({ model }: { model: SitesModel }) {
  const refused = model.refused.value;
  const further = model.rows.value.filter((row) => row.further);
  const rows = (behind: boolean) =>
    model.rows.value.filter((row) => row.further === behind).map((row) => <Site key={row.id} row={row} model={model} />);
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{t('options_sites')}</h2>
      <p class="soft">{t('options_sites_intro')}</p>
      {refused && <Problem notice={{ advice: adviceFor(refused), tone: 'bad' }} />}
      {rows(false)}
      <details class="more-sites">
        <summary>{t('options_more_sites', further.map(({ label }) => label).join(', '))}</summary>
        {rows(true)}
      </details>
    </section>
  );
}

function Site({ row, model }: { row: SiteRow; model: SitesModel }) {
  const { id, label, access, button, marks } = row;
  if (row.forbidden) {
    return (
      <fieldset class="site">
        <legend>{label}</legend>
        <p>{t('options_managed_site')}</p>
      </fieldset>
    );
  }
  return (
    <fieldset class="site">
      <legend>{label}</legend>
      <Switch
        id={`read-${id}`}
        label={t('options_site_read', label)}
        hint={t('options_site_read_hint')}
        on={access}
        turn={(on) => (on ? model.allow(row) : model.forbid(row))}
      />
      <Switch
        id={`button-${id}`}
        label={t('options_site_button', label)}
        hint={t('options_site_button_hint', label)}
        warning={id === 'linkedin' ? t('options_site_button_linkedin') : undefined}
        on={button}
        turn={(on) => (on ? model.showButton(row) : model.hideButton(row))}
      />
      {marks !== undefined && (
        <Switch
          id={`marks-${id}`}
          label={t('options_site_marks', label)}
          hint={t('options_site_marks_hint', label)}
          warning={id === 'linkedin' ? t('options_site_marks_linkedin') : undefined}
          on={marks}
          turn={(on) => (on ? model.showMarks(row) : model.hideMarks(row))}
        />
      )}
    </fieldset>
  );
}
