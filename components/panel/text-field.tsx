/** One line of the person: editable, with where it came from beside it. */
import type { TextField as Field } from '#lib/candidate/schema.ts';
import type { FieldSource } from '#lib/panel/source-of.ts';

import { titleIfLong } from './long-text.ts';
import { SourceNote } from './source-note.tsx';

interface TextFieldProps {
  field: Field;
  label: string;
  value: string;
  source: FieldSource | undefined;
  onChange: (value: string) => void;
}

export function TextField({ field, label, value, source, onChange }: TextFieldProps) {
  const note = `${field}-source`;
  return (
    <div class={source?.uncertain ? 'row unsure' : 'row'}>
      <label for={field}>{label}</label>
      <input
        id={field}
        type="text"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        title={titleIfLong(value)}
        value={value}
        aria-describedby={source ? note : undefined}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {source && <SourceNote id={note} source={source} />}
    </div>
  );
}
