/** First and last name on one line: they are read as one, and Greenhouse takes them apart. */
import type { Draft } from '#lib/panel/draft.ts';
import type { PersonModel } from '#lib/panel/person.ts';
import { sourceOf } from '#lib/panel/source-of.ts';
import { t } from '#lib/text.ts';

import { SourceNote } from './source-note.tsx';

const PARTS = [
  ['firstName', 'panel_first_name'],
  ['lastName', 'panel_last_name'],
] as const;

export function NameRow({ draft, person }: { draft: Draft; person: PersonModel }) {
  const sources = PARTS.map(([field]) => sourceOf(draft, field)).filter((source) => source !== undefined);
  const source = sources.find(({ uncertain }) => uncertain) ?? sources[0];
  return (
    <div class={source?.uncertain ? 'row name unsure' : 'row name'}>
      <span class="label" aria-hidden="true">
        {t('panel_name')}
      </span>
      <div class="two">
        {PARTS.map(([field, label]) => (
          <div key={field}>
            <label for={field}>{t(label)}</label>
            <input
              id={field}
              type="text"
              dir="auto"
              autocomplete="off"
              spellcheck={false}
              aria-describedby={source ? 'name-source' : undefined}
              value={draft.candidate[field] ?? ''}
              onInput={(event) => person.setText(field, event.currentTarget.value)}
            />
          </div>
        ))}
      </div>
      {source && <SourceNote id="name-source" source={source} />}
    </div>
  );
}
