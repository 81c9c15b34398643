/** The note, and who may see it. */
import type { Draft } from '#lib/panel/draft.ts';
import { t } from '#lib/text.ts';

type Visibility = Draft['noteVisibility'];

const VISIBILITIES = ['public', 'private', 'admin_only'] as const;

export function Note({ draft, onChange }: { draft: Draft; onChange: (note: string, visibility?: Visibility) => void }) {
  return (
    <>
      <div class="row note">
        <label for="note">{t('panel_note')}</label>
        <textarea
          id="note"
          rows={3}
          dir="auto"
          placeholder={t('panel_note_placeholder')}
          value={draft.note}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      </div>
      {draft.note && (
        <div class="row">
          <label for="visibility">{t('panel_visibility')}</label>
          <select
            id="visibility"
            value={draft.noteVisibility}
            onChange={(event) => onChange(draft.note, event.currentTarget.value as Visibility)}
          >
            {VISIBILITIES.map((visibility) => (
              <option key={visibility} value={visibility}>
                {t(`panel_visibility_${visibility}`)}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}
