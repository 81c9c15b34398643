/** One of a list of named things of Greenhouse, or none. */
import { Given } from './given.tsx';

interface SelectProps {
  id: string;
  label: string;
  /** The text of "none". */
  none: string;
  options: readonly { id: number; name: string }[];
  value: number | undefined;
  /** Set and locked by the organisation. */
  given?: boolean | undefined;
  onChange: (id: number | undefined) => void;
}

export function Select({ id, label, none, options, value, given = false, onChange }: SelectProps) {
  if (given) return <Given id={id} label={label} value={options.find((option) => option.id === value)?.name ?? none} />;
  return (
    <div class="row">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : Number(event.currentTarget.value))}
      >
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}
