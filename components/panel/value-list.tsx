/* oxlint-disable react/no-array-index-key -- a value changes with every key, and two may be the same for a moment */
/** Emails, phones or links: each editable and removable, with room for another. */
import type { FieldSource } from '#lib/panel/source-of.ts';
import { t } from '#lib/text.ts';

import { SourceNote } from './source-note.tsx';

export interface ListedValue {
  value: string;
  kind: string;
}

interface ValueListProps {
  legend: string;
  /** Accessible name of the n-th, e.g. "Email 1". */
  nameOf: (position: number) => string;
  addText: string;
  values: readonly ListedValue[];
  /** Kinds to choose from, value and text; none when the kind is not the recruiter's to choose. */
  kinds: readonly (readonly [string, string])[];
  kindOfNew: string;
  inputType: 'email' | 'tel' | 'url';
  /** A complaint about a value, or nothing. */
  complaint: (value: string) => string | undefined;
  source: FieldSource | undefined;
  onChange: (values: ListedValue[]) => void;
}

export function ValueList(props: ValueListProps) {
  const { legend, nameOf, addText, values, kinds, kindOfNew, inputType, complaint, source, onChange } = props;
  const put = (position: number, change: Partial<ListedValue>) =>
    onChange(values.map((value, index) => (index === position ? { ...value, ...change } : value)));
  const add = () => onChange([...values, { value: '', kind: kindOfNew }]);
  return (
    <fieldset class={source?.uncertain ? 'values unsure' : 'values'} aria-label={legend}>
      <div class="side">
        <span aria-hidden="true">{legend}</span>
        {values.length > 0 && <button type="button" class="icon add" aria-label={addText} onClick={add} />}
        {values.length > 0 && source && <SourceNote source={source} />}
      </div>
      <div class="list-of">
        {values.map(({ value, kind }, position) => {
          const name = nameOf(position + 1);
          const wrong = value.trim() ? complaint(value) : undefined;
          const wrongId = `${name.replace(/\s/g, '-')}-wrong`;
          return (
            <div class="value" key={position}>
              <input
                type="text"
                inputMode={inputType}
                dir="auto"
                autocomplete="off"
                spellcheck={false}
                aria-label={name}
                aria-invalid={wrong ? 'true' : undefined}
                aria-describedby={wrong ? wrongId : undefined}
                value={value}
                onInput={(event) => put(position, { value: event.currentTarget.value })}
              />
              {kinds.length > 0 && (
                <select
                  aria-label={t('panel_type_n', name)}
                  value={kind}
                  onChange={(event) => put(position, { kind: event.currentTarget.value })}
                >
                  {kinds.map(([id, text]) => (
                    <option key={id} value={id}>
                      {text}
                    </option>
                  ))}
                </select>
              )}
              <button
                type="button"
                class="icon remove"
                aria-label={t('panel_remove_n', name)}
                onClick={() => onChange(values.filter((_, index) => index !== position))}
              />
              {wrong && (
                <small class="wrong" id={wrongId}>
                  {wrong}
                </small>
              )}
            </div>
          );
        })}
        {values.length === 0 && (
          <button type="button" class="link" onClick={add}>
            {addText}
          </button>
        )}
      </div>
    </fieldset>
  );
}
