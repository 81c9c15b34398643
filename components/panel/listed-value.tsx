/** One email, phone number or link: its value, its kind, where it is from, and the way to take it off. */
import type { FieldSource } from '#lib/panel/source-of.ts';
import { t } from '#lib/text.ts';

import { titleIfLong } from './long-text.ts';
import { SourceNote } from './source-note.tsx';

interface ListedValueProps {
  /** Accessible name, e.g. "Email 1". */
  name: string;
  value: string;
  kind: string;
  /** Kinds to choose from, value and text; none when the kind is not the recruiter's to choose. */
  kinds: readonly (readonly [string, string])[];
  inputType: 'email' | 'tel' | 'url';
  wrong: string | undefined;
  source: FieldSource | undefined;
  onValue: (value: string) => void;
  onKind: (kind: string) => void;
  onRemove: () => void;
}

export function ListedValue(props: ListedValueProps) {
  const { name, value, kind, kinds, inputType, wrong, source, onValue, onKind, onRemove } = props;
  const wrongId = `${name.replace(/\s/g, '-')}-wrong`;
  return (
    <div class="value">
      <input
        type="text"
        inputMode={inputType}
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        aria-label={name}
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={wrong ? wrongId : undefined}
        title={titleIfLong(value)}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {kinds.length > 0 && (
        <select aria-label={t('panel_type_n', name)} value={kind} onChange={(event) => onKind(event.currentTarget.value)}>
          {kinds.map(([id, text]) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      )}
      <span class="end">
        {source && <SourceNote source={source} />}
        <button type="button" class="icon remove" aria-label={t('panel_remove_n', name)} onClick={onRemove} />
      </span>
      {wrong && (
        <small class="wrong" id={wrongId}>
          {wrong}
        </small>
      )}
    </div>
  );
}
