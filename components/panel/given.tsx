/** A choice that the organisation has made: read like the others, by keyboard and screen reader too, and not to be changed. */
import { t } from '#lib/text.ts';

export function Given({ id, label, value }: { id: string; label: string; value: string }) {
  return (
    <>
      <div class="row">
        <label for={id}>{label}</label>
        <input id={id} type="text" readOnly value={value} dir="auto" aria-describedby={`${id}-given`} />
      </div>
      <small class="soft" id={`${id}-given`}>
        {t('panel_given')}
      </small>
    </>
  );
}
