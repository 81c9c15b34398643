/** The note, and who may see it. */
import type { Draft } from '#lib/panel/draft.ts';
import { t } from '#lib/text.ts';

type Visibility = Draft['noteVisibility'];

const VISIBILITIES = ['public', 'private', 'admin_only'] as const;

interface NoteProps {
  draft: Draft;
  /** Everybody will see it: there is nothing to choose. */
  forAll: boolean;
  onChange: (note: string, visibility?: Visibility) => void;
}

export function Note({ draft, forAll, onChange }: NoteProps) {
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
          onInput={(event) => onChange(event.currentTarget.value, forAll ? 'public' : undefined)}
        />
      </div>
      {draft.note && !forAll && (
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
