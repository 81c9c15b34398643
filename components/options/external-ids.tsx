/** The two fields in Greenhouse by which colleagues find whom somebody exported: whether they are there, and one button that makes them. */
import { useEffect, useMemo } from 'preact/hooks';

import { useFocusKept } from '#components/focus-kept.ts';
import { externalIdsModel, type ExternalIdsModel, type FieldName } from '#lib/options/external-ids.ts';
import { makingAdvice, standText } from '#lib/options/external-ids-words.ts';
import type { OptionsPorts } from '#lib/options/ports.ts';
import type { ChangeSettings } from '#lib/options/settings.ts';
import { t } from '#lib/text.ts';

import { SetByOrganisation } from './managed.tsx';
import { Problem } from './problem.tsx';

export function ExternalIds({ ports, change }: { ports: OptionsPorts; change: ChangeSettings }) {
  const model = useMemo(() => externalIdsModel(ports, change), [ports, change]);
  useEffect(() => {
    const started = model.start();
    return () => void started.then((stop) => stop());
  }, [model]);
  useFocusKept('external-ids');
  if (!model.isThere.value) return null;
  const stand = model.stand.value;
  const met = model.met.value;
  return (
    <section aria-labelledby="external-ids" aria-busy={model.doing.value !== undefined}>
      <h2 id="external-ids" tabIndex={-1}>
        {t('ids')}
      </h2>
      <p class="soft">{t('ids_what_for')}</p>
      <output aria-label={t('ids')}>{standing(model)}</output>
      {met && <Problem notice={{ advice: makingAdvice(met), tone: 'bad' }} />}
      <div class="row">
        {(stand === 'missing' || stand === 'partly') && (
          <button type="button" aria-disabled={model.doing.value !== undefined} onClick={() => void model.make()}>
            {t(stand === 'missing' ? 'ids_make' : 'ids_make_rest')}
          </button>
        )}
        <button type="button" class="plain" aria-disabled={model.doing.value !== undefined} onClick={() => void model.look(true)}>
          {t('ids_look')}
        </button>
      </div>
      {(stand === 'missing' || stand === 'partly') && <p class="soft">{t('ids_make_needs')}</p>}
      <details>
        <summary>{t('ids_own')}</summary>
        <p class="soft">{t('ids_own_about')}</p>
        <Name model={model} name="externalIdField" value={model.names.value.id} />
        <Name model={model} name="externalIdBucketField" value={model.names.value.bucket} />
      </details>
    </section>
  );
}

function standing({ doing, found }: ExternalIdsModel): string {
  if (doing.value === 'make') return t('ids_making');
  return found.value ? standText(found.value) : t(doing.value ? 'ids_looking' : 'ids_not_looked');
}

const LABELS = { externalIdField: 'ids_name', externalIdBucketField: 'ids_bucket_name' } as const;
const HINTS = { externalIdField: 'ids_name_hint', externalIdBucketField: 'ids_bucket_name_hint' } as const;

/** Saved as soon as it is changed. */
function Name({ model, name, value }: { model: ExternalIdsModel; name: FieldName; value: string }) {
  if (model.isSet(name)) return <SetByOrganisation id={name} label={t(LABELS[name])} value={value} />;
  return (
    <div class="field">
      <label for={name}>{t(LABELS[name])}</label>
      <input
        id={name}
        type="text"
        autocomplete="off"
        spellcheck={false}
        maxLength={255}
        value={value}
        aria-describedby={`${name}-hint`}
        onChange={(event) => void model.call(name, event.currentTarget.value)}
      />
      <small id={`${name}-hint`}>{t(HINTS[name])}</small>
    </div>
  );
}
