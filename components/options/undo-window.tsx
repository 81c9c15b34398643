import type { UndoModel } from '#lib/options/settings.ts';
import { t } from '#lib/text.ts';

/** How long an export is held before anything is sent. Saved as soon as it is changed. */
export function UndoWindow({ model }: { model: UndoModel }) {
  return (
    <div class="field">
      <label for="undo">{t('options_undo')}</label>
      <div class="row">
        <input
          id="undo"
          class="short"
          type="number"
          min={0}
          max={60}
          step={1}
          value={model.seconds.value ?? ''}
          aria-describedby="undo-hint"
          onChange={(event) => void model.set(event.currentTarget.value)}
        />
        <span>{t('options_undo_unit')}</span>
        <output aria-label={t('options_undo')} class="soft">
          {model.saved.value && t('options_saved')}
        </output>
      </div>
      <small id="undo-hint">{t('options_undo_hint')}</small>
    </div>
  );
}
